import type { Link } from '../core/link';
import { writeText, writtenTitle } from '../core/quote-text';
import type { ReadResult } from '../core/read-result';
import { csvReader } from './csv-file';
import { csvLine } from './csv-line';
import { type CsvRecord, columnsOf } from './csv-records';
import { readForeign, readMoment } from './foreign-link';
import type { FormatContext, TwoWayFormat } from './format';

/**
 * Raindrop's CSV, which spreadsheets open too. What was marked on a page is a quote; what Raindrop itself found on it (`excerpt`)
 * follows the note.
 *
 * Lost, beside what `writeText` names: ids, anchors, offsets, the border between title and site, dates of change, what is private.
 * @see https://help.raindrop.io/import#csv
 */
export const raindropCsv: TwoWayFormat = {
  id: 'raindropCsv',
  label: 'formatRaindropCsv',
  extension: 'csv',
  mime: 'text/csv',
  detect(head) {
    const names = columnsOf(head);
    return (
      names !== undefined && ['url', 'folder', 'title', 'note', 'tags', 'created'].every((name) => names.includes(name))
    );
  },
  read: (context) => csvReader((record) => readRow(record, context)),
  write,
};

const COLUMNS = 'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite'.split(',');
/** The folder of what is in none. */
const NO_FOLDER = 'unsorted';

function readRow({ fields, line }: CsvRecord, context: FormatContext): ReadResult {
  const field = (name: string) => fields.get(name) ?? '';
  const folders = field('folder')
    .split('/')
    .filter((name) => name.trim().toLowerCase() !== NO_FOLDER);
  return readForeign(
    {
      url: field('url'),
      title: field('title'),
      text: [field('note'), field('excerpt')].filter((text) => text.trim()).join('\n\n'),
      passages: highlightsOf(field('highlights')).map((text) => ({ text })),
      tags: [...field('tags').split(','), ...(field('favorite') === 'true' ? ['favorite'] : [])],
      savedAt: readMoment(field('created')),
      folders,
    },
    line,
    context,
  );
}

/** Each begins with `Highlight:` where there are several. */
function highlightsOf(text: string): string[] {
  return text.split(/^Highlight:[ \t]*/m).filter((one) => one.trim());
}

async function* write(links: AsyncIterable<Link> | Iterable<Link>) {
  yield `${COLUMNS.join(',')}\n`;
  for await (const link of links) yield csvLine(rowOf(link));
}

function rowOf(link: Link): string[] {
  const fields: Record<string, string> = {
    title: writtenTitle(link),
    note: writeText(link),
    url: link.url,
    tags: link.tags.join(', '),
    created: new Date(link.savedAt * 1000).toISOString(),
    favorite: 'false',
  };
  return COLUMNS.map((name) => fields[name] ?? '');
}
