/**
 * A text as it is compared: lower case, without marks, ligatures written out. `Œufs` and `oeufs`, `Été` and `ete` fold to the same.
 * (Unicode's NFD alone leaves ligatures and ß as they are.)
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđ]/g, (letter) => LETTERS[letter] ?? letter);
}

const LETTERS: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };
