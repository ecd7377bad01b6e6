/**
 * Text fragments: the end of an address that leads to a passage of its page, `:~:text=prefix-,start,end,-suffix`.
 *
 * What follows here of what browsers find was tried in Chromium and Firefox: each part lies inside one line (up to the next block,
 * line break or form field) and is made of whole words; what stands before and after may be in the line above or below.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */

/** A passage in the lines of its page. Spaces are folded; a line break is the edge of a line. */
export interface PassageLines {
  /** What stands right before it: the rest of its line; or the line above with its line break, where the passage begins one. */
  before: string;
  /** Its lines, or the first ones of a long passage. */
  lines: string[];
  /** The last lines of a long passage. */
  ends?: string[];
  after: string;
}

/** Part of a page, as it is searched for. */
interface Part {
  prefix: string;
  text: string;
  suffix: string;
}

/** A passage longer than this is told by its first and last words (characters). */
const LONGEST = 200;
/** The most that is taken of such words, and of those around a passage. */
const MOST_WORDS = 100;

/**
 * The text fragment that leads to a passage and to nothing else of its page, or to as many of its lines as can be told from the
 * rest; empty where none can. A passage that begins or ends inside a word is led to with the whole word.
 * @param page all text of the page, in any order and with any white space
 */
export function textFragment(passage: PassageLines, page: string): string {
  const { before, lines, ends, after } = withWholeWords(passage);
  const text = folded(page);
  const unique = (parts: Part[]) => parts.find((part) => isUnique(text, part));
  const prefixes = endings(before);
  const suffixes = beginnings(after);
  const [line = ''] = lines;
  if (!ends && lines.length === 1 && line.length <= LONGEST)
    return directive(unique(partsAround(line, prefixes, suffixes)));
  const start = firstOf(lines, (one, place) => unique(startsOf(one, place === 0 ? prefixes : [])));
  const back = [...(ends ?? lines)].reverse();
  const stop = firstOf(back, (one, place) => unique(endsOf(one, place === 0 ? suffixes : [])));
  // An end is searched for after its start.
  const inOrder = ends || lines.length === 1 || (start && stop && start.place < lines.length - 1 - stop.place);
  if (start && stop && !inOrder) return directive(start.found);
  return directive(start?.found, stop?.found);
}

/** Whether a text holds anything that can be searched for as words. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function withWholeWords({ before, lines, ends, after }: PassageLines): PassageLines {
  const head = startsInWord(lines[0] ?? '') ? wordAtEnd(before) : '';
  const tail = endsInWord((ends ?? lines).at(-1) ?? '') ? wordAtStart(after) : '';
  const first = lines.map((line, place) => (place === 0 ? head + line : line));
  const ended = (some: string[]) => some.map((line, place) => (place === some.length - 1 ? line + tail : line).trim());
  return {
    before: before.slice(0, before.length - head.length),
    lines: ends ? first : ended(first),
    ...(ends && { ends: ended(ends) }),
    after: after.slice(tail.length),
  };
}

/** What is found first in a list, and where. */
function firstOf<T, F>(
  list: T[],
  find: (one: T, place: number) => F | undefined,
): { found: F; place: number } | undefined {
  for (const [place, one] of list.entries()) {
    const found = find(one, place);
    if (found) return { found, place };
  }
  return undefined;
}

/** The passage alone, then with ever more words before it, after it, or both. */
function partsAround(text: string, prefixes: string[], suffixes: string[]): Part[] {
  const parts = [{ prefix: '', text, suffix: '' }];
  for (let place = 0; place < Math.max(prefixes.length, suffixes.length); place += 1) {
    const prefix = prefixes[place] ?? prefixes.at(-1) ?? '';
    const suffix = suffixes[place] ?? suffixes.at(-1) ?? '';
    parts.push({ prefix, text, suffix: '' }, { prefix: '', text, suffix }, { prefix, text, suffix });
  }
  return parts;
}

/** Ever more first words of a passage, then all of them with words before. */
function startsOf(text: string, prefixes: string[]): Part[] {
  const starts = severalWords(beginnings(text));
  const longest = starts.at(-1) ?? '';
  return [
    ...starts.map((start) => ({ prefix: '', text: start, suffix: '' })),
    ...prefixes.map((prefix) => ({ prefix, text: longest, suffix: '' })),
  ];
}

