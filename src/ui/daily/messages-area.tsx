import { plural, t } from '../../platform/messages';
import { WayBack } from '../parts/toast';
import type { useDrafts } from './use-drafts';

/** The way back from all drafts that were discarded since it was shown. */
export function DiscardedToast({
  drafts,
}: {
  drafts: Pick<ReturnType<typeof useDrafts>, 'discarded' | 'takeBack' | 'forgetDiscarded'>;
}) {
  const { discarded, takeBack, forgetDiscarded } = drafts;
  if (!discarded.length) return null;
  const text = discarded.length === 1 ? t('draftDiscarded') : plural('draftsDiscarded', discarded.length);
  return <WayBack text={text} done={discarded} onUndo={takeBack} onDismiss={forgetDiscarded} />;
}

/** All there is to see where the journal cannot be opened. */
export function ShutJournal({ why }: { why: string }) {
  return (
    <div class="page">
      <main class="alone">
        <header class="day">
          <h1>Daily Shaarli</h1>
        </header>
        <p class="empty" role="alert">
          {why}
        </p>
      </main>
    </div>
  );
}
