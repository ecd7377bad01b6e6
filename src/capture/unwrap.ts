import type { Element, ElementContent, Root, RootContent } from 'hast';
import { element } from './tree-node';

/**
 * Takes off what a selection stands wholly inside of: a passage of one list item, heading, cell or quotation is only a
 * passage. A list stays where levels are seen in it.
 */
export function unwrap(root: Root): Root {
  const [only, ...others] = root.children;
  if (only?.type !== 'element' || others.length > 0) return root;
  const inner = contentOf(only);
  return inner ? unwrap({ type: 'root', children: inner }) : root;
}

function contentOf(block: Element): RootContent[] | undefined {
  if (block.tagName === 'blockquote') return block.children;
  if (/^h[1-6]$/.test(block.tagName)) return [element('p', {}, block.children)];
  if (block.tagName === 'table') return onlyCell(block);
  return /^[uo]l$/.test(block.tagName) ? onlyItem(block) : undefined;
}

function onlyItem({ children: [item, ...others] }: Element): ElementContent[] | undefined {
  if (item?.type !== 'element' || others.length > 0) return undefined;
  const hasLevels =
    item.children.length > 1 && item.children.some((child) => 'tagName' in child && /^[uo]l$/.test(child.tagName));
  return hasLevels ? undefined : item.children;
}

function onlyCell(table: Element): ElementContent[] | undefined {
  const rows = table.children.filter((row) => row.type === 'element');
  const filled = rows.flatMap((row) => row.children).filter((cell) => 'children' in cell && cell.children.length > 0);
  const [cell] = filled;
  return filled.length === 1 && cell?.type === 'element' ? [element('p', {}, cell.children)] : undefined;
}
