import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Day } from '../../core/link';
import { t } from '../../platform/messages';
import { daysAround } from '../../storage/counts';
import { journal } from '../../storage/database';
import { readDay } from '../../storage/reading';
import { shownDay } from '../parts/dates';
import { useLive } from '../parts/use-live';
import { useShortcuts } from '../parts/use-shortcuts';
import { Calendar } from './calendar';
import { DayHead } from './day-head';
import { DraftsView } from './drafts-view';
import { LinkCard } from './link-card';
import { TagList } from './tag-list';
import { useDraftRows } from './use-draft-rows';
import { useShownLinks } from './use-shown-links';
import type { ViewProps } from './view';

/** As many cards as fill the first screens; the rest of a long day is drawn right after they are painted. */
const FIRST_CARDS = 30;

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
  const [whole, setWhole] = useState(false);
  const long = (entries?.length ?? 0) > FIRST_CARDS;
  useEffect(() => {
    document.title = t('dailyTitle', shownDay(day));
  }, [day]);
  useEffect(() => {
    if (long) requestAnimationFrame(() => setTimeout(setWhole, 0, true));
  }, [long]);
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
        {entries.slice(0, whole ? undefined : FIRST_CARDS).map((entry) => (
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

/** What to do first, with the key as it is set now. */
function EmptyJournal({ failed }: { failed(error: unknown): void }) {
  const keys = useShortcuts(failed);
  if (keys === undefined) return null;
  const key = keys?._execute_action;
  return <p class="empty">{key ? t('emptyJournal', key) : t('emptyJournalNoKey')}</p>;
}
