import { childNodesOf, parentOf, rootOf } from './dom';

/** An end of a range, with the way to it: each node around it with the child that leads there. */
interface Edge {
  node: Node;
  offset: number;
  /** The nodes around `node` in its own tree, with the child of each that it is in. */
  way: Map<Node, Node>;
}

/** The selected children of a node: for each range the first and the last of them, by place. */
interface Family {
  places: Map<Node, number>;
  spans: [number, number][];
}

/**
 * The part of a page that is selected: one range, several in document order (Firefox), or the pieces of one that goes
 * through several trees. Asks nothing of browsers node by node: they count siblings for each answer.
 */
export class Clip {
  /** Whether more is selected than what lies between one start and one end. */
  readonly hasHoles: boolean;
  readonly #ranges: Range[];
  readonly #edges: { start: Edge; end: Edge }[];
  /** All nodes in which a range begins or ends, and those around them, through shadow trees. */
  readonly #cut = new Set<Node>();
  readonly #families = new Map<Node, Family>();

  constructor(ranges: Range[]) {
    const trees = new Set(ranges.map(({ startContainer }) => rootOf(startContainer)));
    this.hasHoles = ranges.length > 1 && trees.size === 1;
    this.#ranges = ranges;
    this.#edges = ranges.map((range) => ({
      start: edge(range.startContainer, range.startOffset),
      end: edge(range.endContainer, range.endOffset),
    }));
    for (const { startContainer, endContainer } of ranges) {
      for (const node of [...around(startContainer), ...around(endContainer)]) this.#cut.add(node);
    }
  }

  /** Whether it begins or ends in this very tree. */
  isIn(root: ShadowRoot): boolean {
    return this.#ranges.some((range) => rootOf(range.startContainer) === root);
  }

  /** Whether it begins or ends in a node; of what it touches all else is selected as a whole. */
  cuts(node: Node): boolean {
    return this.#cut.has(node);
  }

  touches(node: Node): boolean {
    return this.#edges.some((_, which) => this.#isTouched(node, which));
  }

  /** The selected parts of a text that it touches, in order. */
  partsOf(text: Text): string[] {
    const { data } = text;
    if (!this.cuts(text)) return [data];
    return this.#ranges
      .filter((range) => range.intersectsNode(text))
      .map((range) => {
        const start = range.startContainer === text ? range.startOffset : 0;
        const end = range.endContainer === text ? range.endOffset : data.length;
        return data.slice(start, end);
      })
      .filter((part) => part !== '');
  }

  /** The innermost element that holds all of it. */
  holder(): Element | null {
    const first = this.#ranges[0]?.startContainer;
    const last = this.#ranges.at(-1)?.endContainer;
    const holders = new Set(last ? around(last) : []);
    return (first ? around(first) : []).find((node) => node instanceof Element && holders.has(node)) as Element | null;
  }

  #isTouched(node: Node, which: number): boolean {
    const parent = parentOf(node);
    if (!parent) return this.#ranges[which]?.intersectsNode(node) ?? false;
    const { places, spans } = this.#families.get(parent) ?? this.#meet(parent);
    const place = places.get(node) ?? -1;
    const [from, to] = spans[which] ?? [0, -1];
    return from <= place && place <= to;
  }

  #meet(parent: Node): Family {
    const children = childNodesOf(parent);
    const places = new Map(children.map((child, place) => [child, place]));
    const placeIn = ({ node, offset, way }: Edge, whenAt: number, otherwise: number) => {
      if (node === parent) return offset + whenAt;
      const child = way.get(parent);
      return child ? (places.get(child) ?? otherwise) : otherwise;
    };
    const family: Family = { places, spans: [] };
    this.#families.set(parent, family);
    family.spans = this.#edges.map(({ start, end }, which) => {
      const holdsEdge = [start, end].some(({ node, way }) => node === parent || way.has(parent));
      if (!holdsEdge && !this.#isTouched(parent, which)) return [0, -1];
      return [placeIn(start, 0, 0), placeIn(end, -1, children.length - 1)];
    });
    return family;
  }
}

function edge(node: Node, offset: number): Edge {
  const way = new Map<Node, Node>();
  let child = node;
  for (let parent = parentOf(child); parent && !(child instanceof ShadowRoot); parent = parentOf(child)) {
    way.set(parent, child);
    child = parent;
  }
  return { node, offset, way };
}

/** A node and all around it, innermost first, through shadow trees. */
function around(node: Node): Node[] {
  const found: Node[] = [];
  for (let one: Node | null = node; one; one = parentOf(one)) found.push(one);
  return found;
}
