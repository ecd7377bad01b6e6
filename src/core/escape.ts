/** Where a piece of text stands in the Markdown being written. */
export interface Place {
  /** The character before it, a line feed at the start of a line. */
  before: string;
  /** The character after it, a line feed at the end of a line. */
  after: string;
  /** Inside the text of a link. */
  label?: boolean;
  cell?: boolean;
  heading?: boolean;
  /** Markers that can find no partner anywhere in the document and so mean nothing. */
  quiet?: ReadonlySet<string>;
}

/*
 * Each pattern matches the very characters to escape; the text is tried with one character on either side.
 * Source of the rules: CommonMark 0.31, GFM tables and strikethrough. Where a rule says more than is needed it errs on
 * the side of a backslash too many. No link definitions can come about, so brackets alone mean nothing.
 */
const everywhere = [
  // A backslash that would escape something, or break the line.
  /\\(?=[!-/:-@[-`{-~\n])/g,
  // HTML and autolinks.
  /<(?=[!/?A-Za-z])/g,
  // Character references.
  /&(?=#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,31};)/g,
  // The destination of a link or image.
  /(?<=\])\(/g,
];
const lineStart = [
  // A definition; not where the bracket is closed without a colon after it.
  /(?<=\n)\[(?![^[\]\\]*\](?!:))/g,
  // A task, where a list's item begins with it.
  /(?<=\n)\[(?=[ xX]\][ \t])/g,
  /(?<=\n)#(?=#{0,5}[ \t\n])/g,
  /(?<=\n)>/g,
  /(?<=\n)[-+*](?=[ \t\n])/g,
  /(?<=\n\d{1,9})[.)](?=[ \t\n])/g,
  // Rules and the underlines of headings.
  /(?<=\n)=(?==*[ \t]*\n)/g,
  /(?<=\n)([*_])(?=(?:[ \t]*\1)+[ \t]*\n)/g,
  // The same of dashes, and the second row of a table.
  /(?<=\n)-(?=[-:| \t]*\n)/g,
  /(?<=\n)[:|](?=[:| \t]*-[-:| \t]*\n)/g,
  /(?<=\n)~(?=~~)/g,
];
const inLabel = /[[\]]/g;
const inCell = /\|/g;
const inHeading = /(?<=[ \t])#(?=#*[ \t]*\n)/g;

/** Text as Markdown that shows that very text, with as few backslashes as are safe. `value` holds no line ends. */
export function escapeText(value: string, place: Place): string {
  const text = place.before + value + place.after;
  const found = new Set<number>();
  for (const pattern of patternsFor(value, place)) {
    for (const match of text.matchAll(pattern)) found.add(match.index);
  }
  // Addresses are links as they stand, with every sign in them.
  const addresses = place.label ? [] : [...text.matchAll(/(?:https?:\/\/|www\.)[^\s<]+/gi)];
  const isInAddress = (at: number) => addresses.some(({ index, 0: { length } }) => index < at && at < index + length);
  for (const { index, 0: run } of value.matchAll(/\*+|_+|~+|`+/g)) {
    const start = index + place.before.length;
    if (isHarmless(text, start, run, place.quiet) || isInAddress(start)) continue;
    for (let offset = 0; offset < run.length; offset++) found.add(start + offset);
  }
  // `![` makes an image of a link that follows.
  if (place.after === '[' && value.endsWith('!')) found.add(text.length - 2);
  return value
    .split('')
    .map((character, index) => (found.has(index + place.before.length) ? `\\${character}` : character))
    .join('');
}

/** Text of which nothing but the characters is known, as Markdown that shows them line for line. */
export function escapeLines(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  return lines.map((line) => escapeText(line, { before: '\n', after: '\n' })).join('\n');
}

function patternsFor(value: string, place: Place): RegExp[] {
  const patterns = place.before === '\n' ? [...everywhere, ...lineStart] : [...everywhere];
  if (place.cell) patterns.push(inCell);
  if (place.heading) patterns.push(inHeading);
  if (place.label && !isBalanced(value)) patterns.push(inLabel);
  return patterns;
}

/** Whether a run of markers can neither open nor close anything (CommonMark 6.2, "flanking"). */
function isHarmless(text: string, start: number, run: string, quiet: ReadonlySet<string> | undefined): boolean {
  const marker = run.charAt(0);
  if (quiet?.has(marker) && run.length < 3) return true;
  if (marker === '`') return false;
  const around = [text.charAt(start - 1) || '\n', text.charAt(start + run.length) || '\n'];
  if (around.every((character) => /\s/.test(character))) return true;
  return marker === '_' && around.every((character) => /[\p{L}\p{N}]/u.test(character));
}

function isBalanced(value: string): boolean {
  let depth = 0;
  for (const [bracket] of value.matchAll(inLabel)) {
    depth += bracket === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
