import { childNodesOf, displayParent, localNameOf, shadowRootOf } from './dom';
import { type Style, showsText, spacing, styleOf } from './style';

/** Stands for the edge of a line: browsers find no text that goes on beyond it. */
export const EDGE = '\n';
/** Stands for what browsers search in ways of their own (ruby, lists to choose from, components): nothing is told beyond it. */
export const WALL = '\0';

/** The most that is looked at: characters of one text, and texts. */
const LONGEST = 1000;
const MOST = 1000;

const things = /^(?:audio|br|canvas|embed|hr|iframe|img|input|meter|object|progress|svg|textarea|video)$/;
const withText = 'audio, canvas, iframe, object, svg, textarea, video';
const walls = 'ruby, select';

/** Reads the text of a range in the lines in which browsers search it: from its start, or backwards from its end. */
export class LineReader {
  readonly #within: Range;
  readonly #backwards: boolean;
  readonly #texts: TreeWalker;
  /** What lies between the last text and the next: nothing, an edge or a wall. */
  #between = '';
  #block: Element | null = null;

  constructor(within: Range, backwards: boolean) {
    this.#within = within;
    this.#backwards = backwards;
    const kinds = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
    this.#texts = document.createTreeWalker(document, kinds, (node) => this.#pass(node));
  }

  /**
   * @param enough stops after so many characters
   * @returns the text with `EDGE` and `WALL` in it, spaces folded; `complete` when the range has no more
   */
  read(enough: number): { text: string; complete: boolean } {
    let text = '';
    let node = this.#first();
    for (let count = 0; node && this.#within.intersectsNode(node); count += 1) {
      const { start, end } = this.#span(node);
      const part = node.data.slice(start, end);
      const near = this.#backwards ? part.slice(-LONGEST) : part.slice(0, LONGEST);
      const line = this.#lineOf(node, near);
      text = this.#backwards ? line + this.#between + text : text + this.#between + line;
      this.#between = '';
      if (text.trim().length >= enough || near !== part || count === MOST) return { text, complete: false };
      node = this.#next();
    }
    return { text, complete: true };
  }

  /** The first text of the range that has something in it, and where it begins; the last one and where it ends, backwards. */
  edge(): { node: Text; offset: number } | undefined {
    let node = this.#first();
    for (let count = 0; node && this.#within.intersectsNode(node) && count < MOST; count += 1) {
      const { start, end } = this.#span(node);
      if (/\S/.test(node.data.slice(start, end))) return { node, offset: this.#backwards ? end : start };
      node = this.#next();
    }
    return undefined;
  }

  /** Called for all that is passed on the way to the next text. */
  #pass(node: Node): number {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    const style = styleOf(node);
    if (style.display === 'none' || style.contentVisibility === 'hidden') return NodeFilter.FILTER_REJECT;
    if (shadowRootOf(node)) {
      this.#between = WALL;
      return NodeFilter.FILTER_REJECT;
    }
    if (!isInLine(style) || things.test(localNameOf(node))) this.#between ||= EDGE;
    return NodeFilter.FILTER_SKIP;
  }

  /** What is to be read of a text, given its part in the range; the mark for what is searched otherwise or cannot be seen. */
  #lineOf(node: Text, part: string): string {
    const parent = node.parentElement;
    if (!parent || parent.closest(walls)) return WALL;
    const style = styleOf(parent);
    if (parent.closest(withText) || !showsText(style)) return EDGE;
    const block = blockOf(parent);
    if (this.#block && block !== this.#block) this.#between ||= EDGE;
    this.#block = block;
    return lineText(part, style);
  }

  /** The part of a text that lies in the range. */
  #span(node: Text): { start: number; end: number } {
    const { startContainer, startOffset, endContainer, endOffset } = this.#within;
    return {
      start: node === startContainer ? startOffset : 0,
      end: node === endContainer ? endOffset : node.data.length,
    };
  }

  #first(): Text | null {
    return this.#backwards ? this.#lastText() : this.#firstText();
  }

  #next(): Text | null {
    return (this.#backwards ? this.#texts.previousNode() : this.#texts.nextNode()) as Text | null;
  }

  #firstText(): Text | null {
    const { startContainer: parent, startOffset: place } = this.#within;
    this.#texts.currentNode = parent;
    if (parent instanceof Text) return parent;
    // The walk goes on behind the last node before the range.
    let before = place > 0 ? childNodesOf(parent)[place - 1] : parent;
    while (place > 0 && before?.lastChild) before = before.lastChild;
    this.#texts.currentNode = before ?? parent;
    return this.#next();
  }

  #lastText(): Text | null {
    const { endContainer: parent, endOffset: place } = this.#within;
    this.#texts.currentNode = parent;
    if (parent instanceof Text) return parent;
    const after = childNodesOf(parent)[place];
    if (after) this.#texts.currentNode = after;
    else {
      const last = this.#texts.lastChild();
      if (last) return last as Text;
    }
    return this.#next();
  }
}

function isInLine({ display }: Style): boolean {
  return display === 'inline' || display === 'contents';
}

function blockOf(element: Element): Element {
  let block = element;
  while (isInLine(styleOf(block))) {
    const parent = displayParent(block);
    if (!parent) break;
    block = parent;
  }
  return block;
}

/** A text as it is searched: spaces folded where the page folds them; else runs of them are as good as line breaks. */
function lineText(text: string, style: Style): string {
  const space = spacing(style);
  if (space === 'all') return text.replace(/\t|\r?\n| {2,}/g, EDGE);
  if (space === 'lines') return text.replace(/[ \t]*\n[ \t]*/g, EDGE).replace(/[ \t]+/g, ' ');
  return text.replace(/[ \t\n\r\f]+/g, ' ');
}
