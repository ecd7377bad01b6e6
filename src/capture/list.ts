import { attributeOf, childNodesOf, childrenOf, localNameOf, parentOf } from './dom';
import type { Place, Walker } from './place';
import { isItem, styleOf } from './style';

const isListItem = (element: Element) => localNameOf(element) === 'li';

/** Marks to be written as text before items, since Markdown's own would be others. */
const written = new WeakMap<Element, string>();

/**
 * A list with Markdown's own marks where these say what is seen: dashes for bullets, numbers where they count up by one.
 * Letters, Roman numbers, and numbers that count down or leap stand as text before each item.
 */
export function writeList(walker: Walker, list: Element, place: Place): void {
  const items = childrenOf(list).filter((item) => isListItem(item) && (place.whole || walker.clip.touches(item)));
  const [first] = items;
  const start = first && isNumbered(first) ? ordinal(first) : -1;
  const isCounted = items.every((item, index) => mark(item) === `${start + index}.`);
  const isBare = items.length === 1 || items.every((item) => mark(item) === '•');
  if (start >= 0 && !isCounted && !isBare) for (const item of items) written.set(item, mark(item));
  const isPlain = start < 0 || start >= 1e9 || (!isCounted && !isBare);
  walker.tree.open(isPlain ? 'ul' : 'ol', isPlain ? {} : { start });
  walker.children(list, place);
  walker.tree.close();
}

export function writeItem(walker: Walker, item: Element, place: Place): void {
  walker.tree.open('li');
  const label = written.get(item);
  if (label) walker.tree.text(`${label} `, []);
  walker.children(item, place);
  walker.tree.close();
}

/** The mark before an item where there are no lists, as in the cell of a table. */
export function writeMark(walker: Walker, item: Element): void {
  if (isListItem(item) && isItem(item, styleOf(item))) walker.tree.text(`${mark(item)} `, []);
}

/** A list of terms as a list: each item a term, and on the next line what it means. */
export function writeDefinitions(walker: Walker, list: Element, place: Place): void {
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

const bullets = /^(?:none|disc|circle|square|disclosure-(?:open|closed)|symbols\(.*|".*|-moz-.*)$/;

/** Whether an item bears a number or letter: its list's own, or one that the page's style counts and draws. */
function isNumbered(item: Element): boolean {
  const { listStyleType } = styleOf(item);
  return !bullets.test(listStyleType) || /counters?\(/.test(getComputedStyle(item, '::before').content);
}

/** What is seen before an item: `•`, `3.`, `c.`, `iii.` */
function mark(item: Element): string {
  return isNumbered(item) ? `${numeral(ordinal(item), styleOf(item).listStyleType)}.` : '•';
}

const ordinals = new WeakMap<Node, Map<Element, number>>();

/** The number that an item of a list bears. */
function ordinal(item: Element): number {
  const list = parentOf(item);
  const known = list && ordinals.get(list);
  if (known || !list) return known?.get(item) ?? 1;
  const items = childrenOf(list).filter(isListItem);
  const step = list instanceof Element && attributeOf(list, 'reversed') !== null ? -1 : 1;
  const start = list instanceof Element ? integer(attributeOf(list, 'start')) : undefined;
  let number = (start ?? (step > 0 ? 1 : items.length)) - step;
  const found = new Map<Element, number>();
  for (const one of items) {
    number = integer(attributeOf(one, 'value')) ?? number + step;
    found.set(one, number);
  }
  ordinals.set(list, found);
  return found.get(item) ?? 1;
}

function integer(attribute: string | null): number | undefined {
  const number = Number.parseInt(attribute ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}

const romans: [number, string][] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
  ] as [number, string][]),
  ...([
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as [number, string][]),
];

/** A number under one of CSS's counter styles; decimal under those that are not known here, and out of their range. */
function numeral(number: number, style: string): string {
  const [, size, kind] = /^(lower|upper)-(alpha|latin|roman|greek)$/.exec(style) ?? [];
  if (style === 'decimal-leading-zero' && number >= 0 && number < 10) return `0${number}`;
  if (!kind || number < 1 || number > 3999) return String(number);
  const alphabet = kind === 'greek' ? 'αβγδεζηθικλμνξοπρστυφχψω' : 'abcdefghijklmnopqrstuvwxyz';
  const text = kind === 'roman' ? roman(number) : letters(number, alphabet);
  return size === 'upper' ? text.toUpperCase() : text;
}

function roman(number: number): string {
  const [value, sign] = romans.find(([least]) => least <= number) ?? [0, ''];
  return value === 0 ? '' : sign + roman(number - value);
}

function letters(number: number, alphabet: string): string {
  const last = (number - 1) % alphabet.length;
  const rest = (number - 1 - last) / alphabet.length;
  return (rest > 0 ? letters(rest, alphabet) : '') + alphabet.charAt(last);
}
