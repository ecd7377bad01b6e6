import { addDays, daysOfMonth, isDay, monthOf, weekdayOf } from './day';
import type { Day } from './link';
import { type Period, periodOf } from './period';

/** One line of a month's calendar. */
export interface CalendarWeek {
  /** The ISO week in which most of its days lie; undefined past the last year there is. */
  week: Period | undefined;
  /** Seven places; empty where the day is of another month. */
  days: (Day | undefined)[];
}

const THURSDAY = 3;

/** The lines of a month (`YYYY-MM`). @param firstWeekday 0 for Monday to 6 for Sunday */
export function weeksOfMonth(month: string, firstWeekday: number): CalendarWeek[] {
  const days = daysOfMonth(month);
  const blanks = (weekdayOf(`${month}-01`) - firstWeekday + 7) % 7;
  const lines = Math.ceil((blanks + days.length) / 7);
  return Array.from({ length: lines }, (_, line) => ({
    week: weekOfLine(`${month}-01`, line * 7 - blanks, firstWeekday),
    days: Array.from({ length: 7 }, (_, place) => days[line * 7 - blanks + place]),
  }));
}

/** A line that begins on Sunday or Saturday runs over two ISO weeks: its Thursday says which one it is called by. */
function weekOfLine(first: Day, offset: number, firstWeekday: number): Period | undefined {
  const thursday = addDays(first, offset + ((THURSDAY - firstWeekday + 7) % 7));
  return isDay(thursday) ? periodOf(thursday, 'week') : undefined;
}

/**
 * The day to which a key leads in a calendar; undefined for a key that leads nowhere, or out of the calendar.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog/
 */
export function dayByKey(day: Day, key: string, shift: boolean, firstWeekday: number): Day | undefined {
  const inWeek = (weekdayOf(day) - firstWeekday + 7) % 7;
  const months = shift ? 12 : 1;
  const to: Record<string, () => Day> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => addDays(day, -inWeek),
    End: () => addDays(day, 6 - inWeek),
    PageUp: () => inMonth(day, monthOf(day, -months)),
    PageDown: () => inMonth(day, monthOf(day, months)),
  };
  const found = Object.hasOwn(to, key) ? to[key]?.() : undefined;
  return found !== undefined && isDay(found) ? found : undefined;
}

/** The day of that number in another month, or its last one: from 31 January to 28 February. */
function inMonth(day: Day, month: string): Day {
  if (!isDay(`${month}-01`)) return '';
  const days = daysOfMonth(month);
  return days[Number(day.slice(8)) - 1] ?? days.at(-1) ?? day;
}

/** That date in another year; undefined for 29 February where there is none. */
export function dayInYear(day: Day, year: string): Day | undefined {
  const other = `${year}${day.slice(4)}`;
  return isDay(other) ? other : undefined;
}

/** How dark a day of the calendar is; 0 for one without links. */
export type Shade = 0 | 1 | 2 | 3;

/**
 * The shades of a journal's days: those of 10 links and more are dark, those of 3 and more middling. Where that would make all days
 * alike, since more is saved every day, the reader's own days are compared: a third of them each.
 * @param counts of the days that are compared, in any order
 */
export function shadesOf(counts: Iterable<number>): (count: number) => Shade {
  const sorted = [...counts].filter((count) => count > 0).sort((a, b) => a - b);
  const third = (part: number) => (sorted[Math.floor((sorted.length * part) / 3)] ?? 0) + 1;
  const middle = Math.max(3, third(1));
  const dark = Math.max(10, third(2));
  return (count) => (count <= 0 ? 0 : count < middle ? 1 : count < dark ? 2 : 3);
}
