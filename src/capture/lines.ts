import type { Element, ElementContent } from 'hast';
import { element } from './tree-node';

type Line = ElementContent[];

/** Inline content as paragraphs: `br` ends a line, a line without anything to see ends the paragraph. */
export function paragraphs(run: ElementContent[]): Element[] {
  const found: Line[][] = [[]];
  for (const line of linesOf(run)) {
    if (isSeen(line)) found.at(-1)?.push(line);
    else found.push([]);
  }
  return found.filter((lines) => lines.length > 0).map((lines) => element('p', {}, joined(lines, element('br'))));
}

/** The same on one line, for headings and cells. */
export function oneLine(run: ElementContent[]): Line {
  return joined(linesOf(run).filter(isSeen), { type: 'text', value: ' ' });
}

function linesOf(run: ElementContent[]): Line[] {
  const lines: Line[] = [[]];
  for (const node of run) {
    if (node.type === 'element' && node.tagName === 'br') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
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
