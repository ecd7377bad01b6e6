import type { ReadResult } from '../core/read-result';
import { isServerLink, readServerLink } from '../core/server-link';
import { whyNotTaken } from './foreign-link';
import type { FormatContext, ReadFormat } from './format';
import { titleOf } from './json-fields';
import { jsonReader } from './json-file';

/**
 * What a Shaarli's API answers when it is asked for links, kept in a file.
 * @see https://shaarli.github.io/api-documentation/#links-collection-get
 */
export const shaarliJson: ReadFormat = {
  id: 'shaarliJson',
  label: 'formatShaarliJson',
  extension: 'json',
  mime: 'application/json',
  detect: (head) => /^\s*\[\s*\{/.test(head) && /"shorturl"\s*:/.test(head),
  read: (context) => jsonReader('', (item, line) => [readItem(item, line, context)]),
};

function readItem(item: unknown, line: number, { dayStart }: FormatContext): ReadResult {
  const isLink = isServerLink(item);
  const why = isLink ? whyNotTaken(item.url) : 'broken';
  if (isLink && !why) return { kind: 'link', link: readServerLink(item, dayStart) };
  return { kind: 'skipped', why: why ?? 'broken', what: { line, ...titleOf(item) } };
}
