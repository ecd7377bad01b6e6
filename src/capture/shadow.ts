import { childNodesOf, findAll, parentOf, rootOf, shadowRootOf } from './dom';

/** What browsers offer to look at selections in shadow trees; the DOM types do not know it yet. */
interface ShadowSelection {
  /** Firefox, Chrome 137: https://w3c.github.io/selection-api/#dom-selection-getcomposedranges */
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}
interface SelectingRoot {
  /** Chrome, never standardised. */
  getSelection?(): Selection | null;
}

/**
 * The range selected in open shadow trees, of which the document itself knows at most the hosts: one piece for each tree
 * that it goes through. None where nothing is selected there.
 */
export function shadowRanges(selection: Selection & ShadowSelection): Range[] {
  const shadowRoots = openRoots(document);
  if (shadowRoots.length === 0) return [];
  if (selection.getComposedRanges) {
    const isSeen = ({ startContainer, startOffset, endContainer, endOffset }: StaticRange) =>
      (startContainer !== endContainer || startOffset !== endOffset) &&
      [startContainer, endContainer].some((node) => rootOf(node) instanceof ShadowRoot);
    return selection.getComposedRanges({ shadowRoots }).filter(isSeen).flatMap(piecesOf);
  }
  // Innermost first: to the trees around it a selection is one of the whole host.
  const own = shadowRoots.map((root: ShadowRoot & SelectingRoot) =>
    rangesOf(root.getSelection?.()).filter(({ startContainer }) => rootOf(startContainer) === root),
  );
  return own.findLast((ranges) => ranges.length > 0) ?? [];
}

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

type Point = [Node, number];

/** A range that goes from tree to tree: to the end of those it leaves, from the beginning of those it enters. */
function piecesOf({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range[] {
  const starts = pointsOf([startContainer, startOffset], () => 0);
  const ends = pointsOf([endContainer, endOffset], (host) => childNodesOf(host).length);
  const shared = starts.findIndex(([node]) => ends.some(([other]) => rootOf(other) === rootOf(node)));
  const end = ends.findIndex(([node]) => rootOf(node) === rootOf(starts[shared]?.[0] ?? document));
  const leaving = starts.slice(0, shared).map((from) => piece(from, lastPoint(from)));
  const entering = ends.slice(0, end).map((to) => piece([rootOf(to[0]), 0], to));
  return [...leaving, piece(starts[shared], ends[end]), ...entering.reverse()];
}

/** A point in its tree, and in each tree around it: there it is one in the host. */
function pointsOf(point: Point, placeIn: (host: Node) => number): Point[] {
  const root = rootOf(point[0]);
  const host = root instanceof ShadowRoot ? parentOf(root) : null;
  return host ? [point, ...pointsOf([host, placeIn(host)], placeIn)] : [point];
}

function lastPoint([node]: Point): Point {
  const root = rootOf(node);
  return [root, childNodesOf(root).length];
}

function piece(from: Point | undefined, to: Point | undefined): Range {
  const range = new Range();
  if (from) range.setStart(...from);
  if (to) range.setEnd(...to);
  return range;
}
