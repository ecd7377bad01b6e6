import type { ElementContent } from 'hast';

/** Whether the lines of a paragraph are each code and nothing else: then it is one block of code. */
export function isAllCode(lines: ElementContent[][]): boolean {
  return lines.length > 1 && lines.every((line) => line.every(isCode));
}

function isCode(node: ElementContent): boolean {
  if (node.type !== 'element') return 'value' in node && !/\S/.test(node.value);
  return node.tagName === 'code' || (/^(?:strong|em)$/.test(node.tagName) && node.children.every(isCode));
}

/**
 * Whether lines are a drawing or table made of characters, which only holds together where all are of one width: drawn
 * with signs for lines, set in such a font with runs of spaces, or with runs of spaces that end in the same columns.
 */
export function isDrawing(lines: string[], isEven: () => boolean): boolean {
  if (lines.length < 2) return false;
  const count = (isSo: (line: string) => boolean) => lines.filter(isSo).length;
  if (count((line) => /[\u2500-\u259f]/.test(line)) > 1) return true;
  if (lines.some((line) => /^[ \t]/.test(line) || gapEnds(line).length > 0) && isEven()) return true;
  const inColumns = columns(lines);
  if (inColumns > 1 && inColumns * 2 >= lines.length) return true;
  const text = lines.join('');
  const signs = text.match(/[|/\\_\-+=<>^*#~`'.:(){}[\]]/g)?.length ?? 0;
  return / {2}|^ |\t/.test(text) && signs > text.replace(/\s/g, '').length * 0.6;
}

/** How many lines have a word after a gap that begins, or ends, where such a word of another line does. */
function columns(lines: string[]): number {
  const edges = lines.map((line) =>
    gapEnds(line).flatMap((start) => [`from ${start}`, `to ${start + line.slice(start).search(/\s|$/)}`]),
  );
  const seen = new Map<string, number>();
  for (const edge of edges.flat()) seen.set(edge, (seen.get(edge) ?? 0) + 1);
  return edges.filter((own) => own.some((edge) => (seen.get(edge) ?? 0) > 1)).length;
}

/** Where runs of spaces inside a line end; not those between sentences. */
function gapEnds(line: string): number[] {
  return [...line.matchAll(/(?<=[^\s.!?:;,])(?: {2,}|\t+)(?=\S)/g)].map((gap) => gap.index + gap[0].length);
}
