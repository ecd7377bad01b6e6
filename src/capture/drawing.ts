import { boxOf, childrenOf, localNameOf } from './dom';
import type { Place, Walker } from './place';
import { isInline } from './style';

const unseen = /^(?:clipPath|defs|desc|marker|mask|metadata|pattern|symbol|title)$/;

/** Where the last text of a drawing stood. */
const lastBoxes = new WeakMap<Element, DOMRect>();

/** The texts of an SVG drawing: one a line, but for those that stand side by side. */
export function writeDrawing(walker: Walker, element: SVGElement, place: Place): void {
  const name = localNameOf(element);
  if (unseen.test(name)) return;
  const isBlock = name === 'foreignObject' || (name === 'svg' && !isInline(element, place.style));
  if (isBlock) walker.tree.lineEdge();
  if (name === 'tspan' || (name === 'text' && childrenOf(element).length === 0)) begin(walker, element);
  // Other elements show no text straight inside them.
  if (/^(?:a|foreignObject|text|textPath|tspan)$/.test(name)) walker.children(element, place);
  else for (const child of childrenOf(element)) walker.node(child, place);
  if (isBlock) walker.tree.lineEdge();
}

/** A text, or a part of one, that stands below what came before begins a line. */
function begin({ tree }: Walker, part: SVGElement): void {
  const drawing = part.ownerSVGElement ?? part;
  const box = boxOf(part);
  const last = lastBoxes.get(drawing);
  lastBoxes.set(drawing, box);
  if (!last) return;
  const isBelow = Math.abs(last.bottom - box.bottom) > Math.min(last.height, box.height) / 2;
  if (isBelow) tree.lineEdge();
  else if (localNameOf(part) === 'text') tree.text(' ', []);
}
