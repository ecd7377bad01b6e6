/** Part of a page, as it is searched for. */
export interface Part {
  prefix: string;
  text: string;
  suffix: string;
}

/**
 * Tells whether a part is once in a page and no more. Between its text and what is around that may be a space, or the edge of a line.
 * @param text all text of the page, in any order and with any white space
 */
export function uniqueIn(text: string): (part: Part) => boolean {
  const page = folded(text);
  return (part) => isUnique(page, part);
}

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
