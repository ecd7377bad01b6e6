import { escapeReferences } from './entities';

/**
 * The fewest changes that keep text whole in a bookmark file, since some readers show each escaped character as it is written.
 */

/** Text of several lines, for `<DD>`. The indentation of its first line becomes U+00A0: readers take off white space there. */
export function escapeText(text: string): string {
  return escapeMarkup(text.replace(/^\s+/, protectedStart));
}

/** Text of one line, for a title. */
export function escapeTitle(title: string): string {
  return escapeMarkup(title.replace(/\s+/g, ' ').trim());
}

export function escapeAttribute(value: string): string {
  return escapeMarkup(value).replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** An address with its `&` as they are, for readers that decode nothing; characters that no serialised address holds are encoded. */
export function escapeAddress(url: string): string {
  return url.trim().replace(/["<>\s]/g, encodeURIComponent);
}

/** A `<` where a tag could begin, or where a reader that works line by line breaks the line: after `>` and at the start. */
const TAG = /<(?:(?=[a-z/!?])|(?<=(?:^|>)\s*<))/gi;

/** What a Shaarli takes for an attribute wherever it stands. */
const ATTRIBUTE = /(description|note|public|published|pub)="/gi;

function escapeMarkup(text: string): string {
  return escapeReferences(text).replace(TAG, '&lt;').replace(ATTRIBUTE, '$1=&quot;');
}

/** The white space that a text begins with: indentation, or blank lines of which the first is made visible. */
function protectedStart(space: string): string {
  const lineEnd = space.indexOf('\n');
  if (lineEnd >= 0) return `\u00A0${space.slice(lineEnd)}`;
  return space.replaceAll('\t', '    ').replace(/./gs, '\u00A0');
}
