import type { Root } from 'hast';
import { listOf } from './blocks';
import { Clip } from './clip';
import { displayParent } from './dom';
import { focusedElement } from './focus';
import { rangesOf, shadowRanges } from './shadow';
import { isCodeBlock, styleOf } from './style';
import { writeTyped } from './text';
import { Tree } from './tree';
import { unwrap } from './unwrap';
import { Walk } from './walk';

/** What the reader has selected in this frame, as seen; empty when nothing is. */
export function selectedTree(): Root {
  const tree = new Tree();
  const typed = selectedTyped(focusedElement());
  if (typed !== '') {
    writeTyped(tree, typed);
    return tree.root();
  }
  const clip = new Clip(selectedRanges());
  const holder = clip.holder();
  if (holder) new Walk(tree, clip).from(contextOf(holder));
  return unwrap(tree.root());
}

/** The selected part of a field's text. Secrets stay where they are. */
function selectedTyped(field: Element | null): string {
  const isText =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'password');
  return isText ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : '';
}

/** What is selected of the page, not of a field's text. */
export function selectedRanges(): Range[] {
  if (selectedTyped(focusedElement()) !== '') return [];
  const selection = getSelection();
  const inside = selection ? shadowRanges(selection) : [];
  return inside.length > 0 ? inside : rangesOf(selection);
}

/** The element to begin with, so that what is selected is seen for what it is: code, the levels of a list, a table. */
function contextOf(holder: Element): Element {
  let code: Element | null = null;
  let table: Element | null = null;
  const isInGrid = /^table-(?:row|.*-group)$/.test(styleOf(holder).display);
  for (let element: Element | null = holder; element; element = displayParent(element)) {
    if (isCodeBlock(element, styleOf(element))) code = element;
    if (isInGrid && /table$/.test(styleOf(element).display)) table ??= element;
  }
  return code ?? table ?? listOf(holder) ?? holder;
}
