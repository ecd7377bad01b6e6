import { useEffect, useRef } from 'preact/hooks';
import type { Link } from '../../core/link';
import { type MessageKey, plural, t } from '../../platform/messages';
import type { ImportReport } from './files';

/** One short message at a time. */
export interface Toast {
  text: string;
  problem?: boolean;
}

/** In ms. */
const SHOWN_FOR = 6000;

export function ToastView({ toast, onDismiss }: { toast: Toast | undefined; onDismiss(): void }) {
  // What went well needs no answer; what did not stays until it was read.
  useEffect(() => {
    if (!toast || toast.problem) return;
    const timer = setTimeout(onDismiss, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [toast]);
  if (!toast) return null;
  return (
    <p class={toast.problem ? 'toast problem' : 'toast'}>
      <span>{toast.text}</span>
      <Dismiss onDismiss={onDismiss} />
    </p>
  );
}

/** The way back from all that was thrown away since it was shown; it stays until it is used or sent away. */
export function UndoToast<One>(props: { what: One[]; text(what: One[]): string; onUndo(): void; onDismiss(): void }) {
  const { what, text, onUndo, onDismiss } = props;
  const undo = useRef<HTMLButtonElement>(null);
  // What had the focus is gone; the way back is where the keyboard should be.
  useEffect(() => undo.current?.focus(), [what]);
  if (!what.length) return null;
  return (
    <p class="toast">
      <span>{text(what)}</span>
      <button type="button" ref={undo} onClick={onUndo}>
        {t('undo')}
      </button>
      <Dismiss onDismiss={onDismiss} />
    </p>
  );
}

function Dismiss({ onDismiss }: { onDismiss(): void }) {
  return (
    <button type="button" aria-label={t('dismiss')} onClick={onDismiss}>
      ×
    </button>
  );
}

export function deletedText(links: Link[]): string {
  return links.length === 1 ? t('deleted', links[0]?.title ?? '') : plural('deletedLinks', links.length);
}

export function discardedText(drafts: unknown[]): string {
  return drafts.length === 1 ? t('draftDiscarded') : plural('draftsDiscarded', drafts.length);
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
  const { file, added, changed, same, skipped } = report;
  const section = useRef<HTMLElement>(null);
  // Wherever the page was scrolled to: this is what the person waits for.
  useEffect(() => section.current?.focus(), [report]);
  return (
    <section class="report" aria-label={t('import')} tabIndex={-1} ref={section}>
      <p>
        <strong>{file}</strong>: {plural('importAdded', added)} {changed > 0 && plural('importChanged', changed)}{' '}
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
      <button type="button" class="quiet" onClick={onClose}>
        {t('close')}
      </button>
    </section>
  );
}
