import { parseJson } from '../core/parse-json';
import { csvReader } from './csv-file';
import { columnsOf } from './csv-records';
import { readForeign, readMoment } from './foreign-link';
import type { ReadFormat } from './format';

/** Folders that Instapaper has by itself. */
const OWN_FOLDERS = ['unread', 'archive', 'starred'];

/** Instapaper's export: what was selected on a page is a quote, and tags are a list in JSON. Whether something was read is not kept. */
export const instapaperCsv: ReadFormat = {
  id: 'instapaperCsv',
  label: 'formatInstapaperCsv',
  extension: 'csv',
  mime: 'text/csv',
  detect: (head) => columnsOf(head)?.includes('selection') ?? false,
  read: (context) =>
    csvReader(({ fields, line }) => {
      const field = (name: string) => fields.get(name) ?? '';
      const folder = field('folder');
      const isStarred = folder.toLowerCase() === 'starred';
      return readForeign(
        {
          url: field('url'),
          title: field('title'),
          passages: [{ text: field('selection') }],
          tags: [...tagsOf(field('tags')), ...(isStarred ? ['starred'] : [])],
          savedAt: readMoment(field('timestamp')),
          folders: OWN_FOLDERS.includes(folder.toLowerCase()) ? [] : [folder],
        },
        line,
        context,
      );
    }),
};

function tagsOf(text: string): string[] {
  const tags = parseJson(text);
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}
