import type { Paragraph } from 'mdast';

/**
 * A line in which nothing can be Markdown: it begins like prose (no number, sign or indent that could make a list, a rule, a heading or
 * code), and has none of the signs that mean something further on. An address needs a slash, an `@` or `www`.
 */
const LINE = /^[\p{L}\p{M}"'«»“”‘’„(—–…]([^\p{Cc}\\`*_~[\]<>|&@/]*[^\p{Cc}\\`*_~[\]<>|&@/\s])?$/u;

/**
 * The paragraphs of a text that is nothing but words, as the parser of Markdown would have them, in a hundredth of its time; undefined
 * where it may be more. Most quotes and notes are prose, and a page has thousands of them.
 */
export function plainParagraphs(text: string): Paragraph[] | undefined {
  const paragraphs = text.split('\n\n');
  const isPlain = paragraphs.every((paragraph) => paragraph.split('\n').every((line) => LINE.test(line)));
  if (!isPlain || /www|:\/|mailto:|xmpp:/i.test(text)) return undefined;
  return paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}
