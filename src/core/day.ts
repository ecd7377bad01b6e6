import type { Day, Instant, Moment } from './link';

/**
 * The reader's calendar day of an instant.
 * A day may begin later than midnight (`dayStart`, minutes after midnight), so that a link saved at 01:30 can belong to the
 * evening before. Intervals are half open: an entry stamped exactly at the start belongs to the day that begins.
 * @param offset minutes east of UTC at that instant
 */
export function dayOf(at: Instant, offset: number, dayStart = 0): Day {
  const number = Math.floor((at + (offset - dayStart) * 60) / SECONDS);
  if (number !== last?.number) last = { number, day: new Date(number * SECONDS * 1000).toISOString().slice(0, 10) };
  return last.day;
}

/** In a day. */
const SECONDS = 86_400;

/** The day that was asked for last: links of a file, and the quotes of each, mostly follow one another. */
let last: { number: number; day: Day } | undefined;

export function momentOf(at: Instant, offset: number, dayStart = 0): Moment {
  return { at, offset, day: dayOf(at, offset, dayStart) };
}

/** The last instant that anything from outside may name: dates of any zone then still have a year of four digits. */
export const MAX_INSTANT: Instant = 253_402_214_399;

/** True for an instant that a link or a quote can have, and that our own files give back. */
export function isInstant(value: unknown): value is Instant {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_INSTANT;
}

/** True for the minutes east of UTC that a clock can show: less than a day to either side. */
export function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(value as number) < 1440;
}

/** True for `YYYY-MM-DD` that names a day of the calendar (so not `2023-02-30`). */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && noon(text)?.toISOString().slice(0, 10) === text;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** `YYYY-MM` of a day, and that month moved by `count` months. */
export function monthOf(day: Day, count = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 7);
}

/** All days of a month (`YYYY-MM`), in order. */
export function daysOfMonth(month: string): Day[] {
  const first = `${month}-01`;
  const days: Day[] = [];
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
}

/** `YYYY-MM-DDTHH:MM:SS+01:00`: an instant with its offset (RFC 3339). */
export function isoWithOffset(at: Instant, offset: number): string {
  const local = new Date((at + offset * 60) * 1000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function noon(day: string): Date | undefined {
  const date = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
