/** The bookmarks of a bookmark file as they stand there: nothing decoded, nothing judged. */

export interface Item {
  /** Counted from 1. */
  line: number;
  /** By name in upper case; of two with the same name the first. */
  attributes: Map<string, string>;
  title: string;
  /** What follows `<DD>`, without white space at its ends; empty where there is none. */
  text: string;
  /** Names of the folders in which it stands, the outermost first. */
  folders: string[];
}

/** How much of an entry's beginning there may be before it is known for one. */
const LONGEST_START = 220;
/** A description ends where the list or a sublist does, or at a ruler. */
const END = /<\/?dl\b|\n[ \t]*<hr\b/i;
/** Folders that every browser has and nobody has named. */
const ROOTS = ['PERSONAL_TOOLBAR_FOLDER', 'UNFILED_BOOKMARKS_FOLDER'];
/** Nobody has deeper ones; hostile files take no time with them. */
const MOST_FOLDERS = 32;

/**
 * Entries end where the next begins; each is taken apart by itself, so that one damaged entry harms no other and the time grows
 * with the file, whatever stands in it.
 */
export class ItemReader {
  /** What was read and not taken apart: an entry, without its `<DT>`, or what stands before the first one. */
  #rest = '';
  /** Up to where no other entry begins in it. */
  #searched = 0;
  #inEntry = false;
  /** The line in which the entry begins, and the one in which `#rest` does. */
  #startLine = 1;
  #line = 1;
  readonly #folders = new Folders();
  readonly #start: RegExp;
  readonly #halfStart: RegExp;

  /** @param tag with a link or a folder behind it: nothing else begins an entry, so that a text may speak of `<a …>` */
  constructor([first, second]: 'dt' | 'li') {
    this.#start = new RegExp(`<${first}${second}\\s{0,99}>\\s{0,99}(?=<(?:a|h3)[\\s>])`, 'gi');
    this.#halfStart = new RegExp(`<(?:${first}(?:${second}\\s*(?:>\\s*(?:<(?:a|h3?)?)?)?)?)?$`, 'i');
  }

