import type { Link } from '../core/link';
import { writeText, writtenTitle } from '../core/quote-text';
import { readForeign, readMoment } from './foreign-link';
import type { FormatContext, TwoWayFormat } from './format';
import { jsonReader } from './json-file';
import { textIn } from './own-values';

/**
 * The backup of Pinboard, as other bookmarking servers read and write it too: one list of posts, tags with spaces between them.
 *
 * Lost, beside what `writeText` names: ids, anchors, offsets, the border between title and site, dates of change.
 * @see https://pinboard.in/api/#posts_all
 */
export const pinboardJson: TwoWayFormat = {
  id: 'pinboardJson',
  label: 'formatPinboardJson',
  extension: 'json',
  mime: 'application/json',
  detect: (head) =>
    /^\s*\[\s*\{/.test(head) && /"href"\s*:/.test(head) && /"(?:extended|toread|shared)"\s*:/.test(head),
  read: (context) => jsonReader('', (item, line) => [readPost(item, line, context)]),
  write,
};

function readPost(post: unknown, line: number, context: FormatContext) {
  const text = (name: string) => textIn(post, name);
  const toRead = text('toread') === 'yes' ? ['toread'] : [];
  return readForeign(
    {
      url: text('href'),
      title: text('description'),
      text: text('extended'),
      tags: [...text('tags').split(/\s+/), ...toRead],
      private: text('shared') !== 'yes',
      savedAt: readMoment(text('time')),
    },
    line,
    context,
  );
}

async function* write(links: AsyncIterable<Link> | Iterable<Link>) {
  let before = '[';
  for await (const link of links) {
    yield `${before}\n${JSON.stringify(postOf(link))}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** All the fields that a backup has: some readers ask for each. */
function postOf(link: Link) {
  return {
    href: link.url,
    description: writtenTitle(link),
    extended: writeText(link),
    meta: '',
    hash: '',
    time: new Date(link.savedAt * 1000).toISOString().replace('.000', ''),
    shared: link.private ? 'no' : 'yes',
    toread: 'no',
    tags: link.tags.join(' '),
  };
}
