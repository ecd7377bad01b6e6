import type { Element, ElementContent } from 'hast';
import { isAllCode, isDrawing } from './monospaced';
import { element } from './tree-node';

type Line = ElementContent[];

/**
 * Inline content as paragraphs: `br` ends a line, a line without anything to see ends the paragraph. What is drawn with
 * characters, or code line by line, is a `pre`. `isEven`: whether all characters are of one width.
 */
export function paragraphs(run: ElementContent[], isEven: () => boolean): Element[] {
  const found: Element[] = [];
  let lines: Line[] = [];
  let gap = 0;
  const end = () => {
    if (lines.length > 0) add(found, lines, gap, isEven);
    gap = lines.length > 0 ? 1 : gap + 1;
    lines = [];
  };
  for (const line of linesOf(run)) {
    if (isSeen(line)) lines.push(line);
    else end();
  }
  end();
  return found;
}

/** Adds the lines between two blank ones; a drawing goes on over `gap` blank lines. */
function add(found: Element[], lines: Line[], gap: number, isEven: () => boolean): void {
  const texts = lines.length > 1 ? lines.map(textOf) : [];
  if (!isAllCode(lines) && !isDrawing(texts, isEven)) {
    found.push(element('p', {}, joined(lines, element('br'))));
    return;
  }
  const value = texts.join('\n');
  const before = found.at(-1)?.tagName === 'pre' ? found.at(-1)?.children[0] : undefined;
  if (before?.type === 'text') before.value += '\n'.repeat(gap + 1) + value;
  else found.push(element('pre', {}, [{ type: 'text', value }]));
}

/** The lines of it that show something, for cells. */
export function seenLines(run: ElementContent[]): Line {
  return joined(linesOf(run).filter(isSeen), element('br'));
}

/** The same on one line, for headings. */
export function oneLine(run: ElementContent[]): Line {
  return joined(linesOf(run).filter(isSeen), { type: 'text', value: ' ' });
}

export function linesOf(run: ElementContent[]): Line[] {
  const lines: Line[] = [[]];
  for (const node of run) {
    if (node.type === 'element' && node.tagName === 'br') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

/** The characters of a line as in a file: all spaces are of one kind. */
function textOf(line: Line): string {
  const text = line.map((node) =>
    node.type === 'element' ? textOf(node.children) : 'value' in node ? node.value : '',
  );
  return text.join('').replaceAll('\u00a0', ' ').trimEnd();
}

function isSeen(line: Line): boolean {
  return line.some((node) => {
    if (node.type === 'element') return node.tagName === 'img' || isSeen(node.children);
    return 'value' in node && /\S/.test(node.value);
  });
}

function joined(lines: Line[], between: ElementContent): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [structuredClone(between), ...line]));
}
