import type { AlignType, Table } from 'mdast';
import { columns } from './columns';
import { inlineText } from './inline-text';
import { wrapped } from './wrapped';

/** A table in columns, where they fit; else its rows one below the other, each cell under the name of its column. */
export function tableLines(table: Table, width: number): string[] {
  const rows = table.children.map((row) => row.children.map((cell) => inlineText(cell).replace(/\s+/g, ' ').trim()));
  const [head = [], ...body] = rows;
  const widths = head.map((_, place) => Math.max(3, ...rows.map((row) => columns(row[place] ?? ''))));
  if (widths.reduce((sum, one) => sum + one + 3, -3) > width) return stacked(head, body, width);
  const line = (row: string[]) =>
    widths.map((room, place) => padded(row[place] ?? '', room, table.align?.[place])).join(' | ');
  return [line(head), widths.map((room) => '-'.repeat(room)).join('-+-'), ...body.map(line)].map((one) =>
    one.trimEnd(),
  );
}

function padded(cell: string, width: number, align: AlignType | undefined): string {
  const space = width - columns(cell);
  const before = align === 'right' ? space : align === 'center' ? Math.floor(space / 2) : 0;
  return ' '.repeat(before) + cell + ' '.repeat(space - before);
}

function stacked(head: string[], body: string[][], width: number): string[] {
  return body.flatMap((row, place) => {
    const lines = row.flatMap((cell, column) => wrapped(head[column] ? `${head[column]}: ${cell}` : cell, width));
    return place ? ['', ...lines] : lines;
  });
}
