import browser from 'webextension-polyfill';
import type { Draft, DraftStore } from '../core/draft';

/*
 * Drafts of private windows. They are kept in the browser's memory and never reach the disk; they go with the last private window,
 * and with the browser.
 */

const PREFIX = 'draft ';

export const sessionDrafts: DraftStore = {
  async read(place) {
    const drafts = (await memoryRows<Draft>(PREFIX)).map(([, draft]) => draft);
    return drafts.filter((draft) => draft.place === place).sort((a, b) => a.at - b.at);
  },
  async replace(gone, draft) {
    await Promise.all([
      draft && browser.storage.session.set({ [PREFIX + draft.key]: draft }),
      gone.length && browser.storage.session.remove(gone.map((key) => PREFIX + key)),
    ]);
  },
};

/** Forgets them when the last private window is closed. Call it at once when the background starts. */
export function forgetWithPrivateWindows(): void {
  // Firefox for Android has tabs, but no windows.
  (browser.windows ?? browser.tabs).onRemoved.addListener(async (removed: number) => {
    const tabs = await browser.tabs.query({});
    // What is just being closed may still be listed.
    if (tabs.some((tab) => tab.incognito && removed !== (browser.windows ? tab.windowId : tab.id))) return;
    const kept = await memoryRows<Draft | { private: boolean }>('');
    // Beside drafts there is what a popup has not yet made a draft of: see `early-typing.ts`.
    const gone = kept.filter(([name, row]) => name.startsWith(PREFIX) || ('private' in row && row.private));
    await browser.storage.session.remove(gone.map(([name]) => name));
  });
}

/** What lies in the browser's memory under names that begin so. */
export async function memoryRows<Value>(prefix: string): Promise<[name: string, value: Value][]> {
  const all: Record<string, unknown> = await browser.storage.session.get(null);
  return Object.entries(all).filter(([name]) => name.startsWith(prefix)) as [string, Value][];
}
