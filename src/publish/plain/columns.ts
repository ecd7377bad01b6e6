/** East Asian Wide and Fullwidth (UAX 11), and what is drawn as a picture. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]|\ufe0f/u;
const PLAIN = /^[\x20-\x7e]*$/;
/** What is drawn on the character before it, or not at all. */
const NO_ROOM = /^[\p{M}\p{Cf}]+$/u;

const segmenter = new Intl.Segmenter('en');

/** The characters as people count them. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** How many columns a text takes where every character has the same width: two for the wide ones of East Asia, and for pictures. */
export function columns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return graphemes(text).reduce((sum, one) => sum + columnsOf(one), 0);
}

function columnsOf(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2;
  return NO_ROOM.test(grapheme) ? 0 : 1;
}
