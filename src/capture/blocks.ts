import { attributeOf, boxOf, childNodesOf, childrenOf, displayParent, localNameOf } from './dom';
import { writeDefinitions, writeItem, writeList, writeMark } from './list';
import type { Place, Walker } from './place';
import { gaps, isCodeBlock, isItem, type Style, styleOf } from './style';
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
  else if (isDataTable(block)) writeTable(walker, block, place);
  else if (name === 'dl') writeDefinitions(walker, block, place);
  else if (/^(?:ul|ol|menu)$/.test(name)) writeList(walker, block, place);
  else if (name === 'li' && isItem(block, place.style)) writeItem(walker, block, place);
  else if (/^h[1-6]$/.test(name)) open(name, {}, { ...place, oneLine: true });
  else if (name === 'blockquote') open(name);
  else writePlain(walker, block, place, outside);
}

function writeLines(walker: Walker, block: Element, place: Place): void {
  walker.tree.lineEdge();
  if (!walker.tree.inCode) writeMark(walker, block);
  walker.children(block, place);
  // A line of code that is empty, and made as high as the others by its style.
  if (childNodesOf(block).length === 0 && boxOf(block).height > 0) walker.tree.lineBreak();
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

const language = /^(?:language|lang|highlight|highlight-source)-([\w+#.-]+)$/;
const noLanguage = /^(?:default|none|plain|plaintext|text|txt|nohighlight)$/;

/** The language of a code block as highlighters note it: in a class of it, of what is around or straight inside it. */
function languageOf(block: Element): string[] {
  const parent = displayParent(block);
  const near = [block, ...childrenOf(block), parent, parent && displayParent(parent)];
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
