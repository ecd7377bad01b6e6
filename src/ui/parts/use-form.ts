import { useMemo, useRef, useState } from 'preact/hooks';
import { type Form, restoreDraft } from '../../core/form';
import { type DraftPlace, readDraft } from '../../storage/drafts';
import { draftKeeper } from './draft-keeper';

/** A form on a page, with its draft: put back when the form is opened, kept at every change. */
export function useForm(place: DraftPlace, start: Form, failed: (error: unknown) => void) {
  const [form, setForm] = useState(start);
  const [restored, setRestored] = useState(false);
  const latest = useRef(form);

  function show(next: Form): void {
    latest.current = next;
    setForm(next);
  }

  const drafts = useMemo(() => {
    const read = readDraft(place).then((draft) => {
      if (!draft) return;
      show(restoreDraft(latest.current, draft));
      setRestored(true);
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
      show(next(latest.current));
      drafts.put();
    },
    /** Before saving: nothing may be kept any more that comes after. */
    settle: () => drafts.stop(),
    /** After a failed save, or to keep what is there. */
    keep: () => drafts.put(),
    discard(): void {
      show({ ...latest.current, typed: {}, bases: {} });
      setRestored(false);
      drafts.put();
    },
  };
}
