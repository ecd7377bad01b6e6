import { add } from '../core/fidelity';
import type { Link } from '../core/link';
import { writeText, writtenTitle } from '../core/quote-text';
import type { TwoWayFormat } from './format';
import { escapeAddress, escapeAttribute, escapeText, escapeTitle } from './netscape-escape';
import { HEADING, readNetscape } from './netscape-read';

/**
 * Bookmark HTML: what every browser and bookmarking server reads. Written so that a parser of HTML and a Shaarli both show the same
 * text, though a Shaarli decodes no character reference: what its importer does to text is the reason for each rule.
 *
 * Lost, beside what `writeText` names: ids, anchors, offsets (days are computed anew in the reader's zone), the border between
 * title and site, the kind of white space that a text begins with. Programs that decode addresses change one that holds `&amp;`
 * itself. A Shaarli moreover shows escaped characters as such when a text is edited, puts tags in lower case (ASCII), drops a text
 * or title `0`, and gives a link without title its address for one. It drops a text of a million bytes where each line end counts
 * four, and refuses a whole file with a text of a million without them, or of more than its server takes (PHP: 2 MB). An address
 * that ends like `?tag=` is imported anew each time. An entry at exactly 00:00:00 or 23:59:59 falls out of its pages of days; it
 * keeps its true instant here nevertheless. Every one of these losses is put to the test in `test/server/`.
 * @see https://github.com/shaarli/netscape-bookmark-parser
 */
export const netscape: TwoWayFormat = {
  id: 'netscape',
  label: 'formatNetscape',
  extension: 'html',
  mime: 'text/html',
  detect: (head) =>
    /^\s*</.test(head) && /<!DOCTYPE\s+NETSCAPE-Bookmark-file|<DL\s*>|<DT\s*>\s*<(?:A|H3)\s/i.test(head),
  write,
  read: readNetscape,
  losses: ({ tags }, losses) => add(losses, 'shaarliTags', tags.filter((tag) => /[A-Z]/.test(tag)).length),
};

/** The doctype is what Shaarli knows the format by, and each line of the head is one that it takes off. */
const HEAD = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Daily Shaarli</TITLE>
${HEADING}
<DL><p>
`;

/** Characters that are handed on at once: to do so for each link takes as long as to write it. */
const PIECE = 1 << 14;

async function* write(links: AsyncIterable<Link> | Iterable<Link>) {
  let piece = HEAD;
  for await (const link of links) {
    piece += item(link);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</DL><p>\n`;
}

/** TAGS stands there even when empty, and PRIVATE always: a Shaarli would look for them in the text. */
function item(link: Link): string {
  const tags = link.tags.map((tag) => `${tag.replaceAll(',', '-')},`).join('');
  const attributes = [
    `HREF="${escapeAddress(link.url)}"`,
    `ADD_DATE="${link.savedAt}"`,
    `LAST_MODIFIED="${link.changedAt}"`,
    `PRIVATE="${link.private ? 1 : 0}"`,
    `TAGS="${escapeAttribute(tags)}"`,
  ];
  const text = escapeText(writeText(link));
  return `<DT><A ${attributes.join(' ')}>${escapeTitle(writtenTitle(link))}</A>\n${text ? `<DD>${text}\n` : ''}`;
}
