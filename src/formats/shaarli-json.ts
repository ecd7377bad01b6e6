import { readDate, readForeign, textIn, textsIn, valueIn } from './foreign-link';
import type { Format, FormatContext } from './format';
import { jsonReader } from './json-file';

/**
 * What a Shaarli's API answers when it is asked for links, kept in a file.
 * @see https://shaarli.github.io/api-documentation/#links-collection-get
 */
export const shaarliJson: Format = {
  id: 'shaarliJson',
  label: 'formatShaarliJson',
  extension: 'json',
  mime: 'application/json',
  detect: (head) => /^\s*\[\s*\{/.test(head) && /"shorturl"\s*:/.test(head),
  read: (context) => jsonReader('', (item, line) => [readLink(item, line, context)]),
};

function readLink(link: unknown, line: number, context: FormatContext) {
  return readForeign(
    {
      url: textIn(link, 'url'),
      title: textIn(link, 'title'),
      text: textIn(link, 'description'),
      tags: textsIn(link, 'tags'),
      private: valueIn(link, 'private') === true,
      savedAt: readDate(valueIn(link, 'created')),
      changedAt: readDate(valueIn(link, 'updated')),
    },
    line,
    context,
  );
}