function endsOf(text: string, suffixes: string[]): Part[] {
  const ends = severalWords(endings(text));
  const longest = ends.at(-1) ?? '';
  return [
    ...ends.map((end) => ({ prefix: '', text: end, suffix: '' })),
    ...suffixes.map((suffix) => ({ prefix: '', text: longest, suffix })),
  ];
}

/** A page changes: two words are soon no longer the only ones of their kind. */
function severalWords(growing: string[]): string[] {
  return growing.length > 2 ? growing.slice(2) : growing.slice(-1);
}

/** Characters at which every browser sees a word end. Others, as hyphens, full stops and apostrophes, may be part of one. */
const GAPS = '\\s()\\[\\]{}"“”„«»‹›!?;…—–、。，．：；？！（）［］「」『』【】《》〈〉・';
const BEGINNING = new RegExp(`[${GAPS}]*[^${GAPS}]+`, 'gu');
const ENDING = new RegExp(`[^${GAPS}]+[${GAPS}]*`, 'gu');

function startsInWord(text: string): boolean {
  return wordAtStart(text) !== '';
}

function endsInWord(text: string): boolean {
  return wordAtEnd(text) !== '';
}

function wordAtStart(text: string): string {
  return new RegExp(`^[^${GAPS}]+`, 'u').exec(text)?.[0] ?? '';
}

function wordAtEnd(text: string): string {
  // Not by a pattern that ends with `$`: it would be tried from every character of a long text.
  const words = text.match(ENDING) ?? [];
  const last = words.at(-1) ?? '';
  return new RegExp(`[${GAPS}]$`, 'u').test(last) ? '' : last;
}

/** The first word of a text, its first two words, and so on; up to its first line break or `MOST_WORDS`. */
function beginnings(text: string): string[] {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return growing(line.match(BEGINNING) ?? [line], (before, word) => before + word);
}

/** The last word of a text, its last two words, and so on. */
function endings(text: string): string[] {
  const line = text.trim().split('\n').at(-1) ?? '';
  return growing((line.match(ENDING) ?? [line]).reverse(), (after, word) => word + after);
}

/** Numbers of words that are tried; every one of them would be too many on a large page. */
const STEPS = new Set([1, 2, 3, 5, 8, 13]);

function growing(words: string[], join: (before: string, word: string) => string): string[] {
  const all: string[] = [];
  let text = '';
  for (const word of words) {
    text = join(text, word);
    if (text.length > MOST_WORDS) break;
    all.push(text.trim());
  }
  return all.filter((one, place) => one && (STEPS.has(place + 1) || place === all.length - 1));
}

/** Whether a part is once in the page. `page` is folded. Between the text and what is around it may be a space, or the edge of a line. */
function isUnique(page: string, part: Part): boolean {
  const joints = (text: string) => (text ? ['', ' '] : ['']);
  const prefix = folded(part.prefix);
  const suffix = folded(part.suffix);
  const wanted = joints(prefix).flatMap((before) =>
    joints(suffix).map((after) => prefix + before + folded(part.text) + after + suffix),
  );
  let count = 0;
  for (const text of wanted) count += occurrences(page, text);
  return count === 1;
}

/** How often whole words are in the page; two stands for more. */
function occurrences(page: string, words: string): number {
  let count = 0;
  for (let at = page.indexOf(words); words && at >= 0 && count < 2; at = page.indexOf(words, at + 1)) {
    if (!isInsideWord(page, at) && !isInsideWord(page, at + words.length)) count += 1;
  }
  return count;
}

const LETTERS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]{2}$/u;

/** Whether no browser sees a word begin or end there. In scripts without spaces it may. */
function isInsideWord(page: string, place: number): boolean {
  return LETTERS.test(page.slice(Math.max(place - 1, 0), place + 1));
}

/** More alike than to any browser: what is unique here is so there. Case, accents, invisible characters and kinds of spaces are gone. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** From a start to an end; either alone, where there is but one of them; nothing for neither. */
function directive(start: Part | undefined, stop?: Part): string {
  const from = start ?? stop;
  const to = stop ?? start;
  if (!from || !to) return '';
  const parts = [
    from.prefix && `${encoded(from.prefix)}-`,
    encoded(from.text),
    from !== to && encoded(to.text),
    to.suffix && `-${encoded(to.suffix)}`,
  ];
  return `:~:text=${parts.filter(Boolean).join(',')}`;
}

/** `,`, `&` and `-` are signs of the syntax. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
