import { attributeOf, localNameOf } from './dom';
import { isBold, isItalic, type Style } from './style';
import type { Mark } from './tree-node';

const plain = /^(?:b|cite|dfn|em|font|i|span|strong|var)$/;
const code = /^(?:code|kbd|samp|tt)$/;

/**
 * The marks that an inline element adds to those around it: what it is, and what its style makes of it (a `b` may be
 * light, a `span` bold). `outside` is the style of what it stands in. Code is always innermost and holds links only by
 * standing in them.
 */
export function marksOf(element: Element, style: Style, outside: Style | undefined, marks: Mark[]): Mark[] {
  const name = localNameOf(element);
  const inCode = marks.find((mark) => mark.tagName === 'code');
  const added = inCode ? [] : ownMarks(name, style, outside);
  const href = name === 'a' ? address(element) : '';
  if (href !== '') added.unshift({ tagName: 'a', properties: { href } });
  const around = marks.filter((mark) => mark !== inCode && !added.some(({ tagName }) => tagName === mark.tagName));
  return [...around, ...added, ...(inCode ? [inCode] : [])];
}

function ownMarks(name: string, style: Style, outside: Style | undefined): Mark[] {
  const marks: Mark[] = [];
  const add = (tagName: Mark['tagName']) => marks.push({ tagName, properties: {} });
  if (plain.test(name) && isBold(style) && !(outside && isBold(outside))) add('strong');
  if (plain.test(name) && isItalic(style) && !(outside && isItalic(outside))) add('em');
  if (/^(?:del|s|strike)$/.test(name)) add('del');
  if (code.test(name)) add('code');
  return marks;
}

/** Where a link leads, or empty for what a link in a journal must not be. */
function address(link: Element): string {
  const href = attributeOf(link, 'href');
  return href === null ? '' : absolute(href, link, /^(?:https?|mailto):/);
}

/** Source and description of an image; the source is empty unless it can be shown elsewhere. */
export function imageOf(image: Element): { src: string; alt: string } {
  const chosen = image instanceof HTMLImageElement ? image.currentSrc : '';
  const src = absolute(chosen || attributeOf(image, 'src') || '', image, /^https?:/);
  return { src, alt: (attributeOf(image, 'alt') ?? '').replace(/\s+/g, ' ').trim() };
}

function absolute(relative: string, element: Element, allowed: RegExp): string {
  try {
    const { href } = new URL(relative, element.baseURI);
    // Some browsers leave bars as they are, which would end a table's cell.
    return allowed.test(href) ? href.replaceAll('|', '%7C') : '';
  } catch {
    return '';
  }
}
