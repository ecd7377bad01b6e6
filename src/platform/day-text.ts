import type { Day } from '../core/link';
import { language } from './messages';

/** A day in words, as the reader's language writes it: `March 13, 2023`. */
export function shownDay(day: Day): string {
  return writtenDay(day, { dateStyle: 'long' });
}

/** A day as `options` want it. It is a date without a zone; it is written in UTC from UTC, so that no zone can move it. */
export function writtenDay(day: Day, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}
