import type { Nodes, Parents, PhrasingContent } from 'mdast';

type Attention = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }>;

/**
 * Leaves in a paragraph only the emphasis that Markdown can write at its place: white space at its edges goes outside,
 * so do signs where they must, and what still cannot stand becomes plain. Changes the tree.
 */
export function tidyEmphasis(paragraph: Parents): void {
  const children = paragraph.children as PhrasingContent[];
  moveSpaceOut(children);
  dropImpossible(children, '\n', '\n', false);
}

function moveSpaceOut(siblings: PhrasingContent[]): void {
  for (let index = siblings.length - 1; index >= 0; index--) {
    const child = siblings[index];
    if (!child || !('children' in child)) continue;
    const children = child.children as PhrasingContent[];
    moveSpaceOut(children);
    if (!isAttention(child)) continue;
    const after = cut(children.at(-1), 'last', /\s/);
    const before = cut(children[0], 'first', /\s/);
    if (before.length + after.length === 0) continue;
    const filled = children.filter((inner) => inner.type !== 'text' || inner.value !== '');
    child.children = filled;
    siblings.splice(index, 1, ...before, ...(filled.length > 0 ? [child] : []), ...after);
  }
}

/** Takes the first or last characters of a text off, as far as they are `such`. */
function cut(node: PhrasingContent | undefined, edge: 'first' | 'last', such: RegExp): PhrasingContent[] {
  if (node?.type !== 'text') return [];
  const characters = [...node.value];
  const isKept = (character: string) => !such.test(character);
  const kept = edge === 'first' ? characters.findIndex(isKept) : characters.findLastIndex(isKept) + 1;
  const at = kept < 0 ? characters.length : kept;
  const parts = [characters.slice(0, at).join(''), characters.slice(at).join('')] as const;
  const [value, rest] = edge === 'first' ? parts : [parts[1], parts[0]];
  node.value = rest;
  return value === '' ? [] : [{ type: 'text', value }];
}

/** `before` and `after` are the characters between which all the siblings stand; `inStars` is set straight inside `*…*`. */
function dropImpossible(siblings: PhrasingContent[], before: string, after: string, inStars: boolean): void {
  for (let index = 0; index < siblings.length; index++) {
    const child = siblings[index];
    if (!child || !('children' in child)) continue;
    const isLast = index === siblings.length - 1;
    const left = index === 0 ? before : lastCharacter(siblings[index - 1]);
    const right = isLast ? after : firstCharacter(siblings[index + 1]);
    const starBefore = index === 0 ? inStars : isStarred(siblings[index - 1]);
    const starAfter = isLast && inStars;
    if (!isAttention(child)) {
      dropImpossible(child.children as PhrasingContent[], '[', ']', false);
    } else if (canStand(child, left, right) && canDiffer(child, starBefore || left, starAfter || right)) {
      dropImpossible(child.children, left, right, isStarred(child));
    } else {
      if (!freeSigns(siblings, index)) siblings.splice(index, 1, ...child.children);
      index--;
    }
  }
  mergeAlike(siblings);
}

/** Takes signs out of an emphasis that they keep from standing: `a**"b"**` can be written as `a"**b**"`. */
function freeSigns(siblings: PhrasingContent[], index: number): boolean {
  const child = siblings[index] as Attention;
  const before = cut(child.children[0], 'first', /[\s\p{P}\p{S}]/u);
  const after = cut(child.children.at(-1), 'last', /[\s\p{P}\p{S}]/u);
  const isLeft = child.children.some((inner) => inner.type !== 'text' || inner.value !== '');
  siblings.splice(index, 1, ...before, ...(isLeft ? [child] : []), ...after);
  return before.length + after.length > 0;
}

/** Beside other stars emphasis is written with `_`, which means nothing beside letters; true stands for a star. */
function canDiffer(node: Attention, left: string | true, right: string | true): boolean {
  if (!isStarred(node) || (left !== true && right !== true)) return true;
  return (left === true || !isLetter(left)) && (right === true || !isLetter(right));
}

/** Two emphases or code spans in a row would be read as something else. */
function mergeAlike(siblings: PhrasingContent[]): void {
  let last = 0;
  for (const child of siblings.slice(1)) {
    const previous = siblings[last];
    if (child.type !== previous?.type || !merge(previous, child)) siblings[++last] = child;
  }
  siblings.length = Math.min(siblings.length, last + 1);
}

function merge(previous: PhrasingContent, child: PhrasingContent): boolean {
  if ('value' in child && 'value' in previous) previous.value += child.value;
  else if (isAttention(child) && isAttention(previous)) {
    for (const inner of child.children) previous.children.push(inner);
    mergeAlike(previous.children);
  } else return false;
  return true;
}

function canStand(node: Attention, left: string, right: string): boolean {
  return clings(left, firstCharacter(node.children[0])) && clings(right, lastCharacter(node.children.at(-1)));
}

/** CommonMark 6.2, "flanking": a marker between a letter and a sign belongs to the letter, whatever was meant. */
function clings(outside: string, inside: string): boolean {
  return !/\s/.test(inside) && !(isLetter(outside) && !isLetter(inside));
}

const isLetter = (character: string) => !/[\s\p{P}\p{S}]/u.test(character);
const isStarred = (node: Nodes | undefined) => node?.type === 'emphasis' || node?.type === 'strong';
const isAttention = (node: Nodes): node is Attention => /^(?:emphasis|strong|delete)$/.test(node.type);

/** The first character as Markdown has it, by UTF-16 unit as parsers look at it. */
function firstCharacter(node: PhrasingContent | undefined): string {
  if (!node || node.type === 'break') return '\n';
  if (node.type === 'text') return node.value.charAt(0);
  return isAttention(node) ? '*' : '[';
}

function lastCharacter(node: PhrasingContent | undefined): string {
  if (!node || node.type === 'break') return '\n';
  if (node.type === 'text') return node.value.charAt(node.value.length - 1);
  return isAttention(node) ? '*' : ')';
}
