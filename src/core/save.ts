import type { Entry, Link, Moment, Passage, Quote } from './link';
import { matchKey } from './match-key';
import { mergeForm, sortDays, sortQuotes } from './merge';
import { oneLine } from './one-line';
import { uniqueTags } from './tags';

/** What a form hands over for saving: what it showed at first, and what the person left in it. */
export interface Save {
  base: Entry;
  form: Entry;
}

/** A quote taken now. Line ends are levelled and empty lines around it dropped; the spaces of its first line are kept. */
export function takeQuote({ text, anchor }: Passage, now: Moment): Quote {
  return { text: tidy(text), anchor, ...now };
}

/** A link for a page that the journal does not know yet. */
export function newLink(form: Entry, id: string, now: Moment): Link {
  const entry = tidyEntry(form);
  return {
    ...entry,
    id,
    key: matchKey(entry.url),
    savedAt: now.at,
    offset: now.offset,
    changedAt: now.at,
    days: sortDays([now.day, ...entry.quotes.map((quote) => quote.day)]),
  };
}

/**
 * The stored link with a form's changes put upon it (see `mergeForm`). A new quote brings the link onto the quote's day; a later
 * day whose last quote was removed is left again. The first day never changes here. Returns `stored` itself when nothing changed.
 */
export function changeLink(stored: Link, { base, form }: Save, now: Moment): Link {
  const entry = tidyEntry(mergeForm(stored, base, form));
  const quoted = new Set(entry.quotes.map((quote) => quote.day));
  const quotedBefore = new Set(stored.quotes.map((quote) => quote.day));
  const staying = stored.days.filter((day, place) => place === 0 || quoted.has(day) || !quotedBefore.has(day));
  const days = sortDays([...staying, ...[...quoted].filter((day) => !quotedBefore.has(day))]);
  const link = { ...stored, ...entry, key: matchKey(entry.url), days };
  return sameContent(link, stored) ? stored : { ...link, changedAt: now.at };
}

/** An entry as it is kept: texts levelled, no empty quote, each tag once, no link without a title. */
export function tidyEntry(entry: Entry): Entry {
  const quotes = entry.quotes.map(tidyQuote).filter((quote) => quote.text);
  return {
    url: entry.url.trim(),
    title: oneLine(entry.title) || entry.url.trim(),
    site: oneLine(entry.site),
    quotes: sortQuotes(quotes),
    note: tidy(entry.note),
    tags: uniqueTags(entry.tags.map((tag) => tag.toWellFormed())),
    private: entry.private,
  };
}

function tidyQuote(quote: Quote): Quote {
  const text = tidy(quote.text);
  return text === quote.text ? quote : { ...quote, text };
}

/** LF only, no empty lines around, no white space at the end, well-formed Unicode. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** True when two links hold the same, whatever their ids and dates of change. */
export function sameContent(a: Link, b: Link): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}

function contentOf(link: Link): unknown[] {
  const { url, title, site, quotes, note, tags, private: hidden, days, savedAt } = link;
  return [
    url,
    title,
    site,
    quotes.map((quote) => [quote.text, quote.at, quote.day, quote.anchor]),
    note,
    tags,
    hidden,
    days,
    savedAt,
  ];
}
