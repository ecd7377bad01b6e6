import browser, { type Tabs } from 'webextension-polyfill';
import { journal } from '../storage/database';
import { findPage } from '../storage/reading';
import { changeSetting, setting } from '../storage/settings';
import { markTab, unlessGone } from './badge';
import { shownDay } from './day-text';
import { t } from './messages';
import { type Tab, tabOf } from './tab';
import { giveTabsBack } from './tabs-permission';

/** The newest look at each tab that is under way: an earlier one that takes longer must not have the last word. */
const looks = new Map<number, symbol>();

/** Marks the tab on the toolbar button where its page is saved, if the person has asked for such marks. Private windows get none. */
export async function markIfSaved(tab: Tab): Promise<void> {
  if (tab.private || !(await setting(journal, 'badge'))) return;
  const look = Symbol();
  looks.set(tab.id, look);
  const { link } = await findPage(tab.url);
  if (looks.get(tab.id) !== look) return;
  looks.delete(tab.id);
  await markTab(tab.id, link && t('savedOn', shownDay(link.days[0] ?? '')));
}

/** The same for a tab of which only the id is known. */
export async function lookAtTab(tabId: number): Promise<void> {
  const tab = tabId < 0 ? undefined : await unlessGone(browser.tabs.get(tabId));
  if (tab) await markIfSaved(tabOf(tab));
}

/** The tab in front of each window: what was never looked at needs no mark. */
export async function markActiveTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ active: true });
  await Promise.all(tabs.map((tab) => markIfSaved(tabOf(tab))));
}

/** Call it when the permission to read tabs is there. */
export async function switchMarksOn(): Promise<void> {
  await changeSetting(journal, 'badge', true);
  await markActiveTabs();
}

/** The permission goes, and so does every mark. */
export async function switchMarksOff(): Promise<void> {
  await changeSetting(journal, 'badge', false);
  await giveTabsBack();
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map((tab) => markTab(tab.id ?? -1)));
}

/** Looks at each tab that comes to the front or shows another page, from `start` to `stop`. */
export const tabWatch = {
  start(): void {
    browser.tabs.onActivated.addListener(activated);
    browser.tabs.onUpdated.addListener(updated);
  },
  stop(): void {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  },
};

function activated({ tabId }: { tabId: number }): void {
  void lookAtTab(tabId);
}

function updated(_id: number, change: { url?: string; status?: string }, tab: Tabs.Tab): void {
  if (change.url || change.status === 'complete') void markIfSaved(tabOf(tab));
}
