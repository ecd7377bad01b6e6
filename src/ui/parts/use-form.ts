import { useMemo, useRef, useState } from 'preact/hooks';
import { type Form, type Known, learn, restoreDraft } from '../../core/form';
import { type DraftPlace, readDraft } from '../../storage/drafts';
import { draftKeeper } from './draft-keeper';

/**
 * A form on a page, with its draft: put back when the form is opened, kept at every change.
 * @param more what else the form is to know, read once
 */
export function useForm(
  place: DraftPlace,
  start: Form,
  failed: (error: unknown) => void,
  more: () => Promise<Known> = async () => ({}),
) {
  const [form, setForm] = useState(start);
  const [restored, setRestored] = useState(false);
  const latest = useRef(form);
  /** Taking the form away makes its fields lose the focus, which is no input. */
  const over = useRef(false);

  function show(next: Form): void {
    latest.current = next;
    setForm(next);
  }

  const drafts = useMemo(() => {
    const read = Promise.all([readDraft(place), more()]).then(([draft, known]) => {
      if (draft) {
        show(restoreDraft(latest.current, draft));
        setRestored(true);
      }
      show(learn(latest.current, known));
    });
    const known = read.then(() => place);
    known.catch(failed);
    return draftKeeper(
      () => known,
      () => latest.current,
      failed,
    );
  }, []);

  return {
    form,
    restored,
    change(next: (form: Form) => Form): void {
      if (over.current) return;
      show(next(latest.current));
      drafts.put();
    },
    /** Before saving: what comes after is no part of the draft. */
    settle(): Promise<void> {
      over.current = true;
      return drafts.stop();
    },
    /** After a failed save: the form goes on. */
    goOn(): void {
      over.current = false;
      drafts.put();
    },
    /** Empties the form and its draft; `leaving` where the form is closed with it. */
    discard(leaving = false): void {
      over.current = leaving;
      show({ ...latest.current, typed: {}, bases: {} });
      setRestored(false);
      drafts.put();
    },
  };
}
