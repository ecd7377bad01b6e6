const known = new Map<string, boolean>();

/** Whether all characters are of one width in the font that a `font-family` comes to in this page. */
export function isMonospace(fontFamily: string): boolean {
  const answer = known.get(fontFamily) ?? measure(fontFamily);
  known.set(fontFamily, answer);
  return answer;
}

function measure(fontFamily: string): boolean {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) return /mono|courier|consolas|menlo/i.test(fontFamily);
  pen.font = `16px ${fontFamily}`;
  return pen.measureText('iiii').width === pen.measureText('MMMM').width;
}
