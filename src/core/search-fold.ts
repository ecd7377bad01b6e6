/**
 * A text as search compares it: lower case, without accents, compatible forms and ligatures written out. `Œufs` is `oeufs`, `ＡＢＣ` is
 * `abc`, `m²` is `m2`. What belongs to a letter itself stays: the vowels of Indic scripts and of Thai, the voicing marks of kana.
 * (Tags have an identity of their own, see `fold.ts`: that one is stored.)
 *
 * Each character folds by itself: a text folds to its characters' foldings, one after the other.
 * @see https://www.unicode.org/reports/tr15/ for NFKD
 */
export function searchFold(text: string): string {
  return text.toLowerCase().replace(BEYOND_ASCII, foldRun);
}

const BEYOND_ASCII = /[\u0080-\uffff]+/g;
/** Signs that stand at a word without being part of it, though NFKD makes letters of them. */
const TRADE_MARKS = /[\u2120\u2122]/g;
/** Marks that readers and writers leave out, and characters that are never seen. */
const LEFT_OUT =
  /(?=\p{M})[\u0300-\u06ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]|\p{Default_Ignorable_Code_Point}/gu;
const LIGATURES = /[œæßøłđðþħŧıς]/g;
const LETTERS: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};

/** Accented letters come again and again; there are too few of them to need a limit. */
const short = new Map<string, string>();

function foldRun(run: string): string {
  if (run.length > 1) return foldAnew(run);
  const known = short.get(run);
  if (known !== undefined) return known;
  const folded = foldAnew(run);
  short.set(run, folded);
  return folded;
}

function foldAnew(run: string): string {
  return run
    .replace(TRADE_MARKS, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(LEFT_OUT, '')
    .replace(LIGATURES, (letter) => LETTERS[letter] ?? letter);
}

/** Words of a search are letters and digits, with signs between them; scripts without spaces between words are searched by characters. */
export const SIGN = 0;
export const WORD = 1;
export const DENSE = 2;
export type CharacterKind = typeof SIGN | typeof WORD | typeof DENSE;

const WORDS = /[\p{L}\p{N}\p{M}]/u;
const WITHOUT_SPACES =
  /(?=[\p{L}\p{N}\p{M}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\u3099\u309a]|\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** For every character of the basic plane its kind and one more; 0 where nobody asked yet. */
const kinds = new Uint8Array(0x10000);

/** The kind of the character that begins at a place of a folded text; a sign where the text ends. */
export function kindAt(text: string, place: number): CharacterKind {
  const code = text.charCodeAt(place);
  // Not a number: the end.
  if (!(code >= 0)) return SIGN;
  if (code >= 0xd800 && code < 0xe000) return kindOf(String.fromCodePoint(text.codePointAt(place) ?? code));
  if (!kinds[code]) kinds[code] = kindOf(String.fromCharCode(code)) + 1;
  return ((kinds[code] ?? 1) - 1) as CharacterKind;
}

/** The kind of the character before a place; a sign where the text begins. */
export function kindBefore(text: string, place: number): CharacterKind {
  const code = text.charCodeAt(place - 1);
  return kindAt(text, code >= 0xdc00 && code < 0xe000 ? place - 2 : place - 1);
}

function kindOf(character: string): CharacterKind {
  if (WITHOUT_SPACES.test(character)) return DENSE;
  return WORDS.test(character) ? WORD : SIGN;
}
