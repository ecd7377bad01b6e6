import { useState } from 'preact/hooks';
import { type Draft, formOfDraft } from '../../core/draft';
import { saveOf } from '../../core/form';
import type { Day, Link, Passage } from '../../core/link';
import type { Save } from '../../core/save';
import { clockNow } from '../../platform/clock';
import { t } from '../../platform/messages';
import { type DraftRow, replaceDrafts } from '../../storage/drafts';
import { editLink, saveLink } from '../../storage/links';
import { shownDay } from '../parts/dates';
import { focusWhenThere } from '../parts/focus';
import { draftButton } from './drafts-view';

/** A draft that was discarded, and what was edited in the form that was closed with it (empty: there was none). */
export interface Discarded {
  draft: Draft;
  form: string;
}

interface Page {
  /** Shows a saved link on its day, and says what was done. */
  show(link: Link, day: Day, text: string): void;
  edit(form: string): void;
  attempt(work: () => Promise<void>): void;
}

/** What the daily page does with drafts: they are saved, or discarded with a way back. */
export function useDrafts({ show, edit, attempt }: Page) {
  const [discarded, setDiscarded] = useState<Discarded[]>([]);
  const add = (one: Discarded) => setDiscarded((old) => [...old, one]);

  /** Saves a form's link: a new one, or `link` with its changes. `drafts` go with it. */
  async function saveDraft(
    link: Link | undefined,
    save: Save,
    passage: Passage,
    drafts: string[],
    move?: { from: Day; to: Day },
  ): Promise<void> {
    if (link) {
      const changed = await editLink(link.id, save, clockNow(), { passage, drafts, ...(move && { move }) });
      return show(changed, move?.to ?? changed.days.at(-1) ?? '', t('changesSaved'));
    }
    // On a page that is known the title stays as it is: it was not in sight when another one was typed.
    const base = { ...save.base, title: save.form.title };
    const saved = await saveLink({ ...save, base }, passage, clockNow(), drafts);
    const first = saved.link.days[0] ?? saved.day;
    show(saved.link, saved.day, saved.known ? t('addedToKnown', shownDay(first)) : t('savedToday'));
  }

  return {
    discarded,
    saveDraft,
    /** Saves a draft as it is listed. */
    saveRow: ({ draft, link }: DraftRow) =>
      attempt(async () => {
        const { save, passage } = saveOf(formOfDraft(draft, link));
        await saveDraft(link, save, passage, [draft.key]);
      }),
    discardRow: ({ draft }: DraftRow) =>
      attempt(async () => {
        await replaceDrafts([draft.key]);
        add({ draft, form: '' });
      }),
    /** Notes what a form that was closed had discarded. */
    noteDiscarded: add,
    forgetDiscarded: () => setDiscarded([]),
    /** Puts all of them back. */
    takeBack: () =>
      attempt(async () => {
        for (const { draft } of discarded) await replaceDrafts([], draft);
        setDiscarded([]);
        const last = discarded.at(-1);
        if (last?.form) edit(last.form);
        else if (last) focusWhenThere(draftButton(last.draft.key));
      }),
  };
}
