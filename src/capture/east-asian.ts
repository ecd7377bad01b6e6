const letter = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff01-\\uff60]';
const lineEnd = new RegExp(`(?<=${letter})[ \\t]*\\n[ \\t\\n]*(?=${letter})`, 'gu');
const first = new RegExp(`^${letter}`, 'u');
const last = new RegExp(`${letter}$`, 'u');

/**
 * Text of a script that puts no spaces between words without the line ends of its source, which are no spaces there
 * (CSS Text 3, 4.1.3; not all browsers do so).
 */
export function withoutLineEnds(text: string): string {
  return text.includes('\n') ? text.replace(lineEnd, '') : text;
}

/** Whether a line end between two texts is none for the same reason. */
export function joinsLines(before: string, after: string): boolean {
  return last.test(before.slice(-2)) && first.test(after);
}
