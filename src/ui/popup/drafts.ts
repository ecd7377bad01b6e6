import { type Draft, type DraftStore, draftPlace, HIDDEN } from '../../core/draft';
import type { Form } from '../../core/form';
import { collectEarly, forgetEarly, keepEarly, popupDraftKey } from '../../platform/early-typing';
import { sessionDrafts } from '../../platform/session-drafts';
import type { Tab } from '../../platform/tab';
import { journalDrafts } from '../../storage/drafts';
import { draftKeeper } from '../parts/draft-keeper';

/**
 * The popup's drafts: in the journal, or in memory where the window is private (or might be). Until the journal has written what was
 * typed it is kept in memory too: when the popup is closed, Chromium takes back what still waits for the disk.
 * @param current the form as it is when a write begins
 * @param restore puts a draft back into the form
 */
export function popupDrafts(
  tabKnown: Promise<Tab | undefined>,
  current: () => Form,
  restore: (draft: Draft) => void,
  failed: (error: unknown) => void,
) {
  const lyingKnown = tabKnown.then(look);
  lyingKnown.catch(failed);
  const keeper = draftKeeper(lyingKnown, current, failed, popupDraftKey);
  let latest: Promise<boolean> | undefined;

  async function look(tab: Tab | undefined): Promise<{ store: DraftStore; place: string }> {
    const { store, place, privately } = lying(tab);
    await collectEarly(store, privately);
    // With the address of another page typed, it is the daily page's form that knows what to do with it.
    const isOfPage = ({ typed: { url } }: Draft) =>
      place === HIDDEN || url === undefined || draftPlace(url.trim()) === place;
    const draft = (await store.read(place)).findLast(isOfPage);
    if (draft) {
      keeper.goOnFrom(draft.key);
      restore(draft);
    }
    return { store, place };
  }

  async function keepInMemory(): Promise<void> {
    const { place, privately } = lying(await tabKnown);
    const draft = keeper.now(place);
    if (draft) await keepEarly(draft, privately);
  }

  async function forgetWhen(kept: Promise<boolean>): Promise<void> {
    latest = kept;
    if ((await kept) && kept === latest) await forgetEarly();
  }

  return {
    ...keeper,
    /** Resolves when the draft, if there is one, has been put back. Never rejects. */
    found: lyingKnown.then(
      () => {},
      () => {},
    ),
    put(): void {
      void Promise.all([keepInMemory(), forgetWhen(keeper.put())]).catch(failed);
    },
  };
}

/** Where the drafts of a tab lie. */
function lying(tab: Tab | undefined): { store: DraftStore; place: string; privately: boolean } {
  const privately = tab?.private ?? true;
  return { privately, store: privately ? sessionDrafts : journalDrafts, place: draftPlace(tab?.url ?? '') };
}
