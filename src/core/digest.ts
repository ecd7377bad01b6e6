import type { Day, Instant, Link, Quote } from './link';

/** One link as it stands on one day's page. */
export interface DigestEntry {
  link: Link;
  /** When it came onto this day: the saving, or this day's first quote; with the offset then. */
  at: Instant;
  offset: number;
  /** The quotes taken on this day. */
  quotes: Quote[];
  /** The day the link was first saved, when this is a later one. */
  firstDay: Day | undefined;
}

/** The links of one day in the order in which they came onto it; ties by id. */
export function digestOfDay(links: Iterable<Link>, day: Day): DigestEntry[] {
  return [...links]
    .filter((link) => link.days.includes(day))
    .map((link) => entryOn(link, day))
    .sort((a, b) => a.at - b.at || (a.link.id < b.link.id ? -1 : 1));
}

function entryOn(link: Link, day: Day): DigestEntry {
  const quotes = link.quotes.filter((quote) => quote.day === day);
  const first = link.days[0];
  if (first === day || first === undefined) {
    return { link, at: link.savedAt, offset: link.offset, quotes, firstDay: undefined };
  }
  // Without a quote of its own a day has no time of its own; the time of saving at least does not move.
  const came = quotes[0] ?? { at: link.savedAt, offset: link.offset };
  return { link, at: came.at, offset: came.offset, quotes, firstDay: first };
}
