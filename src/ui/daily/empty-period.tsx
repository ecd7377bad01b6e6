import { Fragment } from 'preact';
import { type Period, periodOf } from '../../core/period';
import { periodHash } from '../../core/route';
import { t } from '../../platform/messages';
import type { Beside } from '../../storage/calendar';
import { shownPeriod } from '../parts/dates';
import { PERIOD_TEXTS } from '../parts/period-texts';
import { EmptyJournal } from './empty-journal';

/** What stands in the place of links where there are none: the ways to the nearest, or how to begin. */
export function EmptyPeriod({
  period,
  beside,
  failed,
}: {
  period: Period;
  beside: Beside;
  failed(error: unknown): void;
}) {
  if (!beside.any) return <EmptyJournal failed={failed} />;
  const nearest = [beside.before, beside.after].filter((day) => day !== undefined);
  return (
    <div class="empty">
      <p>{t(PERIOD_TEXTS[period.kind].empty)}</p>
      {nearest.length > 0 && (
        <p>
          {t('nearestLinks')}{' '}
          {nearest.map((day, place) => (
            <Fragment key={day}>
              {place > 0 && ' · '}
              <PeriodLink period={periodOf(day, period.kind)} />
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}

function PeriodLink({ period }: { period: Period }) {
  return <a href={periodHash(period)}>{shownPeriod(period)}</a>;
}
