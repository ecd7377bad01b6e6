import { useMemo, useRef, useState } from 'preact/hooks';
import { type Draft, formOfDraft } from '../../core/draft';
import { emptyForm, type Form, type Known, learn, restoreDraft } from '../../core/form';
import type { Link } from '../../core/link';
import { journalDrafts, readDrafts } from '../../storage/drafts';
import { draftKeeper } from './draft-keeper';
import type { DraftState } from './draft-notice';

/** What a form is opened on. */
export interface Opened {
  /** Where its draft lies. */
  place: string;
  /** The link to edit. */
  link?: Link | undefined;
  /** The draft to go on with; without one, the newest of the place. */
  draft?: Draft | undefined;
}

/**
 * A form on a page, with its draft: put back when the form is opened, kept at every change.
 * @param more what else the form is to know, read once
 */
export function useForm(
  { place, link, draft }: Opened,
  failed: (error: unknown) => void,
  more: () => Promise<Known> = async () => ({}),
) {
  const [form, setForm] = useState<Form>(() => {
    if (draft) return formOfDraft(draft, link);
    return link ? learn(emptyForm, { link }) : emptyForm;
  });
  const [draftState, setDraftState] = useState<DraftState | undefined>(draft && 'restored');
  const latest = useRef(form);
  const discarded = useRef(emptyForm);
  /** Taking the form away makes its fields lose the focus, which is no input. */
  const over = useRef(false);

  function show(next: Form): void {
    latest.current = next;
    setForm(next);
  }

  function restore(old: Pick<Draft, 'typed' | 'bases'>): void {
    show(restoreDraft(latest.current, old));
    setDraftState('restored');
  }

  const drafts = useMemo(() => {
    const found = Promise.all([draft ? [] : readDrafts(place), more()]).then(([all, known]) => {
      const newest = all.at(-1);
      if (newest) find(newest);
      // After the draft, which knows what was taken away of it.
      show(learn(latest.current, known));
    });
    found.catch(failed);
    const keeper = draftKeeper(
      found.then(() => ({ store: journalDrafts, place })),
      () => latest.current,
      failed,
    );
    if (draft) keeper.goOnFrom(draft.key);
    function find(old: Draft): void {
      keeper.goOnFrom(old.key);
      restore(old);
    }
    return keeper;
  }, []);

  return {
    form,
    draftState,
    /** Keys of the drafts that go when the form is saved. */
    draftKeys: drafts.keys,
    change(next: (form: Form) => Form): void {
      if (over.current) return;
      show(next(latest.current));
      void drafts.put();
    },
    /** The form as it is to be saved, with its draft put back; what comes after is no part of the draft. */
    async settle(): Promise<Form> {
      over.current = true;
      await drafts.settle();
      return latest.current;
    },
    /** After a failed save: the form goes on. */
    goOn(): void {
      over.current = false;
      void drafts.put();
    },
    /** Empties the form and its draft. */
    discard(): void {
      discarded.current = latest.current;
      show({ ...latest.current, typed: {}, bases: {} });
      setDraftState('discarded');
      void drafts.put();
    },
    undoDiscard(): void {
      restore(discarded.current);
      void drafts.put();
    },
    /** Takes the draft away with the form, and gives it, so that there is a way back; undefined when nothing was typed. */
    leave(): Draft | undefined {
      over.current = true;
      const left = drafts.now(place);
      show({ ...latest.current, typed: {}, bases: {} });
      void drafts.put();
      return left;
    },
  };
}
