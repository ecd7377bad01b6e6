import { findAll, shadowRootOf } from './dom';

/** What browsers offer to look at selections in shadow trees; the DOM types do not know it yet. */
interface ShadowSelection {
  /** Firefox, Chrome 137: https://w3c.github.io/selection-api/#dom-selection-getcomposedranges */
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}
interface SelectingRoot {
  /** Chrome, never standardised. */
  getSelection?(): Selection | null;
}

/** The ranges selected inside open shadow trees, of which the document itself knows at most the host. */
export function shadowRanges(selection: Selection & ShadowSelection): Range[] {
  const shadowRoots = openRoots(document);
  if (shadowRoots.length === 0) return [];
  // Innermost first: to the trees around it a selection is one of the whole host.
  const own = shadowRoots.map((root: ShadowRoot & SelectingRoot) =>
    rangesOf(root.getSelection?.()).filter(isInside(root)),
  );
  const composed = (selection.getComposedRanges?.({ shadowRoots }) ?? []).filter(isInside(...shadowRoots)).map(live);
  return own.findLast((ranges) => ranges.length > 0) ?? composed.filter((range) => !range.collapsed);
}

/** Whether a range begins and ends in one and the same of these trees. */
const isInside =
  (...roots: ShadowRoot[]) =>
  ({ startContainer, endContainer }: AbstractRange) =>
    roots.some((root) => startContainer.getRootNode() === root && endContainer.getRootNode() === root);

/** All ranges of a selection in which there is something. */
export function rangesOf(selection: Selection | null | undefined): Range[] {
  const indices = Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) => index);
  return indices.flatMap((index) => selection?.getRangeAt(index) ?? []).filter((range) => !range.collapsed);
}

/** All open shadow trees in a tree, outer ones first. */
export function openRoots(root: Document | ShadowRoot): ShadowRoot[] {
  return findAll(root, '*').flatMap((element) => {
    const inner = shadowRootOf(element);
    return inner ? [inner, ...openRoots(inner)] : [];
  });
}

function live({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
