import type { ReadResult } from '../core/read-result';
import { decodeReferences } from './entities';
import { readForeign, readMoment } from './foreign-link';
import type { FormatContext, Reader } from './format';
import { type Item, ItemReader } from './netscape-items';

/** By this heading we know our own files, in which addresses are written as they are. */
export const HEADING = '<H1>Daily Shaarli</H1>';

/** Where our heading stands, if it does. */
const HEAD = 1000;

/** Links of a bookmark file of any producer. */
export function readNetscape(context: FormatContext): Reader {
  const items = new ItemReader('dt');
  let head = '';
  const read = (item: Item) => readItem(item, head.includes(HEADING), context);
  return {
    push(piece) {
      if (head.length < HEAD) head = (head + piece).slice(0, HEAD);
      return items.push(piece).map(read);
    },
    end: () => items.end().map(read),
  };
}

function readItem(item: Item, isOurs: boolean, context: FormatContext): ReadResult {
  const { attributes } = item;
  const foreign = {
    url: readAddress(attributes.get('HREF') ?? '', isOurs),
    title: decodeReferences(item.title),
    text: textOf(item),
    tags: [...readTags(attributes.get('TAGS') ?? ''), ...marksOf(item)],
    private: privacyOf(attributes.get('PRIVATE')),
    savedAt: readMoment(attributes.get('ADD_DATE')),
    changedAt: readMoment(attributes.get('LAST_MODIFIED')),
    folders: item.folders.map((folder) => decodeReferences(folder)),
  };
  return readForeign(foreign, item.line, context);
}

/** Some producers escape `&` in addresses and some do not: an address in which one `&` stands alone was not escaped. */
function readAddress(href: string, isOurs: boolean): string {
  const isRaw = isOurs || /&(?!(?:amp|quot|lt|gt|apos|#\d+|#x[\da-f]+);)/i.test(href);
  return (isRaw ? href : decodeReferences(href)).trim();
}

/** Behind the link, or as Scuttle has it in an attribute. */
function textOf({ text, attributes }: Item): string {
  return withoutMarks(decodeReferences(readStart(text) || (attributes.get('DESCRIPTION') ?? '')));
}

const NOTES = '[linkding-notes]';
const NOTES_END = '[/linkding-notes]';

/** linkding writes its notes behind the description, between these marks. */
function withoutMarks(text: string): string {
  const start = text.indexOf(NOTES);
  if (start < 0) return text;
  const end = text.trimEnd();
  if (!end.endsWith(NOTES_END)) return text;
  const notes = end.slice(start + NOTES.length, -NOTES_END.length).trim();
  return [text.slice(0, start).trimEnd(), notes].filter(Boolean).join('\n\n');
}

/** What some producers say with a field of its own, as tags: to be read (Pinboard, linkding), a favourite (Raindrop). */
function marksOf({ attributes }: Item): string[] {
  return [
    ...(attributes.get('TOREAD') === '1' ? ['toread'] : []),
    ...(attributes.get('DATA-IMPORTANT') === 'true' ? ['favorite'] : []),
  ];
}

/** Every producer puts commas between tags; a space is part of one. */
function readTags(tags: string): string[] {
  return decodeReferences(tags).split(',');
}

/** U+00A0 that stand for the indentation of the first line, or for its being blank. */
function readStart(text: string): string {
  return text.replace(/^\u00A0+(\n)?/, (start, lineEnd) => lineEnd ?? ' '.repeat(start.length));
}

/** Shaarli writes `0`, `1`, or nothing between the quotes for public. Browsers say nothing at all. */
function privacyOf(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value !== '0' && value !== '';
}