  push(piece: string): Item[] {
    this.#rest += piece;
    const items: Item[] = [];
    let from = 0;
    this.#start.lastIndex = this.#searched;
    for (let found = this.#start.exec(this.#rest); found; found = this.#start.exec(this.#rest)) {
      items.push(...this.#take(this.#rest.slice(from, found.index)));
      this.#startLine = this.#line;
      this.#line += lineFeedsIn(found[0]);
      this.#inEntry = true;
      from = this.#start.lastIndex;
    }
    this.#rest = this.#rest.slice(from);
    const tail = Math.max(0, this.#rest.length - LONGEST_START);
    const half = this.#rest.slice(tail).search(this.#halfStart);
    this.#searched = half < 0 ? this.#rest.length : tail + half;
    return items;
  }

  end(): Item[] {
    const items = this.#take(this.#rest);
    this.#rest = '';
    return items;
  }

  /** Takes an entry apart; or what stands before the first one, in which the list begins. */
  #take(entry: string): Item[] {
    this.#line += lineFeedsIn(entry);
    if (!this.#inEntry) {
      this.#folders.follow(entry);
      return [];
    }
    const { behind, ...parts } = partsOf(entry);
    const items = /^<a/i.test(entry) ? [{ line: this.#startLine, ...parts, folders: this.#folders.names() }] : [];
    if (!items.length) this.#folders.announce(ROOTS.some((root) => parts.attributes.has(root)) ? '' : parts.title);
    this.#folders.follow(behind);
    return items;
  }
}

/** The folders in which the reading stands. */
class Folders {
  /** Of every list that has begun, whether its folder has a name. */
  readonly #named: boolean[] = [];
  readonly #names: string[] = [];
  #next = '';

  names(): string[] {
    return this.#names.slice(-MOST_FOLDERS);
  }

  /** The next list that begins is that of this folder. */
  announce(name: string): void {
    this.#next = name;
  }

  /** Follows the lists that begin and end in this text. */
  follow(text: string): void {
    for (const [, ends] of text.matchAll(/<(\/?)dl\b/gi)) {
      if (ends) {
        if (this.#named.pop()) this.#names.pop();
        continue;
      }
      this.#named.push(this.#next !== '');
      if (this.#next) this.#names.push(this.#next);
      this.#next = '';
    }
  }
}

function lineFeedsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** @returns also what stands behind the entry: lists that begin or end there */
function partsOf(entry: string): Pick<Item, 'attributes' | 'title' | 'text'> & { behind: string } {
  const { attributes, end } = attributesOf(entry);
  const body = entry.slice(end);
  // A title that nothing closes ends with its line.
  const close = /<\/(?:a|h3)\s*>|(?=<dd\b)/i.exec(body) ?? /(?=\n)/.exec(body);
  const titleEnd = close?.index ?? body.length;
  return { attributes, title: body.slice(0, titleEnd), ...textOf(body.slice(titleEnd + (close?.[0].length ?? 0))) };
}

function textOf(rest: string): { text: string; behind: string } {
  const start = /^\s*<dd\s*>/i.exec(rest);
  if (!start) return { text: '', behind: rest };
  const text = rest.slice(start[0].length);
  const found = text.search(END);
  const end = found < 0 ? text.length : found;
  // Not trim(): U+00A0 at the start is indentation.
  return {
    text: text
      .slice(0, end)
      .replace(/^[ \t\n\f]+/, '')
      .trimEnd(),
    behind: text.slice(end),
  };
}

/** No producer writes more; the limit keeps hostile files from taking time. */
const MOST_ATTRIBUTES = 32;

/** An attribute as nearly all are: its value in double quotes, and none inside it. Most of a file is read by this one pattern. */
const ATTRIBUTE = /[\s/]*([a-z_][\w:-]*)\s*=\s*"([^"]*)"(?=[\s>]|\/>|[\w-]+=["'])/giy;
const ATTRIBUTE_NAME = /[\s/]*([a-z_][\w:-]*)\s*=\s*/giy;

/** The attributes of the tag that `item` begins with, and the place where the tag has ended. */
function attributesOf(item: string): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let at = /^<[a-z\d]*/i.exec(item)?.[0].length ?? 0;
  for (let count = 0; count < MOST_ATTRIBUTES; count += 1) {
    const found = attributeAt(item, at);
    if (!found) break;
    const key = found.name.toUpperCase();
    if (!attributes.has(key)) attributes.set(key, found.value);
    at = found.end;
  }
  const close = item.indexOf('>', at);
  return { attributes, end: close < 0 ? item.length : close + 1 };
}

function attributeAt(item: string, at: number): { name: string; value: string; end: number } | undefined {
  ATTRIBUTE.lastIndex = at;
  const whole = ATTRIBUTE.exec(item);
  if (whole) return { name: whole[1] ?? '', value: whole[2] ?? '', end: ATTRIBUTE.lastIndex };
  ATTRIBUTE_NAME.lastIndex = at;
  const name = ATTRIBUTE_NAME.exec(item)?.[1];
  return name ? { name, ...valueAt(item, ATTRIBUTE_NAME.lastIndex) } : undefined;
}

function valueAt(item: string, start: number): { value: string; end: number } {
  const quote = item[start];
  if (quote === '"' || quote === "'") {
    const end = closingQuote(item, quote, start + 1);
    if (end >= 0) return { value: item.slice(start + 1, end), end: end + 1 };
  }
  const bare = /[^\s>]*/y;
  bare.lastIndex = start;
  const value = bare.exec(item)?.[0] ?? '';
  return { value: value.replace(/^["']|["']$/g, ''), end: start + value.length };
}

/** The next quote behind which a tag goes on or ends: some producers leave quotes inside a value as they are. */
function closingQuote(item: string, quote: string, from: number): number {
  const after = /\s|\/?>|[\w-]+=["']/y;
  for (let at = item.indexOf(quote, from); at >= 0; at = item.indexOf(quote, at + 1)) {
    after.lastIndex = at + 1;
    if (after.test(item)) return at;
  }
  return -1;
}
