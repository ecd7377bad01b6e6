import browser from 'webextension-polyfill';
import type { Day } from '../core/link';

/** Address of the daily page, on a day where one is given. */
export function dailyAddress(day?: Day): string {
  return browser.runtime.getURL(`daily.html${day ? `#/${day}` : ''}`);
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
