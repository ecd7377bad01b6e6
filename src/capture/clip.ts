/** The part of a page that is selected: one range, or several in document order (Firefox). */
export class Clip {
  readonly #ranges: Range[];

  constructor(ranges: Range[]) {
    this.#ranges = ranges;
  }

  /** Whether more is selected than what lies between one start and one end. */
  get hasHoles(): boolean {
    return this.#ranges.length > 1;
  }

  /** Whether it lies in this very tree. */
  isIn(root: ShadowRoot): boolean {
    return this.#ranges.some((range) => range.startContainer.getRootNode() === root);
  }

  touches(node: Node): boolean {
    return this.#ranges.some((range) => range.intersectsNode(node));
  }

  /** The selected parts of a text, in order. */
  partsOf(text: Text): string[] {
    const { data } = text;
    return this.#ranges
      .filter((range) => range.intersectsNode(text))
      .map((range) => {
        const start = range.startContainer === text ? range.startOffset : 0;
        const end = range.endContainer === text ? range.endOffset : data.length;
        return data.slice(start, end);
      })
      .filter((part) => part !== '');
  }

  /** The innermost element that holds all of it, or the host of the shadow tree that it lies in. */
  holder(): Element | null {
    const [first] = this.#ranges;
    const last = this.#ranges.at(-1);
    if (!first || !last) return null;
    const all = first.cloneRange();
    all.setEnd(last.endContainer, last.endOffset);
    const { commonAncestorContainer: node } = all;
    if (node instanceof Element) return node;
    return node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? null;
  }
}
