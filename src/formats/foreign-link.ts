import { isWebAddress } from '../core/address';
import { dayOf, isInstant, isOffset } from '../core/day';
import type { ImportedLink } from '../core/imported-link';
import type { Instant, Quote } from '../core/link';
import { sortDays } from '../core/merge';
import { oneLine } from '../core/one-line';
import { readText } from '../core/quote-text';
import type { ReadResult, SkipCode } from '../core/read-result';
import type { FormatContext } from './format';

/** A moment as another program has it. */
export interface ForeignMoment {
  at: Instant;
  /** Minutes east of UTC. Left out where only the instant is told: then it is that of the reader's zone. */
  offset?: number;
}

/** A link as another program has it; what it does not know is left out. */
export interface ForeignLink {
  url: string;
  title: string;
  /** Block quotes that it begins with are quotes, if we have written it, and the rest is the note (see `readText`). */
  text?: string;
  /** Passages of the page, beside those. */
  passages?: { text: string; at?: ForeignMoment | undefined }[];
  tags?: string[];
  /** Left out where the program knows no such thing: what somebody kept there was not meant for the public. */
  private?: boolean | undefined;
  savedAt?: ForeignMoment | undefined;
  changedAt?: ForeignMoment | undefined;
  /** The outermost first. */
  folders?: string[];
}

/** @param line in which it stands, counted from 1 */
export function readForeign(foreign: ForeignLink, line: number, context: FormatContext): ReadResult {
  const url = foreign.url.trim();
  const title = oneLine(foreign.title);
  const why = whyNotTaken(url);
  if (why) return { kind: 'skipped', why, what: { line, title: title.slice(0, 200), url: url.slice(0, 200) } };
  const { text = '', passages = [], tags = [], private: hidden, folders = [] } = foreign;
  const momentOf = ({ at, offset = context.offsetAt(at) }: ForeignMoment) => ({
    at,
    offset,
    day: dayOf(at, offset, context.dayStart),
  });
  const saved = foreign.savedAt ?? { at: context.now };
  const { at: savedAt, offset, day } = momentOf(saved);
  const read = readText(text, { savedAt, offset, day, dayStart: context.dayStart });
  const more = passages.map(({ text: passage, at = saved }): Quote => ({ text: passage, anchor: '', ...momentOf(at) }));
  const quotes = [...read.quotes, ...more.filter((quote) => quote.text.trim())];
  const link: ImportedLink = {
    url,
    title,
    site: '',
    quotes,
    note: read.note,
    tags: tags.map((tag) => tag.trim()).filter(Boolean),
    savedAt,
    offset,
    changedAt: foreign.changedAt?.at ?? savedAt,
    days: quotes.length ? sortDays([day, ...quotes.map((quote) => quote.day)]) : [day],
  };
  if (hidden !== undefined) link.private = hidden;
  if (saved.offset === undefined) link.unsure = foreign.savedAt ? 'zone' : 'date';
  const named = folders.map(oneLine).filter(Boolean);
  return { kind: 'link', link, ...(named.length > 0 && { folders: named }) };
}

/** Why an address is not taken; undefined where it is. */
export function whyNotTaken(url: string): SkipCode | undefined {
  if (isWebAddress(url)) return undefined;
  return /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(url) ? 'notHttp' : 'noAddress';
}

/**
 * A moment as other programs write it: seconds, milliseconds or microseconds since 1970, told apart by their size, as all three are of
 * this age; or ISO 8601, in UTC where it names no zone. Undefined for anything else.
 */
export function readMoment(value: unknown): ForeignMoment | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const moment = /^\d{1,17}(?:\.\d*)?$/.test(text) ? { at: secondsOf(Number(text)) } : readIso(text);
  return moment.at > 0 && isInstant(moment.at) ? moment : undefined;
}

function secondsOf(number: number): Instant {
  return Math.floor(number >= 1e14 ? number / 1e6 : number >= 1e11 ? number / 1e3 : number);
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(?:Z|([+-])(\d\d):?(\d\d))?)?$/i;

function readIso(text: string): ForeignMoment {
  const [, day, time = '00:00', sign, hours = '0', minutes = '0'] = ISO.exec(text) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const at = day && isOffset(offset) ? Math.floor(Date.parse(`${day}T${time}Z`) / 1000) - offset * 60 : Number.NaN;
  return sign ? { at, offset } : { at };
}
