import type { Element, ElementContent, Root as Tree } from 'hast';
import type { AlignType, BlockContent, PhrasingContent, Root, Table, TableRow } from 'mdast';
import { linesOf, oneLine } from './lines';

/** The tree of a passage, as `Tree` grows it, as a tree of Markdown. */
export function toMdast(tree: Tree): Root {
  return { type: 'root', children: blocks(tree.children as ElementContent[]) };
}

function blocks(nodes: ElementContent[]): BlockContent[] {
  return nodes.flatMap((node) => (node.type === 'element' ? block(node) : []));
}

function block(node: Element): BlockContent {
  const { tagName, children, properties } = node;
  switch (tagName) {
    case 'ul':
    case 'ol':
      return list(node);
    case 'blockquote':
      return { type: 'blockquote', children: blocks(children) };
    case 'pre':
      return { type: 'code', lang: languageOf(properties.className), meta: null, value: textOf(node) };
    case 'hr':
      return { type: 'thematicBreak' };
    case 'table':
      return table(elements(children));
    case 'p':
      return { type: 'paragraph', children: phrasing(children) };
    default:
      return { type: 'heading', depth: Number(tagName.slice(1)) as 1, children: phrasing(children) };
  }
}

function list({ tagName, children, properties }: Element): BlockContent {
  // What stands in a list outside of its items is seen as one of them.
  const items = elements(children).map((item) => ({
    type: 'listItem' as const,
    children: blocks(item.tagName === 'li' ? item.children : [item]),
  }));
  return { type: 'list', ordered: tagName === 'ol', start: Number(properties.start ?? 1), children: items };
}

function languageOf(names: unknown): string | null {
  const [name] = Array.isArray(names) ? names.map(String) : [];
  return name?.replace(/^language-/, '') ?? null;
}

/** Of rows as long as the longest. Where no row names the columns, an empty one stands there, since Markdown wants one. */
function table(rows: Element[]): Table {
  const written = rows.flatMap(tableRows);
  const width = written.reduce((most, { children }) => Math.max(most, children.length), 0);
  if (rows[0] && !isHead(rows[0])) written.unshift({ type: 'tableRow', children: [] });
  for (const { children } of written)
    while (children.length < width) children.push({ type: 'tableCell', children: [] });
  const align = Array.from({ length: width }, (_, column) => alignmentOf(rows, column));
  return { type: 'table', align, children: written };
}

function alignmentOf(rows: Element[], column: number): AlignType {
  for (const row of rows) {
    const align = elements(row.children)[column]?.properties.align;
    if (align) return align as AlignType;
  }
  return null;
}

/** A row in which cells have several lines becomes several rows: no line ends in a Markdown cell. Heads of columns are one row. */
function tableRows(row: Element): TableRow[] {
  const isOneLine = isHead(row);
  const cells = elements(row.children).map(({ children }) => (isOneLine ? [oneLine(children)] : linesOf(children)));
  const height = cells.reduce((most, { length }) => Math.max(most, length), 1);
  return Array.from({ length: height }, (_, line) => ({
    type: 'tableRow',
    children: cells.map((lines) => ({ type: 'tableCell', children: phrasing(lines[line] ?? []) })),
  }));
}

const isHead = (row: Element) => elements(row.children).every(({ tagName }) => tagName === 'th');

function phrasing(nodes: ElementContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text' || node.type === 'kept') return { type: 'text', value: node.value };
    return node.type === 'element' ? inline(node) : [];
  });
}

function inline(node: Element): PhrasingContent | [] {
  const { tagName, properties } = node;
  if (tagName === 'br') return { type: 'break' };
  if (tagName === 'code') return { type: 'inlineCode', value: textOf(node) };
  if (tagName === 'img') return { type: 'image', url: String(properties.src), alt: String(properties.alt) };
  const children = phrasing(node.children);
  // A link without anything in it is not seen.
  if (tagName === 'a') return children.length > 0 ? { type: 'link', url: String(properties.href), children } : [];
  return { type: tagName === 'strong' ? 'strong' : tagName === 'em' ? 'emphasis' : 'delete', children };
}

function textOf(node: ElementContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function elements(nodes: ElementContent[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}
