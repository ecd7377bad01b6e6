import { textFragment } from '../core/text-fragment';
import { findAll } from './dom';
import { passageLines } from './passage-lines';
import { selectedRanges } from './selection';
import { openRoots } from './shadow';

/** The passage must not have to wait, so no larger pages are searched (elements, characters): 0.1 s where the machine is idle. */
const MOST_ELEMENTS = 60_000;
const MOST_TEXT = 1_000_000;

/**
 * The text fragment that leads back to what is selected: to its first part, where it is in several. Empty where browsers would not
 * find it again: in what is typed (it may be gone), in shadow trees (Firefox finds no more than single lines there), and where there
 * is no telling it from the rest of the page. For the page itself only: in a frame it would lead nowhere.
 */
export function selectionAnchor(): string {
  for (const range of selectedRanges()) {
    if (!isLasting(range.commonAncestorContainer)) return '';
    const lines = passageLines(range);
    if (!lines) continue;
    const text = pageText();
    return text === undefined ? '' : textFragment(lines, text);
  }
  return '';
}

function isLasting(node: Node): boolean {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return node.getRootNode() === document && !(element?.isContentEditable ?? false);
}

/** All that browsers search, in no order: shadow trees and what they open by themselves too. Undefined where that is too much. */
function pageText(): string | undefined {
  if (findAll(document, '*').length > MOST_ELEMENTS) return undefined;
  const inside = openRoots(document).flatMap((root) => [...root.children]);
  const closed = findAll(document, 'details:not([open]) > :not(summary), [hidden="until-found"]');
  const shown = [...findAll(document, 'body'), ...inside].map((element) => (element as HTMLElement).innerText ?? '');
  const text = [...shown, ...closed.map((element) => element.textContent)].join('\n');
  return text.length > MOST_TEXT ? undefined : text;
}
