/** One element of the list in a JSON file, as it stands there. */
export interface JsonItem {
  /** The line in which it begins, counted from 1. */
  line: number;
  text: string;
}

/**
 * The elements of a JSON file's list, one after another, without the file as a whole being in memory: the file is a list itself, or an
 * object that has one under a name. What an element is worth is for `JSON.parse` to say: a damaged one harms no other, as long as its
 * quotes and brackets are whole.
 */
export class JsonItems {
  /** What was read before of the element, or of the name, that goes on with the next piece; undefined between two. */
  #begun: string | undefined;
  #line = 1;
  #startLine = 1;
  #depth = 0;
  /** How deep the list's elements are, as soon as it has begun. */
  #listDepth = 0;
  #isWhole = false;
  #inText = false;
  #escaped = false;
  /** The last text of the outermost object: it may be the list's name. */
  #lastText = '';

  /** @param name of the list, where the file is an object */
  constructor(readonly name: string) {}

  /** True where the list was there, and has come to its end. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  push(piece: string): JsonItem[] {
    const items: JsonItem[] = [];
    let from = 0;
    const begin = (at: number) => {
      if (this.#begun !== undefined) return;
      this.#begun = '';
      this.#startLine = this.#line;
      from = at;
    };
    const end = (at: number): string => {
      const text = (this.#begun ?? '') + piece.slice(from, at);
      this.#begun = undefined;
      return text;
    };
    const endItem = (at: number) => {
      if (this.#begun === undefined) return;
      items.push({ line: this.#startLine, text: end(at) });
    };
    for (let at = 0; at < piece.length && !this.#isWhole; at++) {
      const sign = piece[at];
      if (sign === '\n') this.#line += 1;
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (sign === '\\') this.#escaped = true;
        else if (sign === '"') {
          this.#inText = false;
          if (!this.#listDepth && this.#depth === 1) this.#lastText = end(at + 1);
        }
        continue;
      }
      const atList = this.#listDepth > 0 && this.#depth === this.#listDepth;
      switch (sign) {
        case ' ':
        case '\t':
        case '\n':
          break;
        case ',':
          if (atList) endItem(at);
          break;
        case ']':
        case '}':
          if (!atList) this.#depth = Math.max(0, this.#depth - 1);
          else if (sign === '}') begin(at);
          else {
            endItem(at);
            this.#isWhole = true;
          }
          break;
        case '[':
        case '{':
          if (atList) begin(at);
          this.#depth += 1;
          if (sign === '[' && !this.#listDepth && this.#isList()) this.#listDepth = this.#depth;
          break;
        default:
          if (atList || (sign === '"' && !this.#listDepth && this.#depth === 1)) begin(at);
          this.#inText = sign === '"';
      }
    }
    if (this.#begun !== undefined) this.#begun += piece.slice(from);
    return items;
  }

  /** Whether the list that begins here is the one. */
  #isList(): boolean {
    return this.#depth === 1 || (this.#depth === 2 && this.#lastText === JSON.stringify(this.name));
  }
}
