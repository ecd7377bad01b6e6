import { isWebAddress } from '../core/address';
import { dayOf, isInstant } from '../core/day';
import type { Instant, Quote } from '../core/link';
import { sortDays } from '../core/merge';
import { readText } from '../core/quote-text';
import type { FormatContext, ReadResult, SkipCode } from './format';

/** A link as another program has it; what it does not know is left out. */
export interface ForeignLink {
  url: string;
  title: string;
  /** Block quotes that it begins with are quotes, if we have written it, and the rest is the note (see `readText`). */
  text?: string;
  /** Passages of the page, beside those. */
  passages?: { text: string; at?: Instant | undefined }[];
  tags?: string[];
  /** Left out where the program knows no such thing: what somebody kept there was not meant for the public. */
  private?: boolean | undefined;
  savedAt?: Instant | undefined;
  changedAt?: Instant | undefined;
  /** The outermost first. */
  folders?: string[];
}

/** @param line in which it stands, counted from 1 */
export function readForeign(foreign: ForeignLink, line: number, context: FormatContext): ReadResult {
  const url = foreign.url.trim();
  const title = foreign.title.replace(/\s+/g, ' ').trim();
  const why = whyNot(url);
  if (why) return { kind: 'skipped', why, what: { line, title: title.slice(0, 200), url: url.slice(0, 200) } };
  const { text = '', passages = [], tags = [], private: hidden, savedAt = context.now, folders = [] } = foreign;
  const momentOf = (at: Instant) => {
    const offset = context.offsetAt(at);
    return { at, offset, day: dayOf(at, offset, context.dayStart) };
  };
  const { offset, day } = momentOf(savedAt);
  const read = readText(text, { savedAt, offset, day, dayStart: context.dayStart });
  const more = passages.map(
    ({ text: passage, at }): Quote => ({ text: passage, anchor: '', ...momentOf(at ?? savedAt) }),
  );
  const quotes = [...read.quotes, ...more.filter((quote) => quote.text.trim())];
  const link = {
    url,
    title,
    site: '',
    quotes,
    note: read.note,
    tags: tags.map((tag) => tag.trim()).filter(Boolean),
    ...(hidden !== undefined && { private: hidden }),
    savedAt,
    offset,
    changedAt: foreign.changedAt ?? savedAt,
    days: sortDays([day, ...quotes.map((quote) => quote.day)]),
  };
  const named = folders.map((folder) => folder.trim()).filter(Boolean);
  return { kind: 'link', link, ...(named.length > 0 && { folders: named }) };
}

function whyNot(url: string): SkipCode | undefined {
  if (isWebAddress(url)) return undefined;
  return /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(url) ? 'notHttp' : 'noAddress';
}

/**
 * A date as other programs write it: seconds, milliseconds or microseconds since 1970, told apart by their size, as all three are of
 * this age; or ISO 8601, in UTC where it names no zone. Undefined for anything else.
 */
export function readDate(value: unknown): Instant | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const seconds = /^\d{1,17}(?:\.\d*)?$/.test(text) ? secondsOf(Number(text)) : isoSeconds(text);
  return seconds > 0 && isInstant(seconds) ? seconds : undefined;
}

function secondsOf(number: number): Instant {
  return Math.floor(number >= 1e14 ? number / 1e6 : number >= 1e11 ? number / 1e3 : number);
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

function isoSeconds(text: string): number {
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text) ?? [];
  return day ? Math.floor(Date.parse(`${day}T${time}${zone.replace(/(\d\d):?(\d\d)$/, '$1:$2')}`) / 1000) : Number.NaN;
}

/** The text under a name; empty where there is none. Nothing that an object inherits. */
export function textIn(value: unknown, name: string): string {
  const found = valueIn(value, name);
  return typeof found === 'string' ? found : '';
}

/** What stands under a name of an object out of a file: nothing that it inherits. */
export function valueIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** The texts of a list under a name. */
export function textsIn(value: unknown, name: string): string[] {
  const found = valueIn(value, name);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}
