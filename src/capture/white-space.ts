/** Space as it waits to be placed: a line feed is one that may be none. */
export const folded = (space: string) => ({ value: space.includes('\n') ? '\n' : ' ', kept: false });

/** A text without the white space at its edges (CSS's, so without U+00A0), and that before and after it. */
export function parted(value: string): [string, string, string] {
  const start = value.search(/[^ \t\n\r\f]/);
  if (start < 0) return [value, '', ''];
  let end = value.length;
  while (/[ \t\n\r\f]/.test(value.charAt(end - 1))) end--;
  return [value.slice(0, start), value.slice(start, end), value.slice(end)];
}

/** Leading spaces as U+00A0, which Markdown keeps; a tab reaches to the next multiple of 8. */
export function indentation(spaces: string): string {
  let width = 0;
  for (const character of spaces) width += character === '\t' ? 8 - (width % 8) : 1;
  return '\u00a0'.repeat(width);
}
