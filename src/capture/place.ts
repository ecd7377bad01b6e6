import type { Clip } from './clip';
import type { Raised } from './raised';
import type { Style } from './style';
import type { Tree } from './tree';
import type { Mark } from './tree-node';

/** What an element inherits from where it stands. */
export interface Place {
  style: Style;
  marks: Mark[];
  selectable: boolean;
  /** Everything here is selected, as inside a component whose inside no range can reach. */
  whole: boolean;
  raised: Raised;
  /** In a heading or cell, which have but one line. */
  oneLine: boolean;
}

/** A walk over the page, as those see it who write single kinds of elements. */
export interface Walker {
  readonly tree: Tree;
  readonly clip: Clip;
  node(node: Node, outside: Place): void;
  children(element: Element, place: Place): void;
  /** What holds inside of an element, given what holds around it. */
  inside(element: Element, outside: Place): Place;
}
