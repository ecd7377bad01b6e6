/** The bookmarks of a bookmark file as they stand there: nothing decoded, nothing judged. */

export interface Item {
  /** Counted from 1. */
  line: number;
  /** By name in upper case; of two with the same name the first. */
  attributes: Map<string, string>;
  title: string;
  /** What follows `<DD>`, without white space at its ends; empty where there is none. */
  text: string;
}

/** `<DT>` with a link or a folder: nothing else begins an entry, so that a text may speak of `<a …>`. */
const START = /<dt\s*>\s*(?=<(?:a|h3)[\s>])/gi;
/** A description ends where the list or a sublist does, or at a ruler. */
const END = /<\/?dl\b|\n[ \t]*<hr\b/i;

/**
 * Entries end where the next begins; each is taken apart by itself, so that one damaged entry harms no other and the time grows
 * with the file, whatever stands in it.
 */
export function* itemsOf(html: string): Generator<Item> {
  const lineAt = lineCounter(html);
  for (let found = next(html, 0); found; ) {
    const following = next(html, found.end);
    const item = html.slice(found.end, following?.start);
    if (/^<a/i.test(item)) yield { line: lineAt(found.start), ...partsOf(item) };
    found = following;
  }
}

/** Says in which line a place stands; to be asked for one place after the other. */
function lineCounter(html: string): (place: number) => number {
  let line = 1;
  let lineEnd = html.indexOf('\n');
  return (place) => {
    for (; lineEnd >= 0 && lineEnd < place; line += 1) lineEnd = html.indexOf('\n', lineEnd + 1);
    return line;
  };
}

function next(html: string, from: number): { start: number; end: number } | undefined {
  START.lastIndex = from;
  const found = START.exec(html);
  return found ? { start: found.index, end: START.lastIndex } : undefined;
}

function partsOf(item: string): Omit<Item, 'line'> {
  const { attributes, end } = attributesOf(item);
  const body = item.slice(end);
  // A title that nothing closes ends with its line.
  const close = /<\/a\s*>|(?=<dd\b)/i.exec(body) ?? /(?=\n)/.exec(body);
  const titleEnd = close?.index ?? body.length;
  const rest = body.slice(titleEnd + (close?.[0].length ?? 0));
  return { attributes, title: body.slice(0, titleEnd), text: textOf(rest) };
}

function textOf(rest: string): string {
  const start = /^\s*<dd\s*>/i.exec(rest);
  if (!start) return '';
  const text = rest.slice(start[0].length);
  const end = text.search(END);
  // Not trim(): U+00A0 at the start is indentation.
  return (end < 0 ? text : text.slice(0, end)).replace(/^[ \t\n\f]+/, '').trimEnd();
}

/** No producer writes more; the limit keeps hostile files from taking time. */
const MOST_ATTRIBUTES = 32;

/** The attributes of the tag that `item` begins with, and the place where the tag has ended. */
function attributesOf(item: string): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  const name = /[\s/]*([a-z_][\w:-]*)\s*=\s*/giy;
  let at = 2;
  for (let count = 0; count < MOST_ATTRIBUTES; count += 1) {
    name.lastIndex = at;
    const found = name.exec(item);
    if (!found?.[1]) break;
    const { value, end } = valueAt(item, name.lastIndex);
    const key = found[1].toUpperCase();
    if (!attributes.has(key)) attributes.set(key, value);
    at = end;
  }
  const close = item.indexOf('>', at);
  return { attributes, end: close < 0 ? item.length : close + 1 };
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
