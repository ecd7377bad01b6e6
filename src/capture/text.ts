import { type Style, spacing } from './style';
import type { Tree } from './tree';
import type { Mark } from './tree-node';

/** Tells the tree of a text, or part of one, as it shows under a style. `parent` is the name of the element it stands in. */
export function writeText(tree: Tree, data: string, style: Style, marks: Mark[], parent: string): void {
  const text = data.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
  const space = tree.inCode ? 'all' : spacing(style);
  if (tree.inCode) {
    tree.text(text, marks);
  } else if (space === 'folded') {
    tree.text(raised(withoutHyphens(text), parent), marks);
  } else {
    for (const [index, line] of withoutHyphens(text).split('\n').entries()) {
      if (index > 0) tree.lineBreak();
      if (space === 'all') tree.keptText(line, marks);
      else tree.text(line, marks);
    }
  }
}

/** Text of a field: as typed, every line and space of it. */
export function writeTyped(tree: Tree, value: string): void {
  for (const [index, line] of value.replace(/\r\n?/g, '\n').split('\n').entries()) {
    if (index > 0) tree.lineBreak();
    tree.keptText(line, []);
  }
}

/** Soft hyphens show only where a line happens to be broken. */
const withoutHyphens = (text: string) => text.replaceAll('\u00ad', '');

const raisedSigns: Record<string, string> = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ' };

/** Exponents and indices, where there are characters for them: 10² must not become 102. */
function raised(text: string, parent: string): string {
  const signs = raisedSigns[parent];
  if (!signs || !/^[0-9+\-=()n\u2212]+$/.test(text)) return text;
  return text.replaceAll('\u2212', '-').replace(/./g, (sign) => signs.charAt('0123456789+-=()n'.indexOf(sign)));
}
