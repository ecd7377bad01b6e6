import type { Day, Instant } from '../../core/link';
import { shownDay, writtenDay } from '../../platform/day-text';
import { language, t } from '../../platform/messages';

export { shownDay };

/** A day for a way that leads to it from `here`: `March 11`, with the year where it is another one. */
export function shortDay(day: Day, here: Day): string {
  const sameYear = day.slice(0, 4) === here.slice(0, 4);
  return writtenDay(day, sameYear ? { month: 'long', day: 'numeric' } : { dateStyle: 'long' });
}

export function weekdayName(day: Day, width: 'long' | 'narrow'): string {
  return writtenDay(day, { weekday: width });
}

/** `2023-03` as `March 2023`. */
export function shownMonth(month: string): string {
  return writtenDay(`${month}-01`, { month: 'long', year: 'numeric' });
}

/** `Today`, `Yesterday`, or nothing. */
export function nearName(day: Day, today: Day, yesterday: Day): string {
  if (day === today) return t('today');
  return day === yesterday ? t('yesterday') : '';
}

/** An instant in words, on this computer's clock: `Mar 13, 2023, 8:41 AM`. */
export function shownMoment(at: Instant): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at * 1000));
}

/** The time on the clock where it was saved: `08:41`. */
export function clockTime(at: Instant, offset: number): string {
  return new Date((at + offset * 60) * 1000).toISOString().slice(11, 16);
}
