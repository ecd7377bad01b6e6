import { findAll, localNameOf } from './dom';
import { isMonospace } from './monospace';

/*
 * What a reader sees of an element, asked of its computed style.
 */

export type Style = CSSStyleDeclaration;

const known = new WeakMap<Element, Style>();

export function styleOf(element: Element): Style {
  const style = known.get(element) ?? getComputedStyle(element);
  known.set(element, style);
  return style;
}

/** Whether nothing of an element and what is in it can be seen. */
export function isGone(style: Style): boolean {
  const { display } = style;
  // Nothing but this hides what stands in a line; it is asked first, since each answer of a style takes its time.
  if (display === 'none' || display === 'inline') return display === 'none';
  return style.contentVisibility === 'hidden' || px(style.textIndent) < -999 || isClippedAway(style);
}

/** Text for screen readers only, by the usual ways of hiding it from sight. */
function isClippedAway(style: Style): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (/^rect\(([01]px,? ?){4}\)$/.test(style.clip) || /^inset\((?:50|100)%\)$/.test(style.clipPath)) return true;
  const { overflowX, width, height, left } = style;
  return (overflowX !== 'visible' && px(width) <= 1 && px(height) <= 1) || px(left) < -999;
}

/** Whether what is in an element is folded away, as in closed accordions. */
export function isFolded(style: Style): boolean {
  if (style.display === 'inline' || style.overflowY === 'visible') return false;
  const { height, paddingTop, paddingBottom, width } = style;
  return width === '0px' || (height === '0px' && px(paddingTop) + px(paddingBottom) === 0);
}

/** Whether an element's own text can be seen. */
export function showsText(style: Style): boolean {
  const isMasked = !/^(?:none)?$/.test(style.getPropertyValue('-webkit-text-security'));
  return style.visibility === 'visible' && style.fontSize !== '0px' && !isMasked;
}

/** `user-select` as it works on an element: where it says nothing, its parent's (only Chromium computes that). */
export function isSelectable(style: Style, parentIs: boolean): boolean {
  const value = style.userSelect || style.webkitUserSelect;
  return value === 'auto' || value === '' ? parentIs : value !== 'none';
}

const inlineNames = /^(?:a|abbr|b|br|cite|code|em|font|i|label|mark|s|small|span|strong|sub|sup|time|tspan|u|var)$/;

/** Whether an element stands in a line: also letters that float or are placed by script, as drop capitals and PDF texts do. */
export function isInline(element: Element, style: Style): boolean {
  if (/^(?:inline|contents|ruby|none|math$)/.test(style.display)) return true;
  if (element instanceof MathMLElement && localNameOf(element) !== 'math') return true;
  const placed = style.float !== 'none' || style.position === 'absolute' || style.position === 'fixed';
  return placed && inlineNames.test(localNameOf(element));
}

/** Whether there is a gap, as between paragraphs, above and below a block. */
export function gaps(style: Style, parent: Style | undefined): { above: boolean; below: boolean } {
  const half = px(style.fontSize) / 2;
  const between = parent && /flex|grid/.test(parent.display) ? px(parent.rowGap) : 0;
  return {
    above: px(style.marginTop) + px(style.paddingTop) + px(style.borderTopWidth) + between >= half,
    below: px(style.marginBottom) + px(style.paddingBottom) + px(style.borderBottomWidth) + between >= half,
  };
}

/** How line ends and spaces in the source show: folded, line ends seen, or all seen. */
export function spacing(style: Style): 'folded' | 'lines' | 'all' {
  const { whiteSpace } = style;
  // Where the shorthand has no keyword it tells its parts: `preserve nowrap`.
  if (/^pre-line|preserve-breaks/.test(whiteSpace)) return 'lines';
  return /^(?:pre|break-spaces)/.test(whiteSpace) ? 'all' : 'folded';
}

/** Whether a block is code or a drawing in characters: all spaces seen, all characters of one width. */
export function isCodeBlock(element: Element, style: Style): boolean {
  return !isInline(element, style) && spacing(style) === 'all' && isMonospace(style.fontFamily);
}

export function isBold(style: Style): boolean {
  return Number(style.fontWeight) >= 600;
}

export function isItalic(style: Style): boolean {
  return style.fontStyle !== 'normal';
}

/** Whether an item of a list is seen as one: with a mark before it, or a mere line of a list. */
export function isItem(element: Element, style: Style): boolean {
  if (isInline(element, style)) return false;
  if (style.listStyleType !== 'none' || style.listStyleImage !== 'none') return true;
  return findAll(element, 'p, h1, h2, h3, h4, h5, h6, article, blockquote, figure, pre, table').length === 0;
}

const px = (length: string) => Number.parseFloat(length) || 0;
