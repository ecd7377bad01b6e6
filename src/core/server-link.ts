import { dayOf, isInstant, isOffset, isoWithOffset } from './day';
import type { ImportedLink } from './imported-link';
import type { Instant, Link } from './link';
import { sortDays } from './merge';
import { readText, withLineFeeds, writeText, writtenTitle } from './quote-text';

/**
 * A link as a Shaarli has it.
 * @see https://shaarli.github.io/api-documentation/
 */
export interface ServerLink extends WrittenLink {
  /** The first is 0; the highest is given again after a deletion. */
  id: number;
  shorturl: string;
  /** `2020-01-02T03:04:05+02:00` */
  created: string;
  /** Empty until it is edited. */
  updated: string;
}

/** What can be written to a Shaarli. A field left out is emptied there, and `private` falls to the server's default: always all five. */
export interface WrittenLink {
  url: string;
  title: string;
  description: string;
  tags: string[];
  private: boolean;
}

export function writtenLink(link: Link): WrittenLink {
  const { url, tags } = link;
  return {
    url: url.toWellFormed(),
    title: writtenTitle(link).toWellFormed(),
    description: writeText(link).toWellFormed(),
    tags: tags.map((tag) => tag.toWellFormed()),
    private: link.private,
  };
}

/**
 * When a link was saved, as a Shaarli takes it: whole seconds with their offset, since it replaces any other form by now. Its pages of
 * days leave out what was saved at 00:00:00 or 23:59:59 by its own clock: such a link moves by one second, and stays on its day.
 * @param zone IANA name of the server's zone
 */
export function createdText({ savedAt, offset }: Pick<Link, 'savedAt' | 'offset'>, zone: string): string {
  const time = clockIn(zone, savedAt) ?? isoWithOffset(savedAt, offset).slice(11, 19);
  const nudge = { '00:00:00': 1, '23:59:59': -1 }[time] ?? 0;
  return isoWithOffset(savedAt + nudge, offset);
}

function clockIn(zone: string, at: Instant): string | undefined {
  try {
    return new Date(at * 1000).toLocaleTimeString('en-GB', { timeZone: zone, hourCycle: 'h23' });
  } catch {
    // A zone that this browser does not know.
    return undefined;
  }
}

/**
 * True where both say the same. What a Shaarli does to what it is given makes no difference: it trims titles, takes tracking off
 * addresses, and may sort tags anew.
 */
export function sameWritten(a: WrittenLink, b: WrittenLink): boolean {
  return levelled(a) === levelled(b);
}

/**
 * True where a server kept what it was given, as far as anything could be lost by it: it may make an address, or tags, its own.
 */
export function keptWritten(sent: WrittenLink, kept: WrittenLink): boolean {
  const same = { url: '', tags: [] };
  return sameWritten({ ...sent, ...same }, { ...kept, ...same, title: isTitle(sent.title) ? kept.title : sent.title });
}

/** A Shaarli gives a link without a title, or with the title `0`, its address for one. */
function isTitle(title: string): boolean {
  return !['', '0'].includes(trimmed(title));
}

function levelled({ url, title, description, tags, private: hidden }: WrittenLink): string {
  return JSON.stringify([cleanedUrl(url), trimmed(title), levelledText(description), [...tags].sort(), hidden]);
}

/** As PHP trims: characters with the number 0, too. */
function trimmed(title: string): string {
  return title.replace(/^[\s\0]+|[\s\0]+$/g, '');
}

/** Text of which only the kind of its line breaks, and white space at its end, may differ. */
function levelledText(text: string): string {
  const levelled = withLineFeeds(text).trimEnd();
  return levelled === '0' ? '' : levelled;
}

/** What a Shaarli takes off addresses. @see https://github.com/shaarli/Shaarli/blob/master/application/http/Url.php */
const CLEANED_QUERY = /^(?:action_(?:object|ref|type)_map=|fb_|fb=|PHPSESSID=|__scoop|utm_|xtor=|campaign_)/;
const CLEANED_FRAGMENT = /^#(?:xtor=RSS-|tk\.rss_all)/;

/** True where a Shaarli makes the same of both addresses, so that it can have but one of them. */
export function sameAddress(a: string, b: string): boolean {
  return cleanedUrl(a) === cleanedUrl(b);
}

/** What to search a Shaarli for to find an address: words that it takes as they are, since it decodes `&copy` and leaves out `-this`. */
export function searchFor(url: string): string {
  const words = cleanedUrl(url).split(/["&\s]+/);
  return words.filter((word) => word && !word.startsWith('-')).join(' ');
}

/** True for a link without an address: a Shaarli gives it that of its own page. */
export function isNote({ url, shorturl }: Pick<ServerLink, 'url' | 'shorturl'>): boolean {
  return url.endsWith(`/shaare/${shorturl}`) || url.endsWith(`?${shorturl}`);
}

function cleanedUrl(url: string): string {
  const [, page = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url.trim()) ?? [];
  const pairs = query.slice(1).split('&');
  const kept = pairs.filter((pair) => pair && !CLEANED_QUERY.test(pair)).join('&');
  return page + (kept && `?${kept}`) + (CLEANED_FRAGMENT.test(fragment) ? '' : fragment);
}

/** True for an answer that is a link; a server that fails may answer anything. */
export function isServerLink(value: unknown): value is ServerLink {
  if (typeof value !== 'object' || value === null) return false;
  const link = value as Record<string, unknown>;
  const texts = ['url', 'title', 'description', 'shorturl', 'created', 'updated'];
  return (
    Number.isInteger(link.id) &&
    texts.every((name) => typeof link[name] === 'string') &&
    typeof link.private === 'boolean' &&
    Array.isArray(link.tags) &&
    link.tags.every((tag) => typeof tag === 'string')
  );
}

/** A Shaarli's link as one for the journal: its text becomes quotes and note, its day is computed from its date, once. */
export function readServerLink(remote: ServerLink, dayStart: number): ImportedLink {
  const { at, offset } = readDate(remote.created);
  const day = dayOf(at, offset, dayStart);
  const { quotes, note } = readText(remote.description, { savedAt: at, offset, day, dayStart });
  return {
    url: remote.url,
    title: remote.title,
    site: '',
    quotes,
    note,
    tags: remote.tags,
    private: remote.private,
    savedAt: at,
    offset,
    changedAt: remote.updated ? readDate(remote.updated).at : at,
    days: sortDays([day, ...quotes.map((quote) => quote.day)]),
  };
}

/** What a Shaarli writes as a date. One that no link can have, which it never writes, is the beginning of 1970. */
function readDate(text: string): { at: Instant; offset: number } {
  const at = Math.floor(Date.parse(text) / 1000);
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  return isInstant(at) && isOffset(offset) ? { at, offset } : { at: 0, offset: 0 };
}
