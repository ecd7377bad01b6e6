import { isWebAddress } from '../core/address';
import { dayOf, isInstant } from '../core/day';
import type { ImportedLink } from '../core/imported-link';
import type { Instant } from '../core/link';
import { sortDays } from '../core/merge';
import { readText, withLineFeeds } from '../core/quote-text';
import { decodeReferences } from './entities';
import type { FormatContext, ReadResult, SkipCode } from './format';
import { type Item, itemsOf } from './netscape-items';

/** By this heading we know our own files, in which addresses are written as they are. */
export const HEADING = '<H1>Daily Shaarli</H1>';

/** Links of a bookmark file of any producer. Folders are passed over. */
export function* readNetscape(text: string, context: FormatContext): Generator<ReadResult> {
  const isOurs = text.slice(0, 1000).includes(HEADING);
  for (const item of itemsOf(withLineFeeds(text))) {
    const url = readAddress(item.attributes.get('HREF') ?? '', isOurs);
    const title = decodeReferences(item.title).replace(/\s+/g, ' ').trim();
    const why = whyNot(url);
    if (why)
      yield { kind: 'skipped', why, what: { line: item.line, title: title.slice(0, 200), url: url.slice(0, 200) } };
    else yield { kind: 'link', link: linkOf(item, url, title, context) };
  }
}

function linkOf(item: Item, url: string, title: string, context: FormatContext): ImportedLink {
  const savedAt = readDate(item.attributes.get('ADD_DATE')) ?? context.now;
  const offset = context.offsetAt(savedAt);
  const day = dayOf(savedAt, offset, context.dayStart);
  const text = decodeReferences(readStart(item.text));
  const { quotes, note } = readText(text, { savedAt, offset, day, dayStart: context.dayStart });
  return {
    url,
    title,
    site: '',
    quotes,
    note,
    tags: readTags(item.attributes.get('TAGS') ?? ''),
    // Browsers write nothing here, and what somebody kept in a browser was not meant for the public.
    ...privacyOf(item.attributes.get('PRIVATE')),
    savedAt,
    offset,
    changedAt: readDate(item.attributes.get('LAST_MODIFIED')) ?? savedAt,
    days: sortDays([day, ...quotes.map((quote) => quote.day)]),
  };
}

function whyNot(url: string): SkipCode | undefined {
  if (isWebAddress(url)) return undefined;
  return /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(url) ? 'notHttp' : 'noAddress';
}

/** Some producers escape `&` in addresses and some do not: an address in which one `&` stands alone was not escaped. */
function readAddress(href: string, isOurs: boolean): string {
  const isRaw = isOurs || /&(?!(?:amp|quot|lt|gt|apos|#\d+|#x[\da-f]+);)/i.test(href);
  return (isRaw ? href : decodeReferences(href)).trim();
}

/** Seconds, or as some write it milli- or microseconds; told apart by size, as all three are dates of this age. */
function readDate(date = ''): Instant | undefined {
  const number = /^\d{1,17}$/.test(date.trim()) ? Number(date) : 0;
  const seconds = Math.floor(number >= 1e14 ? number / 1e6 : number >= 1e11 ? number / 1e3 : number);
  return seconds > 0 && isInstant(seconds) ? seconds : undefined;
}

/** Every producer puts commas between tags; a space is part of one. */
function readTags(tags: string): string[] {
  return decodeReferences(tags)
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
}

/** U+00A0 that stand for the indentation of the first line, or for its being blank. */
function readStart(text: string): string {
  return text.replace(/^\u00A0+(\n)?/, (start, lineEnd) => lineEnd ?? ' '.repeat(start.length));
}

/** Shaarli writes `0`, `1`, or nothing between the quotes for public. Browsers say nothing at all. */
function privacyOf(value: string | undefined): { private?: boolean } {
  return value === undefined ? {} : { private: value !== '0' && value !== '' };
}
