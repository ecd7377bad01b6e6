import { addDays, daysOfMonth, isDay, weekdayOf } from './day';
import type { Day } from './link';

/** What one page of the journal can show: a day, an ISO week, or a month. */
export type PeriodKind = 'day' | 'week' | 'month';

export interface Period {
  kind: PeriodKind;
  /** As addresses name it: `2023-03-13`, `2023-W11`, `2023-03`. */
  name: string;
  first: Day;
  last: Day;
}

/** The period of that kind in which the day lies. Weeks begin on Monday and belong to the year of their Thursday (ISO 8601). */
export function periodOf(day: Day, kind: PeriodKind): Period {
  if (kind === 'week') return weekFrom(addDays(day, -weekdayOf(day)));
  if (kind === 'month') return monthNamed(day.slice(0, 7));
  return { kind, name: day, first: day, last: day };
}

/** The period of that name; undefined for what is none, such as `2023-W53`. */
export function readPeriod(name: string): Period | undefined {
  if (isDay(name)) return periodOf(name, 'day');
  if (isDay(`${name}-01`)) return monthNamed(name);
  const [, year, week] = /^(\d{4})-W(\d\d)$/.exec(name) ?? [];
  if (!year || !isDay(`${year}-01-04`)) return undefined;
  // The fourth of January is always in the first week.
  const found = periodOf(addDays(`${year}-01-04`, (Number(week) - 1) * 7), 'week');
  return found.name === name && isDay(found.first) && isDay(found.last) ? found : undefined;
}

/** All its days, in order. */
export function daysOf({ first, last }: Period): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function weekFrom(monday: Day): Period {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 24 * 3600 * 1000)) + 1;
  return { kind: 'week', name: `${year}-W${String(number).padStart(2, '0')}`, first: monday, last: addDays(monday, 6) };
}

function monthNamed(name: string): Period {
  return { kind: 'month', name, first: `${name}-01`, last: daysOfMonth(name).at(-1) ?? '' };
}

/** How a period stands to the reader's day now: it is the one of that day, the one before, or neither. */
export function nearness(period: Period, today: Day): 'this' | 'last' | undefined {
  const now = periodOf(today, period.kind);
  if (period.name === now.name) return 'this';
  return period.name === periodOf(addDays(now.first, -1), period.kind).name ? 'last' : undefined;
}

/** The first of those days that lies in the period; its own first one where none does. */
export function dayIn(period: Period, ...candidates: (Day | undefined)[]): Day {
  return candidates.find((day) => day !== undefined && day >= period.first && day <= period.last) ?? period.first;
}
