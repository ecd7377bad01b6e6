import { attributeOf, childNodesOf, findAll, localNameOf } from './dom';
import { isMonospace } from './monospace';
import type { Place, Walker } from './place';
import { isGone, type Style, spacing, styleOf } from './style';

const layout = 'table, pre, ul, ol, dl, h1, h2, h3, h4, h5, h6, blockquote, form, article, section';

/** Whether a table shows data in columns. Others place things on the page, and their cells read as blocks. */
export function isDataTable(table: Element, style: Style): boolean {
  if (!/table$/.test(style.display) || /^(?:none|presentation)$/.test(attributeOf(table, 'role') ?? '')) return false;
  return findAll(table, layout).length === 0 && rowsOf(table).some((row) => cellsOf(row).length > 1);
}

/** Whether the rows of a table are the lines of a program, as where lines bear numbers. */
export function isCodeTable(table: Element): boolean {
  const cells = rowsOf(table).flatMap(cellsOf).slice(0, 50).map(styleOf);
  return cells.some((style) => spacing(style) === 'all' && isMonospace(style.fontFamily));
}

/** The rows of a program as its lines; white space between rows and cells is not of it. */
export function writeCodeTable(walker: Walker, table: Element, place: Place): void {
  walker.tree.open('pre');
  for (const row of rowsOf(table).filter((row) => place.whole || walker.clip.touches(row))) {
    const inRow = walker.inside(row, place);
    const cells = cellsOf(row);
    for (const cell of cells) walker.children(cell, walker.inside(cell, inRow));
    if (cells.at(-1)?.textContent === '') walker.tree.lineBreak();
    walker.tree.lineEdge();
  }
  walker.tree.close();
}

export function writeTable(walker: Walker, table: Element, place: Place): void {
  const { tree, clip } = walker;
  const isSelected = (node: Node) => place.whole || clip.touches(node);
  for (const caption of partsOf(table, 'caption')) walker.node(caption, place);
  tree.open('table');
  for (const row of rowsOf(table).filter(isSelected)) {
    const inRow = walker.inside(row, place);
    tree.open('tr');
    for (const cell of cellsOf(row)) writeCell(walker, cell, inRow, isSelected(cell));
    tree.close();
  }
  tree.close();
}

function writeCell(walker: Walker, cell: Element, inRow: Place, isSelected: boolean): void {
  const inside = { ...walker.inside(cell, inRow), oneLine: true };
  walker.tree.open(localNameOf(cell), {
    colSpan: attributeOf(cell, 'colspan') ?? undefined,
    rowSpan: attributeOf(cell, 'rowspan') ?? undefined,
    align: localNameOf(cell) === 'td' ? alignment(inside.style) : undefined,
  });
  if (isSelected) walker.children(cell, inside);
  walker.tree.close();
}

const alignment = ({ textAlign }: Style) => (textAlign === 'right' || textAlign === 'center' ? textAlign : undefined);

function rowsOf(table: Element): Element[] {
  const groups = [table, ...partsOf(table, 'thead'), ...partsOf(table, 'tbody'), ...partsOf(table, 'tfoot')];
  return groups.flatMap((group) => partsOf(group, 'tr')).filter((row) => !isGone(styleOf(row)));
}

function cellsOf(row: Element): Element[] {
  return partsOf(row, 'td', 'th').filter((cell) => !isGone(styleOf(cell)));
}

function partsOf(parent: Element, ...names: string[]): Element[] {
  const elements = childNodesOf(parent).filter((node): node is Element => node instanceof Element);
  return elements.filter((element) => names.includes(localNameOf(element)));
}
