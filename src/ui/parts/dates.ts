import type { Day, Instant } from '../../core/link';
import { nearness, type Period } from '../../core/period';
import { shownDay, writtenDay } from '../../platform/day-text';
import { language, t } from '../../platform/messages';
import { PERIOD_TEXTS } from './period-texts';

export { shownDay };

/** A day for a way that leads to it from `here`: `March 11`, with the year where it is another one. */
export function shortDay(day: Day, here: Day): string {
  const sameYear = day.slice(0, 4) === here.slice(0, 4);
  return writtenDay(day, sameYear ? { month: 'long', day: 'numeric' } : { dateStyle: 'long' });
}

/** A day among others of its year: `Monday, March 13`. */
export function dayHeading(day: Day): string {
  return writtenDay(day, { weekday: 'long', month: 'long', day: 'numeric' });
}

export function weekdayName(day: Day, width: 'long' | 'narrow'): string {
  return writtenDay(day, { weekday: width });
}

/** `2023-03` as `March 2023`. */
export function shownMonth(month: string): string {
  return writtenDay(`${month}-01`, { month: 'long', year: 'numeric' });
}

/** The heading of a period: `March 13, 2023`, `Week 11 · March 13 – 19, 2023`, `March 2023`. */
export function shownPeriod(period: Period): string {
  if (period.kind === 'day') return shownDay(period.first);
  if (period.kind === 'month') return shownMonth(period.name);
  return t('weekOf', weekNumber(period), shownRange(period));
}

/** A period for a way that leads to it from another one: `March 11`, `Week 10`, `February`, with the year where it is another one. */
export function shortPeriod(period: Period, here: Period): string {
  if (period.kind === 'day') return shortDay(period.first, here.first);
  const [year = ''] = period.name.split('-');
  if (period.kind === 'month') return here.name.startsWith(year) ? monthName(period.name) : shownMonth(period.name);
  return here.name.startsWith(year) ? t('weekNumber', weekNumber(period)) : t('weekInYear', weekNumber(period), year);
}

/** `11` of `2023-W11`. */
export function weekNumber({ name }: Period): number {
  return Number(name.slice(-2));
}

/** Making it takes far longer than using it, and a calendar needs it for every week. */
let ranges: Intl.DateTimeFormat | undefined;

/** `March 13 – 19, 2023` */
function shownRange({ first, last }: Period): string {
  const [from, to] = [first, last].map((day) => new Date(`${day}T12:00:00Z`));
  ranges ??= new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' });
  return from && to ? ranges.formatRange(from, to) : '';
}

/** `2023-03` as `March`. */
export function monthName(month: string, width: 'long' | 'short' = 'long'): string {
  return writtenDay(`${month}-01`, { month: width });
}

/** `Today`, `Last week` or the like; nothing for what is farther away. */
export function nearName(period: Period, today: Day): string {
  const near = nearness(period, today);
  return near ? t(PERIOD_TEXTS[period.kind][near]) : '';
}

/** An instant in words, on this computer's clock: `March 13, 2023 at 8:41 AM`. */
export function shownMoment(at: Instant): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at * 1000));
}

/** The time on the clock where it was saved: `08:41`. */
export function clockTime(at: Instant, offset: number): string {
  return new Date((at + offset * 60) * 1000).toISOString().slice(11, 16);
}
