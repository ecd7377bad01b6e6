import { addDays, isDay } from './day';
import { fold, nameKey } from './fold';
import type { Day, Link } from './link';
import { readPeriod } from './period';
import { searchFold } from './search-fold';
import { type Range, rangesOf } from './search-marks';
import { findPhrase, type Phrase, readPhrase } from './search-phrase';
import { hostOf, isOfSite, searchedText } from './searched';
import { cleanTag, tagIdentity } from './tags';

/** Days from one to another, both included. Days are compared as text; bounds may lie outside of the calendar. */
export interface Days {
  from: Day;
  to: Day;
}

/** What a link must have, or must not have (`not`), to be found. */
export type Condition = { not: boolean } & (
  | { kind: 'phrase'; phrase: Phrase }
  /** A tag by its identity, the whole of it. */
  | { kind: 'tag'; identity: string }
  /** A site by its host or a domain above it, by one label of its host, or by the key of its name. */
  | { kind: 'site'; host: string; name: string }
  | { kind: 'days'; days: Days }
);

/** What a person looks for: all conditions hold. Without any, nothing is found. */
export interface Query {
  conditions: Condition[];
}

/**
 * Any text is a query:
 * - `word` finds words that begin with it; so does each part of `rendez-vous`, one after the other
 * - `"exact phrase"`: words one after the other, the last one whole too; without its closing sign it is still being typed
 * - `#tag`; `site:example.com`, `site:"Le Monde"`
 * - `before:2023`, `after:2023-03`, `on:2023-W11`, `on:2023-03-13` (French: `avant:`, `après:`, `le:`)
 * - `-` in front of any of them: not that
 *
 * What makes no sense as a tag, a site or a date is looked for as words.
 */
export function parseQuery(text: string): Query {
  return { conditions: [...text.matchAll(TOKEN)].flatMap(({ groups }) => readToken(groups as unknown as Token) ?? []) };
}

const TOKEN =
  /(?<not>-(?!-))?(?<whole>(?:(?<field>\p{L}+):)?(?:["“”„«](?<quoted>[^"“”„«»]*)(?<closing>["”“»]?)|(?<bare>\S+)))/gu;

interface Token {
  not?: string;
  whole: string;
  field?: string;
  quoted?: string;
  closing?: string;
  bare?: string;
}

/** By their folded names. */
const FIELDS: Record<string, 'site' | 'before' | 'after' | 'on'> = {
  site: 'site',
  before: 'before',
  avant: 'before',
  after: 'after',
  apres: 'after',
  on: 'on',
  le: 'on',
};

function readToken({ not: minus, whole, field = '', quoted, closing, bare }: Token): Condition | undefined {
  const not = minus !== undefined;
  const value = (quoted ?? bare ?? '').trim();
  const name = FIELDS[fold(field)];
  if (name === 'site') {
    if (nameKey(value)) return { not, kind: 'site', host: meantHost(value), name: nameKey(value) };
  } else if (name) {
    const days = readDays(name, value);
    if (days) return { not, kind: 'days', days };
  }
  const tag = field || quoted !== undefined || !value.startsWith('#') ? '' : tagIdentity(cleanTag(value));
  if (tag) return { not, kind: 'tag', identity: tag };
  const phrase = readPhrase(field ? whole : value, Boolean(closing));
  return phrase && { not, kind: 'phrase', phrase };
}

/** The host of what was written: an address, a host itself, or a name (which then is the host of nothing). */
function meantHost(text: string): string {
  return hostOf(/^https?:/i.test(text) ? text : `https://${text.replace(/^[*.]+/, '')}`);
}

function readDays(name: 'before' | 'after' | 'on', text: string): Days | undefined {
  const year = isDay(`${text}-01-01`) && { first: `${text}-01-01`, last: `${text}-12-31` };
  const period = year || readPeriod(text.toUpperCase());
  if (!period) return undefined;
  const { first, last } = period;
  if (name === 'before') return { from: FIRST, to: addDays(first, -1) };
  if (name === 'after') return { from: last < LAST ? addDays(last, 1) : NEVER, to: LAST };
  return { from: first, to: last };
}

const FIRST = '0000-01-01';
const LAST = '9999-12-31';
const NEVER = '9999-12-32';

/** The days on which a link may stand to be found, where the query says so: within all that it wants at once. */
export function wantedDays({ conditions }: Query): Days | undefined {
  const wanted = conditions.flatMap((one) => (one.kind === 'days' && !one.not ? one.days : []));
  if (!wanted.length) return undefined;
  return {
    from: wanted.map(({ from }) => from).reduce((a, b) => (a > b ? a : b)),
    to: wanted.map(({ to }) => to).reduce((a, b) => (a < b ? a : b)),
  };
}

/** True where the link is what the query looks for. What any index finds equals what this says of every link. */
export function matches(query: Query, link: Link): boolean {
  const { conditions } = query;
  const days = wantedDays(query);
  if (!conditions.length || (days && !isOn(link, days))) return false;
  let folded: string | undefined;
  const holds = (one: Condition) => {
    if (one.kind === 'phrase') {
      folded ??= searchFold(searchedText(link));
      return findPhrase(one.phrase, folded) !== undefined;
    }
    if (one.kind === 'tag') return link.tags.some((tag) => tagIdentity(tag) === one.identity);
    return one.kind === 'site' ? isOfSite(link, one) : isOn(link, one.days);
  };
  return conditions.every((one) => holds(one) !== one.not);
}

function isOn(link: Link, { from, to }: Days): boolean {
  return link.days.some((day) => day >= from && day <= to);
}

/** Where a text holds words and phrases that are looked for, to be marked: in order, apart from each other, of whole characters. */
export function marksOf({ conditions }: Query, text: string): Range[] {
  return rangesOf(
    conditions.flatMap((one) => (one.kind === 'phrase' && !one.not ? one.phrase : [])),
    text,
  );
}
