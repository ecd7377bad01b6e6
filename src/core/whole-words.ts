/*
 * Words as browsers tell them apart when they search for a text fragment: a part of one is not found.
 */

/** The most that is taken of a line, from either side (characters). */
const MOST_WORDS = 100;
/** Characters at which every browser sees a word end. Others, as hyphens, full stops and apostrophes, may be part of one. */
const GAPS = '\\s()\\[\\]{}"“”„«»‹›!?;…—–、。，．：；？！（）［］「」『』【】《》〈〉・';
const BEGINNING = new RegExp(`[${GAPS}]*[^${GAPS}]+`, 'gu');
const ENDING = new RegExp(`[^${GAPS}]+[${GAPS}]*`, 'gu');

/** Whether a text holds anything that can be searched for. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** The word, or part of one, with which a text begins; empty where it begins with something else. */
export function wordAtStart(text: string): string {
  return new RegExp(`^[^${GAPS}]+`, 'u').exec(text)?.[0] ?? '';
}

/** The word, or part of one, with which a text ends. */
export function wordAtEnd(text: string): string {
  // Not by a pattern that ends with `$`: it would be tried from every character of a long text.
  const words = text.match(ENDING) ?? [];
  const last = words.at(-1) ?? '';
  return new RegExp(`[${GAPS}]$`, 'u').test(last) ? '' : last;
}

/** The first word of a text, its first two words, and so on; up to its first line break or `MOST_WORDS` characters. */
export function beginnings(text: string): string[] {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return growing(line.match(BEGINNING) ?? [line], (before, word) => before + word);
}

/** The last word of a text, its last two words, and so on. */
export function endings(text: string): string[] {
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
