import { oneLine } from '../core/one-line';
import { escapeReferences } from './entities';

/**
 * The fewest changes that keep text whole in a bookmark file, since some readers show each escaped character as it is written.
 */

/** Text of several lines, for `<DD>`. The indentation of its first line becomes U+00A0: readers take off white space there. */
export function escapeText(text: string): string {
  return escapeMarkup(text.replace(/^\s+/, protectedStart));
}

/** Text of one line, for a title. It begins right behind the `>` of its tag; Chromium takes the last `>` of the line for that one. */
export function escapeTitle(title: string): string {
  return escapeMarkup(oneLine(title)).replace(/^</, '&lt;').replaceAll('>', '&gt;');
}

export function escapeAttribute(value: string): string {
  return escapeMarkup(value).replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * An address with its `&` as they are, for readers that decode nothing; characters that no serialised address holds are encoded.
 * A space, which every reader takes off, keeps an address like `?tag=` from making an attribute with the quote behind it.
 */
export function escapeAddress(url: string): string {
  const encoded = url.trim().replace(/["<>\s]/g, encodeURIComponent);
  return encoded.endsWith('=') ? encoded.replace(ATTRIBUTE_NAME_AT_END, '$& ') : encoded;
}

/** A `<` where a tag could begin, or where a reader that works line by line breaks the line: after `>`. */
const TAG = /<(?:(?=[a-z/!?])|(?<=>\s*<))/gi;

/** What a Shaarli takes for an attribute wherever it stands, be it in a text or, behind an address, in the tag itself. */
const ATTRIBUTE = /(description|note|public|published|pub)="/gi;
const ATTRIBUTE_NAME_AT_END =
  /(?:description|note|public|published|pub|private|shared|tags?|labels?|folders?|add_date)=$/i;

function escapeMarkup(text: string): string {
  // Most texts have nothing of it: an export has a hundred thousand of them.
  const markup = text.includes('<') || text.includes('&') ? escapeReferences(text).replace(TAG, '&lt;') : text;
  return markup.includes('="') ? markup.replace(ATTRIBUTE, '$1=&quot;') : markup;
}

/** The white space that a text begins with: indentation, or blank lines of which the first is made visible. */
function protectedStart(space: string): string {
  const lineEnd = space.indexOf('\n');
  if (lineEnd >= 0) return `\u00A0${space.slice(lineEnd)}`;
  return space.replaceAll('\t', '    ').replace(/./gs, '\u00A0');
}
