import { around } from './around';
import { writeBlock } from './blocks';
import type { Clip } from './clip';
import { boxOf, childNodesOf, displayParent, localNameOf, shadowRootOf, textOf } from './dom';
import { writeDrawing } from './drawing';
import { type Formula, formulaOf } from './formula';
import { isGutter } from './gutter';
import { imageOf, marksOf } from './marks';
import type { Place, Walker } from './place';
import { raisedBy } from './raised';
import { isFolded, isGone, isInline, isSelectable, showsText, styleOf } from './style';
import { writeText } from './text';
import type { Tree } from './tree';

const unseen =
  /^(?:audio|canvas|datalist|embed|head|iframe|link|meta|meter|noembed|noframes|noscript|object|optgroup|option|progress|rp|script|select|style|template|textarea|title|video)$/;

/** Walks over the displayed page and tells a tree what a reader sees of the selected part. Changes nothing in the page. */
export class Walk implements Walker {
  readonly tree: Tree;
  readonly clip: Clip;
  /** Something to be seen was passed over since the last text. */
  #skipped = false;

  constructor(tree: Tree, clip: Clip) {
    this.tree = tree;
    this.clip = clip;
  }

  /** Walks over one element; what is around it decides on links, emphasis and whether its text can be selected. */
  from(base: Element): void {
    const outer: Element[] = [];
    for (let parent = displayParent(base); parent; parent = displayParent(parent)) outer.unshift(parent);
    const style = styleOf(outer[0] ?? base);
    const start: Place = { style, marks: [], selectable: true, whole: false, raised: '', oneLine: false };
    this.element(
      base,
      outer.reduce((place, element) => this.inside(element, place), start),
    );
  }

  inside(element: Element, outside: Place): Place {
    const style = styleOf(element);
    return {
      ...outside,
      style,
      marks: marksOf(element, style, outside.style, outside.marks),
      selectable: isSelectable(style, outside.selectable),
    };
  }

  element(element: Element, outside: Place): void {
    const place = this.inside(element, outside);
    const name = localNameOf(element);
    if (isGone(place.style) || (name !== 'hr' && isFolded(place.style))) return;
    if (unseen.test(name) || isGutter(element, this.tree.inCode)) return;
    const formula = formulaOf(element);
    if (formula) this.#formula(formula, place);
    else if (element instanceof SVGElement) writeDrawing(this, element, place);
    else if (name === 'br') this.tree.lineBreak();
    else if (name === 'hr') this.tree.rule();
    else if (name === 'img') this.#image(element, place);
    else if (name === 'input') this.#box(element, place);
    else if (name === 'button') this.#button(element, place, outside);
    else if (isInline(element, place.style)) this.#inline(element, place);
    else writeBlock(this, element, place, outside.style);
  }

  children(element: Element, place: Place): void {
    const shadow = shadowRootOf(element);
    const isCovered = shadow !== null && !this.clip.isIn(shadow);
    const slotted = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
    const isWhole = place.whole || isCovered || !this.clip.cuts(element);
    const inside = { ...place, whole: slotted.length === 0 && isWhole };
    const isClosed = element instanceof HTMLDetailsElement && !element.open;
    for (const node of slotted.length > 0 ? slotted : childNodesOf(shadow ?? element)) {
      const isSummary = node instanceof Element && localNameOf(node) === 'summary';
      if (!isClosed || isSummary) this.node(node, inside);
    }
  }

  node(node: Node, place: Place): void {
    if (node instanceof Text) this.#text(node, place);
    else if (!(node instanceof Element)) return;
    else if (place.whole || this.clip.touches(node)) this.element(node, place);
    else this.#pass(node, place);
  }

  #text(node: Text, place: Place): void {
    const parts = place.whole ? [node.data] : this.clip.touches(node) ? this.clip.partsOf(node) : [];
    if (!place.selectable || !showsText(place.style)) {
      // It takes up room between the words around it.
      if (parts.length > 0 && !this.tree.inCode) this.tree.text(' ', place.marks);
      return;
    }
    if (parts.length === 0) this.#pass(node, place);
    for (const [index, part] of parts.entries()) {
      if (this.#skipped || index > 0) this.tree.omission();
      this.#skipped = false;
      writeText(this.tree, part, place);
    }
  }

  #pass(node: Node, { selectable }: Place): void {
    this.#skipped ||= this.clip.hasHoles && selectable && /\S/.test(textOf(node));
  }

  #inline(element: Element, place: Place): void {
    const [before, after] = around(element);
    this.tree.text(before, place.marks);
    this.children(element, { ...place, raised: raisedBy(element) || place.raised });
    this.tree.text(after, place.marks);
  }

  #formula({ text, isTex }: Formula, { marks, selectable, style }: Place): void {
    if (!selectable || !showsText(style)) return;
    this.tree.text(text, isTex ? [...marks, { tagName: 'code', properties: {} }] : marks);
  }

  #image(element: Element, { style, marks, selectable }: Place): void {
    const { src, alt } = imageOf(element);
    if (!selectable || !showsText(style)) return;
    // Smileys are letters to the reader; and an image that cannot be shown elsewhere is its description.
    if (src === '' || /^\p{Extended_Pictographic}/u.test(alt)) this.tree.text(alt, marks);
    else if (alt !== '' || boxOf(element).width > 32) this.tree.image(src, alt, marks);
  }

  /** Buttons are of the page's working, but for those that are the text of a heading (Firefox lets none be selected). */
  #button(element: Element, place: Place, { oneLine, selectable }: Place): void {
    if (oneLine) this.children(element, { ...place, selectable });
  }

  #box(element: Element, { marks }: Place): void {
    if (element instanceof HTMLInputElement && element.type === 'checkbox') {
      this.tree.text(element.checked ? '☑ ' : '☐ ', marks);
    }
  }
}
