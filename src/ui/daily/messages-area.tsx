import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../platform/messages';
import { rewrittenText } from '../parts/rewritten-tags';
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
      {rewritten.size > 0 && <p>{rewrittenText(rewritten)}</p>}
      <button type="button" class="quiet" onClick={onClose}>
        {t('close')}
      </button>
    </section>
  );
}
