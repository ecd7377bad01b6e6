import { type Part, uniqueIn } from './unique-part';
import { beginnings, endings, wordAtEnd, wordAtStart } from './whole-words';

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

/** A passage longer than this is told by its first and last words (characters). */
const LONGEST = 200;
/** So many lines are tried from either end, each of them some five times; on a large page every try costs milliseconds. */
const MOST_LINES = 5;

/**
 * The text fragment that leads to a passage and to nothing else of its page, or to as many of its lines as can be told from the
 * rest; empty where none can. A passage that begins or ends inside a word is led to with the whole word.
 * @param page all text of the page, in any order and with any white space
 */
export function textFragment(passage: PassageLines, page: string): string {
  const { before, lines, ends, after } = withWholeWords(passage);
  const isUnique = uniqueIn(page);
  const prefixes = endings(before);
  const suffixes = beginnings(after);
  const [line = ''] = lines;
  if (!ends && lines.length === 1 && line.length <= LONGEST)
    return directive(partsAround(line, prefixes, suffixes).find(isUnique));
  const start = firstOf(lines.slice(0, MOST_LINES), (one, place) =>
    startsOf(one, place === 0 ? prefixes : []).find(isUnique),
  );
  const back = [...(ends ?? lines)].reverse().slice(0, MOST_LINES);
  const stop = firstOf(back, (one, place) => endsOf(one, place === 0 ? suffixes : []).find(isUnique));
  // An end is searched for after its start.
  const inOrder = ends || lines.length === 1 || (start && stop && start.place < lines.length - 1 - stop.place);
  if (start && stop && !inOrder) return directive(start.found);
  return directive(start?.found, stop?.found);
}

/** A passage that begins or ends inside a word takes in all of it, where the line goes on with it. */
function withWholeWords({ before, lines, ends, after }: PassageLines): PassageLines {
  const head = wordAtStart(lines[0] ?? '') && wordAtEnd(before);
  const tail = wordAtEnd((ends ?? lines).at(-1) ?? '') && wordAtStart(after);
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

/** Ever more first words of a line, then as many as may be with words before. */
function startsOf(line: string, prefixes: string[]): Part[] {
  const starts = severalWords(beginnings(line));
  const longest = starts.slice(-1);
  return [
    ...starts.map((text) => ({ prefix: '', text, suffix: '' })),
    ...longest.flatMap((text) => prefixes.map((prefix) => ({ prefix, text, suffix: '' }))),
  ];
}

/** Ever more last words of a line, then as many as may be with words after. */
function endsOf(line: string, suffixes: string[]): Part[] {
  const ends = severalWords(endings(line));
  const longest = ends.slice(-1);
  return [
    ...ends.map((text) => ({ prefix: '', text, suffix: '' })),
    ...longest.flatMap((text) => suffixes.map((suffix) => ({ prefix: '', text, suffix }))),
  ];
}

/** A page changes: two words are soon no longer the only ones of their kind. */
function severalWords(growing: string[]): string[] {
  return growing.length > 2 ? growing.slice(2) : growing.slice(-1);
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
