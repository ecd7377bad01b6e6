import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../platform/messages';
import type { ImportReport } from './files';

/** One short message at a time, with a way back where there is one. */
export interface Toast {
  text: string;
  problem?: boolean;
  undo?(): void;
}

export function ToastArea({ toast, onDismiss }: { toast: Toast | undefined; onDismiss(): void }) {
  return (
    <div class="toast-area" role="status">
      {toast && (
        <p class={toast.problem ? 'toast problem' : 'toast'}>
          <span>{toast.text}</span>
          {toast.undo && (
            <button type="button" onClick={toast.undo}>
              {t('undo')}
            </button>
          )}
          <button type="button" aria-label={t('dismiss')} onClick={onDismiss}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}

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
          {skipped.slice(0, 200).map(({ why, what }, place) => (
            <li key={place}>
              {what.title || what.url || (what.line ? `${what.line}` : '')} — {t(`skipped_${why}` as MessageKey)}
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="quiet" onClick={onClose}>
        {t('close')}
      </button>
    </section>
  );
}
