import { useEffect, useState } from 'preact/hooks';
import { addDays, daysOfMonth, monthOf, weekdayOf } from '../../core/day';
import type { Day } from '../../core/link';
import { dayHash } from '../../core/route';
import { language, plural, t } from '../../platform/messages';
import { countsOfMonth } from '../../storage/counts';
import { journal } from '../../storage/database';
import { shownDay, shownMonth, weekdayName } from '../parts/dates';
import { useLive } from '../parts/use-live';

/** A month in which the days with links can be followed; the more links, the darker. */
export function Calendar({ day, today, failed }: { day: Day; today: Day; failed(error: unknown): void }) {
  const [month, setMonth] = useState(monthOf(day));
  useEffect(() => setMonth(monthOf(day)), [day]);
  const counts = useLive(() => countsOfMonth(journal, month), [month], failed) ?? new Map<Day, number>();
  const days = daysOfMonth(month);
  const firstDay = firstWeekday();
  const blanks = (weekdayOf(`${month}-01`) - firstDay + 7) % 7;
  return (
    <nav aria-label={t('calendar')}>
      <p class="month">
        <button type="button" aria-label={t('previousMonth')} onClick={() => setMonth(monthOf(`${month}-01`, -1))}>
          ‹
        </button>
        <span aria-live="polite">{shownMonth(month)}</span>
        <button type="button" aria-label={t('nextMonth')} onClick={() => setMonth(monthOf(`${month}-01`, 1))}>
          ›
        </button>
      </p>
      <div class="cal">
        {Array.from({ length: 7 }, (_, place) => (
          <span key={`name-${place}`} class="weekday" aria-hidden="true">
            {weekdayName(addDays('2024-01-01', firstDay + place), 'narrow')}
          </span>
        ))}
        {Array.from({ length: blanks }, (_, place) => (
          <span key={`blank-${place}`} />
        ))}
        {days.map((one) => (
          <CalendarDay key={one} day={one} count={counts.get(one) ?? 0} shown={one === day} today={one === today} />
        ))}
      </div>
    </nav>
  );
}

function CalendarDay({ day, count, shown, today }: { day: Day; count: number; shown: boolean; today: boolean }) {
  const classes = `${shown ? 'on' : ''} ${today ? 'today' : ''}`;
  const number = Number(day.slice(8));
  if (!count) return <span class={classes}>{number}</span>;
  const shade = count < 3 ? 1 : count < 10 ? 2 : 3;
  return (
    <a
      class={`l${shade} ${classes}`}
      href={dayHash(day)}
      aria-current={shown ? 'date' : undefined}
      aria-label={`${shownDay(day)}, ${plural('linkCount', count)}`}
    >
      {number}
    </a>
  );
}

/** The locale's first day of the week, 0 for Monday. Firefox does not tell it yet; Monday then, as ISO 8601 has it. */
function firstWeekday(): number {
  const locale = new Intl.Locale(language()) as Intl.Locale & { getWeekInfo?(): { firstDay: number } };
  return ((locale.getWeekInfo?.().firstDay ?? 1) + 6) % 7;
}
