import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/messages';

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

/** What was done so far that has a way back. */
let deeds = 0;

export interface WayBackProps {
  /** What was done. */
  text: string;
  /** The deed itself: a new one takes the focus anew. */
  done: unknown;
  onUndo(): void;
  /** What else can be done about it, beside undoing it. */
  also?: { label: string; act(): void };
  onDismiss(): void;
}

/** What was done, and the button that undoes it. It stays until it is used or sent away. */
export function WayBack({ text, done, onUndo, also, onDismiss }: WayBackProps) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!undo.current) return;
    // What had the focus is gone; the way back is where the keyboard should be.
    undo.current.focus();
    // Where there are several, the newest can be told.
    deeds += 1;
    undo.current.dataset.done = String(deeds);
  }, [done]);
  return (
    <p class="toast">
      <span>{text}</span>
      <button type="button" ref={undo} onClick={onUndo}>
        {t('undo')}
      </button>
      {also && (
        <button
          type="button"
          onClick={() => {
            // It may be gone when it has done its part.
            undo.current?.focus();
            also.act();
          }}
        >
          {also.label}
        </button>
      )}
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
