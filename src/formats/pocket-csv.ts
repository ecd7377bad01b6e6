import { csvReader } from './csv-file';
import { columnsOf } from './csv-records';
import { readForeign, readMoment } from './foreign-link';
import type { ReadFormat } from './format';

/**
 * Pocket's export of 2025, and the one before it, which has one column more: tags with `|` between them. Whether something was read is
 * not kept.
 * @see https://support.mozilla.org/kb/exporting-your-pocket-list
 */
export const pocketCsv: ReadFormat = {
  id: 'pocketCsv',
  label: 'formatPocketCsv',
  extension: 'csv',
  mime: 'text/csv',
  detect: (head) => columnsOf(head)?.includes('time_added') ?? false,
  read: (context) =>
    csvReader(({ fields, line }) => {
      const field = (name: string) => fields.get(name) ?? '';
      // Where Pocket had no title, it wrote the address.
      const title = field('title') === field('url') ? '' : field('title');
      const savedAt = readMoment(field('time_added'));
      return readForeign({ url: field('url'), title, tags: field('tags').split('|'), savedAt }, line, context);
    }),
};
