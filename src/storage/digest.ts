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
  /** False where this is the beginning of a long one, and the rest is still being read. */
  whole: boolean;
}

/** More links than most days have, and than the first screens show. */
const BEGINNING = 100;

/** Reads the links of a period in one go. */
export async function readDigest(period: Period, db: Journal = journal): Promise<Digest> {
  return digestOf(period, await rowsOf(period, db).toArray());
}

/** Reads the first links of a period: all of a short one. */
export async function readBeginning(period: Period, db: Journal = journal): Promise<Digest> {
  const rows = await rowsOf(period, db).limit(BEGINNING).toArray();
  const digest = digestOf(period, rows);
  if (rows.length < BEGINNING) return digest;
  const days = beginningOf(digest.days);
  return { period, days, links: linksOf(days), whole: false };
}

/** The digest of these links, as far as they are of the period. */
export function digestOf(period: Period, found: Iterable<Link>): Digest {
  const byDay = new Map<Day, Map<string, Link>>(daysOf(period).map((day) => [day, new Map()]));
  // A link may come once for each of its days.
  for (const link of found) for (const day of link.days) byDay.get(day)?.set(link.id, link);
  const days = [...byDay]
    .filter(([, links]) => links.size > 0)
    .map(([day, links]) => ({ day, entries: digestOfDay(links.values(), day) }));
  return { period, days, links: linksOf(days), whole: true };
}

/** They come by day, then by id. */
function rowsOf({ first, last }: Period, db: Journal) {
  return db.links.where('days').between(first, last, true, true);
}

/** The days up to the one that was cut off. */
function beginningOf(days: DigestDay[]): DigestDay[] {
  let read = 0;
  const cut = days.findIndex(({ entries }) => {
    read += entries.length;
    return read >= BEGINNING;
  });
  return days.slice(0, cut + 1).map((one, place) => (place < cut ? one : surePart(one)));
}

/** What is not read yet was saved after all that is: but links of earlier days, which come first, may stand behind it. */
function surePart({ day, entries }: DigestDay): DigestDay {
  const last = Math.max(...entries.map(({ firstDay, at }) => (firstDay ? 0 : at)));
  return { day, entries: entries.filter(({ at }) => at <= last) };
}

function linksOf(days: DigestDay[]): Link[] {
  const links = new Map(days.flatMap(({ entries }) => entries.map(({ link }) => [link.id, link])));
  return [...links.values()];
}
