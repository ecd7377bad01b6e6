import type { Day } from '../core/link';
import { language } from './messages';

/** A day in words, as the reader's language writes it: `March 13, 2023`. */
export function shownDay(day: Day): string {
  return writtenDay(day, { dateStyle: 'long' });
}

/** A day as `options` want it. It is a date without a zone; it is written in UTC from UTC, so that no zone can move it. */
export function writtenDay(day: Day, options: Intl.DateTimeFormatOptions): string {
  return formatOf(options).format(new Date(`${day}T12:00:00Z`));
}

/** Making one takes far longer than using it, and a calendar needs the same one forty times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify(options);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(language(), { ...options, timeZone: 'UTC' });
  formats.set(name, format);
  return format;
}
