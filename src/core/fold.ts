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

/** A name as it is compared with another, or with a host: folded, letters and digits only. `Le Monde.fr` is `lemondefr`. */
export function nameKey(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}+]+/gu, '');
}
