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
