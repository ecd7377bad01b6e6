import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { shadesOf } from '../../core/calendar';
import { isDay } from '../../core/day';
import type { Day } from '../../core/link';
import { dayHash } from '../../core/route';
import { language, plural, t } from '../../platform/messages';
import { countsOfMonths } from '../../storage/calendar';
import { countsOfDays } from '../../storage/counts';
import { journal } from '../../storage/database';
import { monthName, shownMonth } from '../parts/dates';
import { Dialog } from '../parts/dialog';
import { useLive } from '../parts/use-live';

let openAt: ((year: string) => void) | undefined;

/** Opens the choice of a date or a month, from any view. @param near the month or day that is shown, else the year is today's */
export function openDateChoice(near = ''): void {
  openAt?.(near.slice(0, 4));
}

interface DateChoiceProps {
  today: Day;
  failed(error: unknown): void;
}

/** Leads to a date, or to any month of any year. Stands once on the page, and is opened by `openDateChoice`. */
export function DateChoice({ today, failed }: DateChoiceProps) {
  const [year, setYear] = useState<string>();
  useEffect(() => {
    openAt = (near) => setYear(near || today.slice(0, 4));
    return () => {
      openAt = undefined;
    };
  }, [today]);
  if (year === undefined) return null;
  return <Choice today={today} year={year} onYear={setYear} onClose={() => setYear(undefined)} failed={failed} />;
}

interface ChoiceProps extends DateChoiceProps {
  year: string;
  onYear(year: string): void;
  onClose(): void;
}

function Choice({ today, year, onYear, onClose, failed }: ChoiceProps) {
  const field = useRef<HTMLInputElement>(null);
  const days = useLive(() => countsOfDays(journal), [], failed);
  const counts = useMemo(() => countsOfMonths(days ?? new Map()), [days]);
  return (
    <Dialog title={t('goToDate')} onClose={onClose}>
      <form
        class="date-choice"
        onSubmit={(event) => {
          event.preventDefault();
          const day = field.current?.value ?? '';
          if (!isDay(day)) return;
          onClose();
          location.hash = dayHash(day);
        }}
      >
        <p>
          <input ref={field} type="date" required autofocus aria-label={t('date')} min="0001-01-01" max="9999-12-31" />
          <button type="submit" class="quiet">
            {t('go')}
          </button>
        </p>
        <h3>{t('goToMonth')}</h3>
        <p>
          <select aria-label={t('year')} value={year} onChange={(event) => onYear(event.currentTarget.value)}>
            {yearsOf(counts, year, today).map((one) => (
              <option key={one} value={one}>
                {counts.has(one) ? `${one} · ${plural('linkCount', counts.get(one) ?? 0)}` : one}
              </option>
            ))}
          </select>
        </p>
        <Months year={year} counts={counts} onGo={onClose} />
        <div class="buttons">
          <button type="button" class="quiet" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The twelve months of a year; the more links, the darker. */
function Months({ year, counts, onGo }: { year: string; counts: Map<string, number>; onGo(): void }) {
  const shade = shadesOf([...counts].filter(([name]) => name.length > 4).map(([, count]) => count));
  return (
    <ol class="months">
      {Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, '0')}`).map((month) => {
        const count = counts.get(month) ?? 0;
        const name = count ? `${shownMonth(month)}, ${plural('linkCount', count)}` : shownMonth(month);
        return (
          <li key={month}>
            <a class={count ? `l${shade(count)}` : undefined} href={`#/${month}`} onClick={onGo}>
              <span class="visually-hidden">{name}</span>
              <span aria-hidden="true">
                {monthName(month, 'short')}
                <small>{count > 0 && count.toLocaleString(language())}</small>
              </span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

/** The years with links, this one, and the one that is shown; the newest first. */
function yearsOf(counts: Map<string, number>, shown: string, today: Day): string[] {
  const years = [...counts.keys(), shown, today].map((name) => name.slice(0, 4));
  return [...new Set(years)].sort().reverse();
}
