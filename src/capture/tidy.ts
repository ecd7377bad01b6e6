import type { List, ListItem, Nodes } from 'mdast';
import { tidyEmphasis } from './tidy-emphasis';

/** Makes a Markdown tree fit to be written in our dialect. Changes the tree. */
export function tidy(node: Nodes, inCell = node.type === 'tableCell'): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    tidy(child, inCell || child.type === 'tableCell');
    // In a table no code can hold a backslash before a bar.
    if (inCell && child.type === 'inlineCode' && child.value.includes('\\|')) Object.assign(child, { type: 'text' });
    if (child.type === 'list') tidyList(child);
    if ('url' in child) child.url = child.url.replaceAll('(', '%28').replaceAll(')', '%29');
  }
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') tidyEmphasis(node);
}

/** No blank lines in a list whose items need none. */
function tidyList(list: List): void {
  for (const item of list.children) item.spread = needsBlankLines(item);
  list.spread = list.children.some((item) => item.spread);
}

function needsBlankLines(item: ListItem): boolean {
  return item.children.some((child, index) => index > 0 && child.type !== 'list' && child.type !== 'code');
}
