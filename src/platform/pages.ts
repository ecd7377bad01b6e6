import browser from 'webextension-polyfill';
import type { Day } from '../core/link';

/** Address of the daily page, on a day where one is given. */
export function dailyAddress(day?: Day): string {
  return browser.runtime.getURL(`daily.html${day ? `#/${day}` : ''}`);
}

/**
 * Address of the page that saves several tabs: those of a window, or of the one in which this is called. Ask for it before anything
 * is opened: a new tab changes which ones are highlighted.
 */
export async function saveTabsAddress(windowId?: number): Promise<string> {
  const which = windowId === undefined ? { currentWindow: true } : { windowId };
  const highlighted = await browser.tabs.query({ ...which, highlighted: true });
  const asked = new URLSearchParams({ window: String(highlighted[0]?.windowId ?? '') });
  if (highlighted.length > 1) asked.set('tabs', highlighted.map((tab) => tab.id).join());
  return browser.runtime.getURL(`tabs.html?${asked}`);
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Whether the page that asks stands in a private window. */
export function inPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
