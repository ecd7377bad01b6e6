import type { List, Nodes, Parents } from 'mdast';
import { parseMarkdown } from '../../core/markdown';
import { inlineText } from './inline-text';
import { tableLines } from './table-lines';
import { WIDTH, wrapped } from './wrapped';

/** However deep something is nested, its lines keep room for some words. */
const NARROWEST = 24;

/**
 * Markdown as lines of plain text. Paragraphs are wrapped, lists hang; code and diagrams stand as they are.
 * @param mark what each line begins with, such as `> `
 */
export function markdownLines(text: string, mark = ''): string[] {
  return marked(blocks(parseMarkdown(text), WIDTH - mark.length), mark);
}

function blocks(parent: Parents, width: number, close = false): string[] {
  return parent.children.flatMap((child, place) => {
    const lines = block(child, width);
    return place === 0 || close ? lines : ['', ...lines];
  });
}

function block(it: Nodes, width: number): string[] {
  switch (it.type) {
    case 'code':
      return it.value.split('\n');
    case 'blockquote':
      return marked(blocks(it, within(width, 2)), '> ');
    case 'list':
      return listLines(it, width);
    case 'table':
      return tableLines(it, width);
    case 'thematicBreak':
      return ['* * *'];
    default:
      return wrapped(inlineText(it), width);
  }
}

/** Items hang from their marks; numbers stand below each other. */
function listLines({ ordered, start, spread, children }: List, width: number): string[] {
  const first = start ?? 1;
  const room = String(first + children.length - 1).length;
  return children.flatMap((item, place) => {
    const bullet = ordered ? `${String(first + place).padStart(room)}. ` : '- ';
    const lines = blocks(item, within(width, bullet.length), !item.spread);
    const hung = marked(lines.length ? lines : [''], bullet, ' '.repeat(bullet.length));
    return spread && place > 0 ? ['', ...hung] : hung;
  });
}

function within(width: number, taken: number): number {
  return Math.max(NARROWEST, width - taken);
}

function marked(lines: string[], first: string, rest = first): string[] {
  return lines.map((line, place) => `${place ? rest : first}${line}`.trimEnd());
}
