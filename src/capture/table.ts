import { attributeOf, childrenOf, findAll, localNameOf, textOf } from './dom';
import { isMonospace } from './monospace';
import type { Place, Walker } from './place';
import { isBold, isGone, type Style, spacing, styleOf } from './style';

const layout = 'table, pre, h1, h2, h3, h4, h5, h6, blockquote, form, article, section';
const lists = 'ul, ol, dl';

/**
 * Whether an element shows data in columns, whatever it is called. Other tables place things on the page, and their
 * cells read as blocks.
 */
export function isDataTable(table: Element): boolean {
  const isCalledTable = localNameOf(table) === 'table';
  if (!isCalledTable && styleOf(table).display !== 'table') return false;
  if (/^(?:none|presentation)$/.test(attributeOf(table, 'role') ?? '')) return false;
  const rows = rowsOf(table);
  const isGrid = rows.some((row) => cellsOf(row).length > 1) && (isCalledTable || rows.length > 1);
  // Under heads of columns even lists are data.
  return isGrid && findAll(table, rows[0] && isHead(rows[0]) ? layout : `${layout}, ${lists}`).length === 0;
}

/** Whether the rows of a table are the lines of a program, as where lines bear numbers. */
export function isCodeTable(table: Element): boolean {
  const cells = rowsOf(table).flatMap(cellsOf).slice(0, 50).map(styleOf);
  return cells.some((style) => spacing(style) === 'all' && isMonospace(style.fontFamily));
}

/** The rows of a program as its lines; white space between rows and cells is not of it. */
export function writeCodeTable(walker: Walker, table: Element, place: Place): void {
  const rows = rowsOf(table);
  const isNumbered = rows.every((row) => cellsOf(row).length > 1 && /^\s*\d*\s*$/.test(textOf(cellsOf(row)[0] ?? row)));
  walker.tree.open('pre');
  for (const row of rows.filter((row) => place.whole || walker.clip.touches(row))) {
    const inRow = walker.inside(row, place);
    const cells = cellsOf(row).slice(isNumbered ? 1 : 0);
    for (const cell of cells) walker.children(cell, walker.inside(cell, inRow));
    const last = cells.at(-1);
    if (last && textOf(last) === '') walker.tree.lineBreak();
    walker.tree.lineEdge();
  }
  walker.tree.close();
}

/** The selected rows and columns; a cell that spans several stands in the first, the others are empty. */
export function writeTable(walker: Walker, table: Element, place: Place): void {
  const { tree, clip } = walker;
  const isSelected = (node: Element | null) => node !== null && (place.whole || clip.touches(node));
  for (const caption of partsOf(table, 'table-caption')) walker.node(caption, place);
  const rows = rowsOf(table);
  const grid = gridOf(rows).filter((_, index) => isSelected(rows[index] ?? null));
  const columns = grid.reduce((most, cells) => Math.max(most, cells.length), 0);
  const shown = Array.from({ length: columns }, (_, column) => grid.some((cells) => isSelected(cells[column] ?? null)));
  tree.open('table');
  for (const [index, row] of rows.filter(isSelected).entries()) {
    const inRow = walker.inside(row, place);
    tree.open('tr');
    for (const [column, cell] of (grid[index] ?? []).entries()) {
      if (shown[column]) writeCell(walker, cell, inRow, isHead(row), isSelected(cell));
    }
    tree.close();
  }
  tree.close();
}

function writeCell(walker: Walker, cell: Element | null, inRow: Place, isInHead: boolean, isSelected: boolean): void {
  const inside = { ...(cell ? walker.inside(cell, inRow) : inRow), oneLine: true };
  const isRowHead = cell !== null && !isInHead && localNameOf(cell) === 'th' && isBold(inside.style);
  if (isRowHead) inside.marks = [...inside.marks, { tagName: 'strong', properties: {} }];
  walker.tree.open(isInHead ? 'th' : 'td', {
    align: cell && localNameOf(cell) !== 'th' ? alignment(inside.style) : undefined,
  });
  if (cell && isSelected) walker.children(cell, inside);
  walker.tree.close();
}

/** The cells of each row by column; null where one from the left or from above reaches to. */
function gridOf(rows: Element[]): (Element | null)[][] {
  const width = widthOf(rows);
  const fromAbove: number[] = [];
  return rows.map((row) => {
    const cells: (Element | null)[] = [];
    const own = cellsOf(row);
    const passCovered = (toCome: number) => {
      for (let rest = fromAbove[cells.length] ?? 0; rest > 0 && cells.length + toCome < width; ) {
        fromAbove[cells.length] = rest - 1;
        cells.push(null);
        rest = fromAbove[cells.length] ?? 0;
      }
    };
    for (const [index, cell] of own.entries()) {
      passCovered(own.length - index);
      const columns = Math.min(span(cell, 'colspan'), Math.max(1, width - cells.length));
      for (let column = 0; column < columns; column++) {
        fromAbove[cells.length] = span(cell, 'rowspan') - 1;
        cells.push(column === 0 ? cell : null);
      }
    }
    passCovered(0);
    return cells;
  });
}

/** How many columns there are: spans may be written wider than any table is. */
function widthOf(rows: Element[]): number {
  const most = rows.reduce((width, row) => Math.max(width, cellsOf(row).length), 0);
  const spans = rows.map((row) => cellsOf(row).reduce((sum, cell) => sum + Math.min(span(cell, 'colspan'), most), 0));
  return spans.reduce((width, sum) => Math.max(width, Math.min(sum, most * 4)), 0);
}

const span = (cell: Element, name: string) => Math.max(1, Number.parseInt(attributeOf(cell, name) ?? '', 10) || 1);

/** Whether a row names the columns: it holds such cells only. */
function isHead(row: Element): boolean {
  const cells = cellsOf(row);
  return (
    cells.length > 0 &&
    cells.every((cell) => localNameOf(cell) === 'th' || attributeOf(cell, 'role') === 'columnheader')
  );
}

function alignment({ textAlign, direction }: Style): string | undefined {
  if (textAlign === 'end' && direction === 'ltr') return 'right';
  return /(?:^|-)(right|center)$/.exec(textAlign)?.[1];
}

/** By their display, so that a table is known as one that scrolls as a block, and one made of other elements. */
function rowsOf(table: Element): Element[] {
  const groups = ['table-header-group', 'table-row-group', 'table-footer-group'].flatMap((name) =>
    partsOf(table, name),
  );
  return [table, ...groups].flatMap((group) => partsOf(group, 'table-row'));
}

function cellsOf(row: Element): Element[] {
  return partsOf(row, 'table-cell');
}

function partsOf(parent: Element, display: string): Element[] {
  return childrenOf(parent).filter((child) => styleOf(child).display === display && !isGone(styleOf(child)));
}
