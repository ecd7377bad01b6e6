import { useEffect, useMemo } from 'preact/hooks';
import type { Day } from '../../core/link';
import { t } from '../../platform/messages';
import { daysAround } from '../../storage/counts';
import { journal } from '../../storage/database';
import { readDay } from '../../storage/reading';
import { shownDay } from '../parts/dates';
import { useLive } from '../parts/use-live';
import { Calendar } from './calendar';
import { DayHead } from './day-head';
import { DraftsView } from './drafts-view';
import { EmptyJournal } from './empty-journal';
import { useInPieces } from './in-pieces';
import { LinkCard } from './link-card';
import { TagList } from './tag-list';
import { useDraftRows } from './use-draft-rows';
import { useShownLinks } from './use-shown-links';
import type { ViewProps } from './view';

/** All links of one day in a single page. */
export function DayView(
  props: ViewProps & {
    day: Day;
    /** Whether what is not saved yet is listed here. */
    withDrafts: boolean;
  },
) {
  const { day, today, travelled, withDrafts, actions, failed } = props;
  const entries = useLive(() => readDay(day), [day], failed);
  const links = useMemo(() => entries?.map(({ link }) => link), [entries]);
  useShownLinks(links, actions, failed);
  const around = useLive(() => daysAround(journal, day), [day], failed);
  const { rows, open } = useDraftRows(actions.editing, withDrafts, failed);
  const drawn = useInPieces(entries ?? []);
  useEffect(() => {
    document.title = t('dailyTitle', shownDay(day));
  }, [day]);
  if (!entries || !around) return null;
  return (
    <>
      <main>
        <DayHead
          day={day}
          today={today}
          neighbours={around}
          count={entries.length}
          drafts={rows.length}
          takesFocus={travelled}
        />
        {drawn.map((entry) => (
          <LinkCard key={entry.link.id} entry={entry} day={day} actions={actions} />
        ))}
        {!entries.length && (around.last ? <p class="empty">{t('emptyDay')}</p> : <EmptyJournal failed={failed} />)}
        <DraftsView rows={rows} open={open} actions={actions} />
      </main>
      {/* After the links, for those who read by keyboard or ear; beside them, where there is room. */}
      <aside>
        <Calendar day={day} today={today} failed={failed} />
        <TagList links={links ?? []} of="day" />
      </aside>
    </>
  );
}
