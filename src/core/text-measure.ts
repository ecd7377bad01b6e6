/** Signs that take two columns where every sign has the same width: East Asian wide ones and pictures. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]|\p{Emoji_Presentation}/gu;
/** Signs that take none. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/gu;
const TAB = 8;

/** How many columns the longest line of a text takes that is set in signs of one width, tabs to every eighth. */
export function columnsOf(text: string): number {
  return text.split('\n').reduce((most, line) => Math.max(most, columnsOfLine(line)), 0);
}

function columnsOfLine(line: string): number {
  if (!line.includes('\t')) return widthOf(line);
  return line
    .split('\t')
    .reduce((at, part, place) => (place ? (Math.floor(at / TAB) + 1) * TAB : 0) + widthOf(part), 0);
}

function widthOf(text: string): number {
  const signs = text.replace(NONE, '');
  return [...signs].length + (signs.match(WIDE)?.length ?? 0);
}

/**
 * About how many lines a text takes on the page, where a line holds `width` characters.
 * @param enough counting ends here: a text may be very long
 */
export function linesOf(text: string, width: number, enough: number): number {
  let lines = 0;
  for (let from = 0; from <= text.length && lines < enough; ) {
    const end = text.indexOf('\n', from);
    const length = (end < 0 ? text.length : end) - from;
    lines += Math.max(1, Math.ceil(length / width));
    from += length + 1;
  }
  return lines;
}
