import browser from 'webextension-polyfill';
import type { Draft, DraftStore } from '../core/draft';
import { draftOfEarly, type EarlyTyping } from '../core/early-typing';
import { realAddress } from '../core/real-address';
import { memoryRows } from './session-drafts';

/*
 * What was typed into a popup and is not yet written as a draft: its app is not there, the journal not open, or the disk slow. It waits
 * in the browser's memory, and where the popup was closed by then, the next page of ours makes a draft of it.
 */

/** `typing` is what the popup's first script writes, `draft` what the app does. */
type Early = { private: boolean } & ({ typing: EarlyTyping } | { draft: Draft });

const PREFIX = 'early ';

/** Key of this popup's draft, and behind `early ` its name in the memory; `boot.ts` makes the same one. */
export const popupDraftKey = String(performance.timeOrigin);

export async function keepEarly(draft: Draft, privately: boolean): Promise<void> {
  const early: Early = { private: privately, draft };
  await browser.storage.session.set({ [PREFIX + popupDraftKey]: early });
}

/** What this popup kept is a draft by now. */
export async function forgetEarly(): Promise<void> {
  await browser.storage.session.remove(PREFIX + popupDraftKey);
}

/** Makes drafts of what popups that were closed left behind, in private windows or in the others. */
export async function collectEarly(store: DraftStore, privately: boolean): Promise<void> {
  for (const [name, early] of await memoryRows<Early>(PREFIX)) {
    const key = name.slice(PREFIX.length);
    if (key === popupDraftKey || early.private !== privately) continue;
    const draft = 'draft' in early ? early.draft : draftOfEarly(early.typing, realAddress(early.typing.url), key);
    if (draft) await store.replace([], draft);
    await browser.storage.session.remove(name);
  }
}
