import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../platform/messages';
import { WayBack } from '../parts/toast';
import type { ImportReport } from './files';
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

/** Tags that a report names, and as much of each (characters) as tells which one it is. */
const TAGS_LISTED = 10;
const TAG_SHOWN = 80;

function rewrittenList(tags: [was: string, now: string][]): string {
  const some = tags.slice(0, TAGS_LISTED).map((both) => both.map((tag) => tag.slice(0, TAG_SHOWN)).join(' → '));
  return `${some.join(', ')}${tags.length > TAGS_LISTED ? ', …' : '.'}`;
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

/** Entries that a report names one by one. */
const LISTED = 200;

/** What an import did, in sentences, and what it left out, entry by entry. */
export function ImportReportView({ report, onClose }: { report: ImportReport; onClose(): void }) {
  const { file, added, changed, same, rewritten, skipped } = report;
  const section = useRef<HTMLElement>(null);
  // Wherever the page was scrolled to: this is what the person waits for.
  useEffect(() => section.current?.focus(), [report]);
  return (
    <section class="report" aria-label={t('import')} tabIndex={-1} ref={section}>
      <p>
        <strong>{file}</strong> — {plural('importAdded', added)} {changed > 0 && plural('importChanged', changed)}{' '}
        {same > 0 && plural('importSame', same)} {skipped.length > 0 && plural('importSkipped', skipped.length)}
      </p>
      {skipped.length > 0 && (
        <ul>
          {skipped.slice(0, LISTED).map(({ why, what }, place) => (
            <li key={place}>
              {what.title || what.url || (what.line ? t('line', what.line) : '')} — {t(`skipped_${why}` as MessageKey)}
            </li>
          ))}
          {skipped.length > LISTED && <li>…</li>}
        </ul>
      )}
      {rewritten.size > 0 && (
        <p>
          {plural('importTags', rewritten.size)} {rewrittenList([...rewritten])}
        </p>
      )}
      <button type="button" class="quiet" onClick={onClose}>
        {t('close')}
      </button>
    </section>
  );
}
