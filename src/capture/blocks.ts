import { attributeOf, childNodesOf, displayParent, localNameOf } from './dom';
import type { Place, Walker } from './place';
import { gaps, isCodeBlock, isItem, ordinal, type Style, styleOf } from './style';
import { isCodeTable, isDataTable, writeCodeTable, writeTable } from './table';

/** Tells the tree of a block: of what kind it is, or that its text begins on a line or in a paragraph of its own. */
export function writeBlock(walker: Walker, block: Element, place: Place, outside: Style): void {
  const name = localNameOf(block);
  const open = (tagName: string, properties = {}, inside = place) => {
    walker.tree.open(tagName, properties);
    walker.children(block, inside);
    walker.tree.close();
  };
  if (walker.tree.inCode || place.oneLine) writeLines(walker, block, place);
  else if (isCodeBlock(block, place.style)) open('pre', { className: languageOf(block) });
  else if (name === 'table' && isCodeTable(block)) writeCodeTable(walker, block, place);
  else if (name === 'table' && isDataTable(block, place.style)) writeTable(walker, block, place);
  else if (name === 'dl') writeDefinitions(walker, block, place);
  else if (name === 'ul' || name === 'menu') open('ul');
  else if (name === 'ol') open('ol', { start: firstNumber(walker, block) });
  else if (name === 'li' && isItem(block, place.style)) open('li');
  else if (/^h[1-6]$/.test(name)) open(name, {}, { ...place, oneLine: true });
  else if (name === 'blockquote') open(name);
  else writePlain(walker, block, place, outside);
}

function writeLines(walker: Walker, block: Element, place: Place): void {
  walker.tree.lineEdge();
  walker.children(block, place);
  // A line of code that is empty, and made as high as the others by its style.
  if (childNodesOf(block).length === 0 && block.getBoundingClientRect().height > 0) walker.tree.lineBreak();
  walker.tree.lineEdge();
}

function writePlain(walker: Walker, block: Element, place: Place, outside: Style): void {
  const isParagraph = localNameOf(block) === 'p';
  const { above, below } = gaps(place.style, outside);
  if (above || isParagraph) walker.tree.edge();
  else walker.tree.lineEdge();
  walker.children(block, place);
  if (below || isParagraph) walker.tree.edge();
  else walker.tree.lineEdge();
}

/** A list of terms as a list: each item a term, and on the next line what it means. */
function writeDefinitions(walker: Walker, list: Element, place: Place): void {
  const { tree } = walker;
  let before = '';
  tree.open('ul');
  tree.open('li');
  for (const part of childNodesOf(list).flatMap((node) => (isGroup(node) ? childNodesOf(node) : [node]))) {
    const name = part instanceof Element ? localNameOf(part) : before;
    if (name === 'dt' && before === 'dd') {
      tree.close();
      tree.open('li');
    }
    walker.node(part, place);
    before = name;
  }
  tree.close();
  tree.close();
}

const isGroup = (node: Node) => node instanceof Element && localNameOf(node) === 'div';

function firstNumber({ clip }: Walker, list: Element): number {
  const items = childNodesOf(list).filter((node) => node instanceof Element && localNameOf(node) === 'li');
  const first = items.find((item) => clip.touches(item)) ?? items[0];
  const number = first instanceof Element ? ordinal(first) : 1;
  return number >= 0 && number < 1e9 ? number : 1;
}

const language = /^(?:language|lang|highlight|highlight-source)-([\w+#.-]+)$/;
const noLanguage = /^(?:default|none|plain|plaintext|text|txt|nohighlight)$/;

/** The language of a code block as highlighters note it: in a class of it, of what is around or straight inside it. */
function languageOf(block: Element): string[] {
  const parent = displayParent(block);
  const near = [block, ...block.children, parent, parent && displayParent(parent)];
  for (const element of near) {
    const names = (element && attributeOf(element, 'class'))?.split(/\s+/) ?? [];
    const found = names.map((name) => language.exec(name)?.[1]).find((name) => name !== undefined);
    if (found) return noLanguage.test(found) ? [] : [`language-${found}`];
  }
  return [];
}

/** Whether a list is seen as one where an item alone is asked about: the item's own list. */
export function listOf(item: Element): Element | null {
  return localNameOf(item) === 'li' && isItem(item, styleOf(item)) ? displayParent(item) : null;
}
