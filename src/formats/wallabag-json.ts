import { readForeign, readMoment } from './foreign-link';
import type { FormatContext, ReadFormat } from './format';
import { jsonReader } from './json-file';
import { listIn, textIn, textsIn, valueIn } from './own-values';

/**
 * The export of wallabag 2: one list of entries. What was marked on a page is a quote, and what was said about it part of the note; the
 * whole page, which wallabag keeps, is not taken.
 * @see https://doc.wallabag.org/user/import/wallabagv2/
 */
export const wallabagJson: ReadFormat = {
  id: 'wallabagJson',
  label: 'formatWallabagJson',
  extension: 'json',
  mime: 'application/json',
  detect: (head) => /^\s*\[\s*\{/.test(head) && /"is_archived"\s*:/.test(head),
  read: (context) => jsonReader('', (item, line) => [readEntry(item, line, context)]),
};

function readEntry(entry: unknown, line: number, context: FormatContext) {
  const annotations = listIn(entry, 'annotations');
  const isStarred = [1, true].includes(valueIn(entry, 'is_starred') as number | boolean);
  return readForeign(
    {
      url: textIn(entry, 'url'),
      title: textIn(entry, 'title'),
      text: annotations
        .map((one) => textIn(one, 'text').trim())
        .filter(Boolean)
        .join('\n\n'),
      passages: annotations.map((one) => ({ text: textIn(one, 'quote'), at: readMoment(valueIn(one, 'created_at')) })),
      tags: [...textsIn(entry, 'tags'), ...(isStarred ? ['starred'] : [])],
      savedAt: readMoment(valueIn(entry, 'created_at')),
      changedAt: readMoment(valueIn(entry, 'updated_at')),
    },
    line,
    context,
  );
}
