import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type CalendarWeek, dayByKey, type Shade, shadesOf, weeksOfMonth } from '../../core/calendar';
import { addDays, monthOf } from '../../core/day';
import { firstWeekday } from '../../core/first-weekday';
import type { Day } from '../../core/link';
import { type Period, periodOf } from '../../core/period';
import { dayHash, periodHash } from '../../core/route';
import { language, plural, t } from '../../platform/messages';
import { countsOfMonth } from '../../storage/counts';
import { journal } from '../../storage/database';
import { shownDay, shownMonth, shownPeriod, weekdayName, weekNumber } from '../parts/dates';
import { useLive } from '../parts/use-live';
import { openDateChoice } from './date-choice';

interface CalendarProps {
  /** What the page shows. */
  period: Period;
  /** The day in it from which one walks. */
  place: Day;
  today: Day;
  failed(error: unknown): void;
}

/** A month as a grid that is walked with the arrow keys; the more links a day has, the darker it is. */
export function Calendar({ period, place, today, failed }: CalendarProps) {
  /** The day that Tab leads to; its month is shown. */
  const [at, setAt] = useState(place);
  useEffect(() => setAt(place), [period.name, place]);
  const year = at.slice(0, 4);
  const counts = useLive(() => countsOfMonth(journal, year), [year], failed) ?? new Map<Day, number>();
  const shade = useMemo(() => shadesOf(counts.values()), [counts]);
  const first = firstWeekday(language());
  const month = monthOf(at);
  const walk = (key: string, shift = false) => {
    const to = dayByKey(at, key, shift, first);
    if (to) setAt(to);
    return to !== undefined;
  };
  const line = (week: CalendarWeek, place: number) => (
    <tr key={week.week?.name ?? place}>
      <WeekCell week={week.week} shown={period} />
      {week.days.map((day, place) => (
        <td key={day ?? place}>
          {day && (
            <DayLink {...{ day, period, shade }} count={counts.get(day) ?? 0} isToday={day === today} at={day === at} />
          )}
        </td>
      ))}
    </tr>
  );
  return (
    <nav class="calendar" aria-label={t('calendar')}>
      <MonthLine month={month} walk={walk} />
      <Grid at={at} label={shownMonth(month)} walk={walk}>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('week')}</span>
            </th>
            {Array.from({ length: 7 }, (_, place) => addDays('2024-01-01', first + place)).map((day) => (
              <th key={day} scope="col" aria-label={weekdayName(day, 'long')}>
                {weekdayName(day, 'narrow')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{weeksOfMonth(month, first).map(line)}</tbody>
      </Grid>
      <p>
        <a href={periodHash(periodOf(at, 'month'))} aria-current={period.name === month ? 'page' : undefined}>
          {t('wholeMonth')}
        </a>
      </p>
    </nav>
  );
}

/** Moves from a day as a key does; false where the key leads nowhere. */
type Walk = (key: string, shift?: boolean) => boolean;

/** The month's name, which leads to any other one, between the ways to the months beside it. */
function MonthLine({ month, walk }: { month: string; walk: Walk }) {
  return (
    <p class="month">
      <button type="button" aria-label={t('previousMonth')} onClick={() => walk('PageUp')}>
        ‹
      </button>
      <button
        type="button"
        class="go-to-date"
        aria-haspopup="dialog"
        title={t('goToDate')}
        onClick={() => openDateChoice(month)}
      >
        <span aria-live="polite">{shownMonth(month)}</span>
      </button>
      <button type="button" aria-label={t('nextMonth')} onClick={() => walk('PageDown')}>
        ›
      </button>
    </p>
  );
}

/** One stop for Tab; from there the keys lead from day to day, and the focus goes with them. */
function Grid(props: { at: Day; label: string; walk: Walk; children: preact.ComponentChildren }) {
  const { at, label, walk, children } = props;
  const grid = useRef<HTMLTableElement>(null);
  const walking = useRef(false);
  useLayoutEffect(() => {
    if (walking.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    walking.current = false;
  }, [at]);
  return (
    <table
      ref={grid}
      class="cal"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: this is how a table is walked
      role="grid"
      aria-label={label}
      onKeyDown={(event) => {
        const isDay = event.target instanceof HTMLElement && event.target.tabIndex === 0 && event.target.closest('td');
        if (!isDay || event.ctrlKey || event.altKey || event.metaKey) return;
        walking.current = walk(event.key, event.shiftKey);
        if (!walking.current) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {children}
    </table>
  );
}

function WeekCell({ week, shown }: { week: Period | undefined; shown: Period }) {
  if (!week) return <th />;
  const name = shownPeriod(week);
  return (
    <th scope="row">
      <a
        href={periodHash(week)}
        aria-current={week.name === shown.name ? 'page' : undefined}
        aria-label={name}
        title={name}
      >
        {weekNumber(week)}
      </a>
    </th>
  );
}

interface DayLinkProps {
  day: Day;
  count: number;
  shade(count: number): Shade;
  period: Period;
  isToday: boolean;
  /** Whether the walk stands here. */
  at: boolean;
}

function DayLink({ day, count, shade, period, isToday, at }: DayLinkProps) {
  const shown = day === period.name;
  const isIn = period.kind === 'week' && day >= period.first && day <= period.last;
  const name = [isToday && t('today'), shownDay(day), count > 0 && plural('linkCount', count)]
    .filter(Boolean)
    .join(', ');
  const classes = [count > 0 && `l${shade(count)}`, shown && 'on', isIn && 'in', isToday && 'today'];
  return (
    <a
      class={classes.filter(Boolean).join(' ')}
      href={dayHash(day)}
      tabIndex={at ? 0 : -1}
      aria-current={shown ? 'page' : isToday ? 'date' : undefined}
      aria-label={name}
    >
      {Number(day.slice(8))}
    </a>
  );
}
