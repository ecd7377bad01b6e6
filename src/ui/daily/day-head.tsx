import { useEffect, useRef } from 'preact/hooks';
import { addDays } from '../../core/day';
import type { Day } from '../../core/link';
import { dayHash } from '../../core/route';
import { plural, t } from '../../platform/messages';
import { nearName, shortDay, shownDay, weekdayName } from '../parts/dates';

/** The head of a day's page: the ways to the nearest days with links, the date, the count. */
export function DayHead(props: {
  day: Day;
  today: Day;
  neighbours: { before?: Day; after?: Day };
  count: number;
  /** Drafts that are listed below the links. */
  drafts: number;
  takesFocus: boolean;
}) {
  const { day, today, neighbours, count, drafts, takesFocus } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header class="day">
      <nav class="daynav" aria-label={t('day')}>
        <NeighbourLink to={neighbours.before} from={day} label={t('previousDay')} before />
        <span>{nearName(day, today, addDays(today, -1)) || weekdayName(day, 'long')}</span>
        <NeighbourLink to={neighbours.after} from={day} label={t('nextDay')} />
      </nav>
      <h1 ref={heading} tabIndex={-1}>
        {shownDay(day)}
      </h1>
      <p>
        {t('mastheadLine')} {count > 0 && plural('links', count)}{' '}
        {drafts > 0 && (
          <button type="button" class="plain" onClick={() => document.getElementById('drafts')?.focus()}>
            {plural('drafts', drafts)}
          </button>
        )}
      </p>
    </header>
  );
}

function NeighbourLink({
  to,
  from,
  label,
  before,
}: {
  to: Day | undefined;
  from: Day;
  label: string;
  before?: boolean;
}) {
  if (!to) return <span />;
  return (
    <a href={dayHash(to)} rel={before ? 'prev' : 'next'} aria-label={label} title={shownDay(to)}>
      {before && '‹ '}
      {shortDay(to, from)}
      {!before && ' ›'}
    </a>
  );
}
