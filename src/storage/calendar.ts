import { dayInYear } from '../core/calendar';
import type { Day } from '../core/link';
import type { Period } from '../core/period';
import { countsOfDays, daysAround } from './counts';
import { type Journal, journal } from './database';

/** Links a year and a month (`2023`, `2023-03`), as the calendar counts them: a link of several days counts on each. */
export function countsOfMonths(days: ReadonlyMap<Day, number>): Map<string, number> {
  const months = new Map<string, number>();
  for (const [day, count] of days) {
    for (const name of [day.slice(0, 4), day.slice(0, 7)]) months.set(name, (months.get(name) ?? 0) + count);
  }
  return months;
}

/** What stands beside a period. */
export interface Beside {
  period: Period;
  /** The nearest days with links before and after it. */
  before?: Day;
  after?: Day;
  /** Whether the journal has any day with links. */
  any: boolean;
}

/** The nearest days with links beside a period. */
export async function daysBeside(period: Period, db: Journal = journal): Promise<Beside> {
  const { before, after, last } = await daysAround(db, period.first);
  const next = period.first === period.last ? after : (await daysAround(db, period.last)).after;
  return { period, ...(before && { before }), ...(next && { after: next }), any: last !== undefined };
}

/** What was saved on a date of an earlier year. */
export interface Anniversary {
  day: Day;
  count: number;
  /** Of the first links of that day. */
  titles: string[];
}

/** Earlier years and titles that are shown. */
const YEARS = 5;
const TITLES = 3;

/** The same date in earlier years, the latest first, as far as it has links. Of the links only those shown are read. */
export async function onThisDay(day: Day, db: Journal = journal): Promise<Anniversary[]> {
  const counts = await countsOfDays(db);
  const years = new Set([...counts.keys()].map((one) => one.slice(0, 4)));
  const days = [...years]
    .filter((year) => year < day.slice(0, 4))
    .sort()
    .reverse()
    .flatMap((year) => dayInYear(day, year) ?? [])
    .filter((one) => counts.has(one));
  return Promise.all(
    days.slice(0, YEARS).map(async (one) => {
      const links = await db.links.where('days').equals(one).limit(TITLES).toArray();
      return { day: one, count: counts.get(one) ?? 0, titles: links.map(({ title, url }) => title || url) };
    }),
  );
}
