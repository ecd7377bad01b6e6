import { isAnchor } from '../core/anchor';
import { isDay, isInstant, isOffset } from '../core/day';
import type { DayNote } from '../core/day-note';
import { isId } from '../core/id';
import type { ImportedLink } from '../core/imported-link';
import type { Instant, Quote } from '../core/link';
import type { SkipCode, SkippedEntry } from '../core/read-result';
import { valueIn } from './own-values';

/** How the value of each field is told from anything else that a file may hold in its place. */
type Checks<T> = { [Field in keyof T]-?: (value: unknown) => value is NonNullable<T[Field]> };

const QUOTE: Checks<Quote> = { text: isText, at: isInstant, offset: isOffset, day: isDayText, anchor: isText };

const LINK: Checks<Omit<ImportedLink, 'id' | 'unsure'>> = {
  url: isText,
  title: isText,
  site: isText,
  quotes: isQuotes,
  note: isText,
  tags: (value) => Array.isArray(value) && value.every(isText),
  private: (value) => typeof value === 'boolean',
  savedAt: isInstant,
  offset: isOffset,
  changedAt: isInstant,
  days: isDays,
};

/**
 * A link out of parsed JSON, made of the known fields alone; or why it is none.
 * Any address is taken that a page can have, since a backup must give back what was saved; the one exception is a script.
 */
export function readLink(value: unknown): ImportedLink | SkipCode {
  const link = pick(value, LINK);
  if (!link) return 'broken';
  if (!URL.canParse(link.url)) return 'noAddress';
  if (/^(?:javascript|vbscript):$/.test(new URL(link.url).protocol)) return 'notHttp';
  const quotes = link.quotes.flatMap((one) => {
    const quote = pick(one, QUOTE);
    return quote ? { ...quote, anchor: isAnchor(quote.anchor) ? quote.anchor : '' } : [];
  });
  const id = valueIn(value, 'id');
  return { ...(isId(id) ? { id } : {}), ...link, quotes };
}

const DAY_NOTE: Checks<DayNote> = {
  day: isDayText,
  text: (value): value is string => isText(value) && value.trim() !== '',
  changedAt: isInstant,
};

/** A note on a day out of parsed JSON, made of the known fields alone. */
export function readDayNote(value: unknown): DayNote | undefined {
  return pick(value, DAY_NOTE);
}

/** A deleted link; or why it is none. */
export function readBinned(value: unknown): { link: ImportedLink; deletedAt: Instant } | SkipCode {
  const deletedAt = valueIn(value, 'deletedAt');
  const link = readLink(valueIn(value, 'link'));
  if (typeof link === 'string') return link;
  return isInstant(deletedAt) ? { link, deletedAt } : 'broken';
}

/** What can be said of a link that could not be read. */
export function titleOf(value: unknown): SkippedEntry {
  const title = valueIn(value, 'title');
  const url = valueIn(value, 'url');
  return {
    ...(isText(title) ? { title: title.slice(0, 200) } : {}),
    ...(isText(url) ? { url: url.slice(0, 200) } : {}),
  };
}

/** The checked fields in a new object, or nothing if one is missing or of another type. */
function pick<T>(value: unknown, checks: Checks<T>): T | undefined {
  const picked: Record<string, unknown> = {};
  for (const field in checks) {
    const found = valueIn(value, field);
    if (!checks[field](found)) return undefined;
    picked[field] = found;
  }
  return picked as T;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isQuotes(value: unknown): value is Quote[] {
  return Array.isArray(value) && value.every((one) => pick(one, QUOTE) !== undefined);
}

function isDayText(value: unknown): value is string {
  return isText(value) && isDay(value);
}

/** At least one day, ascending. */
function isDays(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((day, place) => isDayText(day) && (place === 0 || day > value[place - 1]))
  );
}
