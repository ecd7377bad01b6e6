import { attributeOf, displayParent, findAll, localNameOf, textOf } from './dom';

const named = /(?:^|[^a-z])(?:line|ln)[-_]?(?:no|num)|gutter/i;

/** Whether an element holds the numbers of a program's lines, by its name and by what stands in it. They are no part of the program. */
export function isGutter(element: Element, isInCode: boolean): boolean {
  if (!named.test(attributeOf(element, 'class') ?? '') || /^(?:pre|code)$/.test(localNameOf(element))) return false;
  if (!/^[\s\d]*\d[\s\d]*$/.test(textOf(element))) return false;
  if (isInCode || attributeOf(element, 'aria-hidden') === 'true') return true;
  const parent = displayParent(element);
  return [parent, parent && displayParent(parent)].some((near) => near && findAll(near, 'pre, code').length);
}
