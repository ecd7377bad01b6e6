import { type DigestEntry, digestOfDay } from '../core/digest';
import type { Day, Link } from '../core/link';
import { daysOf, type Period } from '../core/period';
import { type Journal, journal } from './database';

/** The links of one day of a period. */
export interface DigestDay {
  day: Day;
  entries: DigestEntry[];
}

/** The links of a period. */
export interface Digest {
  period: Period;
  /** The days that have any, in order; a link of several days stands on each. */
  days: DigestDay[];
  /** Each link once, in the order of the page. */
  links: Link[];
}

/** Reads the links of a period in one go. */
export async function readDigest(period: Period, db: Journal = journal): Promise<Digest> {
  const { first, last } = period;
  const byDay = new Map<Day, Map<string, Link>>(daysOf(period).map((day) => [day, new Map()]));
  // A link comes once for each of its days.
  for (const link of await db.links.where('days').between(first, last, true, true).toArray()) {
    for (const day of link.days) byDay.get(day)?.set(link.id, link);
  }
  const days = [...byDay]
    .filter(([, links]) => links.size > 0)
    .map(([day, links]) => ({ day, entries: digestOfDay(links.values(), day) }));
  const links = new Map(days.flatMap(({ entries }) => entries.map(({ link }) => [link.id, link])));
  return { period, days, links: [...links.values()] };
}
