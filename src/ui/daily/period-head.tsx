import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Day } from '../../core/link';
import { nearness, type Period, type PeriodKind, periodOf } from '../../core/period';
import { periodHash } from '../../core/route';
import { plural, t } from '../../platform/messages';
import type { Beside } from '../../storage/calendar';
import { nearName, shortPeriod, shownPeriod, weekdayName } from '../parts/dates';
import { PERIOD_TEXTS } from '../parts/period-texts';

interface PeriodHeadProps {
  period: Period;
  /** The day to which a week or a month leads, and of which the others are the week and the month. */
  place: Day;
  today: Day;
  beside: Beside;
  /** Links, each once, and days that have any; undefined until all are read. */
  count: { links: number; days: number } | undefined;
  /** Drafts that are listed below the links. */
  drafts: number;
  takesFocus: boolean;
}

/** The head of a period's page: the ways to its neighbours, and to the week and the month around it; what it is called, and what it has. */
export function PeriodHead({ period, place, today, beside, count, drafts, takesFocus }: PeriodHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anybody else who waits for what is drawn, such as the card of a link that was just saved.
  useLayoutEffect(() => {
    if (!takesFocus) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [period.name]);
  const { kind } = period;
  const near = nearName(period, today);
  return (
    <header class="day">
      <nav class="daynav" aria-label={t('periods')}>
        <Neighbour to={beside.before} from={period} before />
        <Kinds period={period} place={place} />
        <Neighbour to={beside.after} from={period} />
      </nav>
      <p class="near">
        <span>
          {kind === 'day' && weekdayName(period.first, 'long')}
          {near && <span class="now">{kind === 'day' ? ` · ${near}` : near}</span>}
        </span>
        {nearness(period, today) !== 'this' && (
          <a class="to-today" href={periodHash(periodOf(today, kind))}>
            {t(PERIOD_TEXTS[kind].toNow)}
          </a>
        )}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {shownPeriod(period)}
      </h1>
      <p class="counts">
        {kind === 'day' && t('mastheadLine')} {count && count.links > 0 && <Counts kind={kind} {...count} />}{' '}
        {drafts > 0 && (
          <button type="button" class="plain" onClick={() => document.getElementById('drafts')?.focus()}>
            {plural('drafts', drafts)}
          </button>
        )}
      </p>
    </header>
  );
}

function Counts({ kind, links, days }: { kind: PeriodKind; links: number; days: number }) {
  if (kind === 'day') return <>{plural('links', links)}</>;
  return <>{`${plural('linkCount', links)} ${plural('onDays', days)}`}</>;
}

/** The way to the nearest period of that kind with links. Its name says what it is to this page; what one sees is where it leads. */
function Neighbour({ to, from, before }: { to: Day | undefined; from: Period; before?: boolean }) {
  if (!to) return <span />;
  const period = periodOf(to, from.kind);
  const texts = PERIOD_TEXTS[from.kind];
  return (
    // biome-ignore lint/a11y/useAnchorContent: it has a name; what is drawn from `data-to` would be a second one
    <a
      href={periodHash(period)}
      rel={before ? 'prev' : 'next'}
      aria-label={t(before ? texts.previous : texts.next)}
      title={shownPeriod(period)}
      data-to={shortPeriod(period, from)}
    />
  );
}

const KINDS: PeriodKind[] = ['day', 'week', 'month'];

/** The same place as a day, a week and a month. */
function Kinds({ period, place }: { period: Period; place: Day }) {
  return (
    <ul class="kinds">
      {KINDS.map((kind) => (
        <li key={kind}>
          <a href={periodHash(periodOf(place, kind))} aria-current={kind === period.kind ? 'page' : undefined}>
            {t(PERIOD_TEXTS[kind].name)}
          </a>
        </li>
      ))}
    </ul>
  );
}
