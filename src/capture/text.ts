import { withoutLineEnds } from './east-asian';
import { isMonospace } from './monospace';
import type { Place } from './place';
import { raised } from './raised';
import { type Style, spacing } from './style';
import type { Tree } from './tree';

/** Tells the tree of a text, or part of one, as it shows at its place. */
export function writeText(tree: Tree, data: string, { style, marks, raised: how }: Place): void {
  const text = seen(data, style);
  const space = tree.inCode ? 'all' : spacing(style);
  if (tree.inCode) {
    tree.text(text, marks);
    return;
  }
  tree.font(() => isMonospace(style.fontFamily));
  if (space === 'folded') {
    tree.text(raised(withoutLineEnds(text), how), marks);
  } else {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) tree.lineBreak();
      if (space === 'all') tree.keptText(raised(line, how), marks);
      else tree.text(raised(line, how), marks);
    }
  }
}

/** Text of a field: as typed, every line and space of it. */
export function writeTyped(tree: Tree, value: string): void {
  tree.font(() => false);
  for (const [index, line] of value.replace(/\r\n?/g, '\n').split('\n').entries()) {
    if (index > 0) tree.lineBreak();
    tree.keptText(line, []);
  }
}

/**
 * Hints that are not seen: soft hyphens, joiners of words, and the zero-width space, which only the scripts of South-East
 * Asia need between words. Joiners of letters and signs of direction stay, since they change what is seen.
 */
const unseen = /[\u00ad\u2060\ufeff]|\u200b(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])/g;

function seen(data: string, { textTransform }: Style): string {
  const text = data.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd').replace(unseen, '');
  if (textTransform.includes('uppercase')) return text.toUpperCase();
  if (textTransform.includes('lowercase')) return text.toLowerCase();
  if (!textTransform.includes('capitalize')) return text;
  return text.replace(/(?<![\p{L}\p{N}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
