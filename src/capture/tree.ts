import type { Element, ElementContent, Properties, Root } from 'hast';
import { joinsLines } from './east-asian';
import { oneLine, paragraphs, seenLines } from './lines';
import { element, type Mark, place, sharedMarks } from './tree-node';
import { folded, indentation, parted } from './white-space';

interface Frame {
  element: Element;
  /** Inline content not yet put into paragraphs; `br` elements stand in it at the top level only. */
  run: ElementContent[];
  /** Tell of the fonts of the run whether all their characters are of one width. */
  fonts: (() => boolean)[];
  /** The text of a `pre`. */
  code: string[];
}

const frame = (block: Element): Frame => ({ element: block, run: [], fonts: [], code: [] });

const isList = (tagName: string) => tagName === 'ul' || tagName === 'ol';
const isCell = (tagName: string) => tagName === 'td' || tagName === 'th';
const isOneLine = (tagName: string) => isCell(tagName) || /^h[1-6]$/.test(tagName);

/**
 * Grows a hast tree from what a reader sees, in reading order: text, breaks, blocks. White space is folded here as CSS
 * does it, since only the caller knows the styles; blank lines part paragraphs; what stays empty leaves no trace.
 */
export class Tree {
  #frames: Frame[] = [frame(element('root'))];
  /** Whether the current line shows something already. */
  #open = false;
  /** Space seen but not yet placed: it is dropped at the end of a line. A line feed is one that may be none. */
  #space = { value: '', kept: false };
  #lastMarks: Mark[] = [];
  #lastText = '';

  /** Text under the usual rules: runs of white space are one space, none at the edges of a line. */
  text(value: string, marks: Mark[]): void {
    if (this.inCode) {
      this.#code(value);
      return;
    }
    const [before, core, after] = parted(value);
    if (before && this.#open && this.#space.value === '') this.#space = folded(before);
    if (core === '') return;
    this.#leaf({ type: 'text', value: core.replace(/[ \t\n\r\f]+/g, ' ') }, marks);
    if (after) this.#space = folded(after);
  }

  /** Part of one line of text in which every space is seen. */
  keptText(value: string, marks: Mark[]): void {
    if (this.inCode) {
      this.#code(value);
      return;
    }
    const [before, core, after] = parted(value);
    if (before) this.#space = { value: this.#space.value + before, kept: true };
    if (core === '') return;
    this.#leaf({ type: 'kept', value: core }, marks);
    this.#space = { value: after, kept: true };
  }

  /** Takes an answer to whether all characters of the text that follows are of one width; it is seldom asked for. */
  font(isEven: () => boolean): void {
    this.#frame.fonts.push(isEven);
  }

  image(src: string, alt: string, marks: Mark[]): void {
    if (!this.inCode) this.#leaf(element('img', { src, alt }), marks);
  }

  /** Something that is not selected stands between what came before and what follows. */
  omission(): void {
    if (!this.inCode && this.#open) this.text(' … ', []);
  }

  /** A line break that the page asks for, even on an empty line. */
  lineBreak(): void {
    if (this.inCode) {
      this.#code('\n');
      return;
    }
    this.#frame.run.push(element('br'));
    this.#endLine();
  }

  /** The edge of a block without space around it: what follows begins on a line of its own. */
  lineEdge(): void {
    if (!this.inCode && this.#open) this.#frame.run.push(element('br'));
    if (this.inCode && !(this.#frame.code.at(-1) ?? '\n').endsWith('\n')) this.#code('\n');
    this.#endLine();
  }

  /** The edge of a paragraph. */
  edge(): void {
    if (this.inCode || isOneLine(this.#frame.element.tagName)) this.lineEdge();
    else this.#flush();
  }

  rule(): void {
    this.edge();
    const { element: block } = this.#frame;
    if (!this.inCode && !isOneLine(block.tagName)) block.children.push(element('hr'));
  }

  /** Begins a block of its own kind: heading, list, item, quotation, `pre`, table, row, cell. */
  open(tagName: string, properties: Properties = {}): void {
    this.#flush();
    this.#frames.push(frame(element(tagName, properties)));
  }

  /** Ends the block begun last; an empty one is left out, but for the cells that keep a table's columns. */
  close(): void {
    this.#flush();
    const { element: block, code } = this.#frame;
    this.#frames.pop();
    if (block.tagName === 'pre') block.children = codeOf(code);
    if (block.children.length > 0 || isCell(block.tagName)) homeOf(block, this.#frame.element).push(block);
  }

  /** The finished tree. */
  root(): Root {
    this.#flush();
    return { type: 'root', children: this.#frame.element.children };
  }

  /** Whether a `pre` is open: all text is kept as it is there, and blocks are but lines. */
  get inCode(): boolean {
    return this.#frame.element.tagName === 'pre';
  }

  get #frame(): Frame {
    const frame = this.#frames.at(-1);
    if (!frame) throw new Error('A block was closed that was never opened');
    return frame;
  }

  #code(value: string): void {
    if (value !== '') this.#frame.code.push(value);
  }

  #leaf(leaf: ElementContent, marks: Mark[]): void {
    const text = leaf.type === 'text' || leaf.type === 'kept' ? leaf.value : '';
    if (this.#space.value === '\n') this.#space.value = joinsLines(this.#lastText, text) ? '' : ' ';
    this.#placeSpace(marks);
    place(this.#frame.run, marks, leaf);
    this.#open = true;
    this.#lastMarks = marks;
    this.#lastText = text;
  }

  /** Puts the waiting space outside of marks that begin or end with it (Markdown's cling to words); U+00A0 where it indents a line. */
  #placeSpace(marks: Mark[]): void {
    const { value, kept } = this.#space;
    if (this.#open && value !== '') {
      place(this.#frame.run, sharedMarks(marks, this.#lastMarks), { type: kept ? 'kept' : 'text', value });
    } else if (kept && value !== '' && !isOneLine(this.#frame.element.tagName)) {
      this.#frame.run.push({ type: 'kept', value: indentation(value) });
    }
    this.#space = { value: '', kept: false };
  }

  #endLine(): void {
    this.#open = false;
    this.#space = { value: '', kept: false };
  }

  #flush(): void {
    const { element: block, run, fonts } = this.#frame;
    this.#endLine();
    this.#frame.fonts = [];
    if (run.length === 0) return;
    const write = isCell(block.tagName) ? seenLines : isOneLine(block.tagName) ? oneLine : paragraphs;
    // One by one: as arguments of a single call they may be too many.
    for (const child of write(run, () => fonts.every((isEven) => isEven()))) block.children.push(child);
    run.length = 0;
  }
}

/** Where a block goes: a list straight inside a list is seen as part of the item before it, items without a list as one. */
function homeOf({ tagName }: Element, parent: Element): ElementContent[] {
  const before = parent.children.at(-1);
  const last = before?.type === 'element' ? before : undefined;
  if (isList(tagName) && isList(parent.tagName) && last?.tagName === 'li') return last.children;
  if (tagName !== 'li' || isList(parent.tagName)) return parent.children;
  if (last?.tagName === 'ul') return last.children;
  const list = element('ul');
  parent.children.push(list);
  return list.children;
}

/** The line end before `</pre>` is not seen; a `pre` without anything to see is no code. */
function codeOf(parts: string[]): ElementContent[] {
  const value = parts.join('');
  if (!/\S/.test(value)) return [];
  let end = value.length;
  while (value[end - 1] === '\n') end--;
  return [{ type: 'text', value: value.slice(0, end) }];
}
