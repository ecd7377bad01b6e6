import type { Day } from '../../core/link';
import { dayHash } from '../../core/route';
import { plural, t } from '../../platform/messages';
import { onThisDay } from '../../storage/calendar';
import { journal } from '../../storage/database';
import { setting } from '../../storage/settings';
import { shownDay } from '../parts/dates';
import { useLive } from '../parts/use-live';

/** What was saved on the same date in earlier years; nothing where there is none, or where it is not wanted. */
export function OnThisDay({ day, failed }: { day: Day; failed(error: unknown): void }) {
  const found = useLive(
    async () => ({ day, years: (await setting(journal, 'onThisDay')) ? await onThisDay(day) : [] }),
    [day],
    failed,
  );
  if (found?.day !== day || !found.years.length) return null;
  return (
    <section class="on-this-day" aria-labelledby="on-this-day">
      <h2 id="on-this-day">{t('onThisDay')}</h2>
      <ul>
        {found.years.map((year) => (
          <li key={year.day}>
            <a href={dayHash(year.day)} aria-label={`${shownDay(year.day)}, ${plural('linkCount', year.count)}`}>
              {year.day.slice(0, 4)}
            </a>
            <span>
              {year.titles.map((title, place) => (
                <bdi key={place}>{title}</bdi>
              ))}
              {year.count > year.titles.length && <small>{plural('fetchMore', year.count - year.titles.length)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
