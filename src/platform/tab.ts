import browser, { type Tabs } from 'webextension-polyfill';
import { realAddress } from '../core/real-address';

/** What a tab says of itself. */
export interface Tab {
  id: number;
  /** Unwrapped: see `realAddress`. */
  url: string;
  title: string;
  /** In a private window. */
  private: boolean;
  /** Scripts may run in it, as far as its address tells. */
  open: boolean;
}

/** The tab that the popup was opened on. */
export async function currentTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab && tabOf(tab);
}

/** The tabs of a window, but for the one that asks; empty when the window is closed. Needs the permission to read tabs. */
export async function tabsOfWindow(windowId?: number): Promise<Tab[]> {
  const which = windowId === undefined ? { currentWindow: true } : { windowId };
  const [tabs, own] = await Promise.all([browser.tabs.query(which), browser.tabs.getCurrent()]);
  // A tab that has just been opened shows nothing yet, but it is known what it will show.
  return tabs.filter((tab) => tab.id !== own?.id).map((tab) => tabOf({ ...tab, url: tab.url || tab.pendingUrl || '' }));
}

export function tabOf(tab: Tabs.Tab): Tab {
  const address = tab.url ?? '';
  return {
    id: tab.id ?? -1,
    url: realAddress(address),
    title: tab.title ?? '',
    private: tab.incognito,
    open: /^(https?|file|ftp|blob|data):/i.test(address),
  };
}
