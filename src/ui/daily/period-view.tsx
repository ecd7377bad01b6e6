import { useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../core/link';
import { dayIn, type Period } from '../../core/period';
import { t } from '../../platform/messages';
import { shownPeriod } from '../parts/dates';
import { Calendar } from './calendar';
import { DayList } from './day-list';
import { DayNote } from './day-note';
import { DraftsView } from './drafts-view';
import { EmptyPeriod } from './empty-period';
import { OnThisDay } from './on-this-day';
import { PeriodHead } from './period-head';
import { TagList } from './tag-list';
import { useDraftRows } from './use-draft-rows';
import { usePeriod } from './use-period';
import { useShownLinks } from './use-shown-links';
import type { ViewProps } from './view';

/** All links of a day, a week or a month in a single page. */
export function PeriodView(
  props: ViewProps & {
    period: Period;
    /** Whether what is not saved yet is listed here. */
    withDrafts: boolean;
  },
) {
  const { today, travelled, withDrafts, actions, failed } = props;
  const page = usePeriod(props.period, failed);
  useShownLinks(page?.digest.links, actions, failed);
  const { rows, open } = useDraftRows(actions.editing, withDrafts, failed);
  const period = page?.digest.period;
  useEffect(() => {
    if (period) document.title = t('dailyTitle', shownPeriod(period));
  }, [period?.name]);
  /** The day that was shown last: a week or a month leads back to it. */
  const cameFrom = useRef<Day | undefined>(undefined);
  if (period?.kind === 'day') cameFrom.current = period.first;

  // The first cards do not wait for what stands beside them: an effect comes after the paint.
  const [painted, setPainted] = useState(false);
  const isThere = page !== undefined && today !== undefined;
  useEffect(() => setPainted(isThere), [isThere]);

  if (!page || !period || !today) return null;
  const { digest, beside, notes } = page;
  const { days, links, whole } = digest;
  const isDay = period.kind === 'day';
  const place = dayIn(period, cameFrom.current, days.at(-1)?.day, today);
  return (
    <>
      <main>
        <PeriodHead
          period={period}
          place={place}
          today={today}
          beside={beside}
          count={whole ? { links: links.length, days: days.length } : undefined}
          drafts={rows.length}
          takesFocus={travelled}
        />
        {isDay && <DayNote key={period.name} day={period.first} text={notes.get(period.first) ?? ''} failed={failed} />}
        <DayList key={`list ${period.name}`} digest={digest} notes={notes} actions={actions} failed={failed} />
        {whole && !links.length && <EmptyPeriod period={period} beside={beside} failed={failed} />}
        <DraftsView rows={rows} open={open} actions={actions} />
        {isDay && <OnThisDay day={period.first} failed={failed} />}
      </main>
      {/* After the links, for those who read by keyboard or ear; beside them, where there is room. */}
      <aside>
        {painted && <Calendar period={period} place={place} today={today} failed={failed} />}
        {painted && whole && <TagList links={links} of={period.kind} />}
      </aside>
    </>
  );
}
