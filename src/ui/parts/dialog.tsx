import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/messages';

/** Something to be answered before the page goes on. It has the focus, keeps it, and gives it back; Escape closes it. */
export function Dialog(props: { title: string; onClose(): void; children: ComponentChildren }) {
  const { title, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Taken off the page while it is open, it would not give the focus back.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

interface AskProps {
  question: string;
  children: ComponentChildren;
  /** What the button says that does it. */
  action: string;
  /** It cannot be undone: then it takes more than one press of Enter. */
  forGood?: boolean;
  onDo(): void;
  onCancel(): void;
}

/** Asks before something is done. */
export function Ask({ question, children, action, forGood = false, onDo, onCancel }: AskProps) {
  return (
    <Dialog title={question} onClose={onCancel}>
      {children}
      <div class="buttons">
        <button type="button" class="quiet" autofocus={forGood} onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="button" class={forGood ? 'primary danger' : 'primary'} autofocus={!forGood} onClick={onDo}>
          {action}
        </button>
      </div>
    </Dialog>
  );
}
