import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { t } from './messages';
import { keepClearOfMenus } from './shortcut';
import { SEND_ALARM } from './wake';

/** The entries of the right-click menu: on the page, on a selection, on a link. */
const MENUS = ['save-page', 'add-quote', 'save-link'] as const;
type MenuId = (typeof MENUS)[number];

export interface MenuClick {
  menu: MenuId;
  tab: Tabs.Tab;
  frameId: number;
  linkUrl: string;
  /** Firefox tells it, Chromium does not. */
  linkText: string;
  /** With its line breaks flattened by Chromium: good for a fallback only. */
  selectionText: string;
}

/** Registers what the background answers to. Call it at once when the background starts: a browser wakes it for these events. */
export function onBackgroundEvents(answer: {
  saveNow(tab: Tabs.Tab): void;
  openDaily(): void;
  saveTabs(windowId: number): void;
  menu(click: MenuClick): void;
  daily(): void;
  send(): void;
}): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void createMenus();
    if (reason === 'install') void keepClearOfMenus();
  });
  // Firefox forgets alarms when it is closed, and an idle background hears of neither event.
  for (const begun of [browser.runtime.onInstalled, browser.runtime.onStartup])
    begun.addListener(() => void setAlarm());
  // Firefox for Android has neither commands nor menus.
  browser.commands?.onCommand.addListener(async (command, tab) => {
    if (command === 'open-daily') answer.openDaily();
    if (command !== 'save-now') return;
    const active = tab ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    if (active) answer.saveNow(active);
  });
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (tab && info.menuItemId === 'save-tabs') answer.saveTabs(tab.windowId ?? -1);
    else if (tab) answer.menu(menuClick(info, tab));
  });
  browser.alarms.onAlarm.addListener(({ name }) => (name === SEND_ALARM ? answer.send() : answer.daily()));
}

async function setAlarm(): Promise<void> {
  if (await browser.alarms.get('daily')) return;
  browser.alarms.create('daily', { periodInMinutes: 24 * 60, delayInMinutes: 5 });
}

async function createMenus(): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: 'save-page', title: t('menuSavePage'), contexts: ['page', 'frame'] });
  browser.contextMenus.create({ id: 'add-quote', title: t('menuAddQuote'), contexts: ['selection'] });
  browser.contextMenus.create({ id: 'save-link', title: t('menuSaveLink'), contexts: ['link'] });
  browser.contextMenus.create({ id: 'save-tabs', title: t('menuSaveTabs'), contexts: ['action'] });
}

function menuClick(info: Menus.OnClickData & { linkText?: string }, tab: Tabs.Tab): MenuClick {
  return {
    menu: MENUS.find((id) => id === info.menuItemId) ?? 'save-page',
    tab,
    frameId: info.frameId ?? 0,
    linkUrl: info.linkUrl ?? '',
    linkText: info.linkText ?? '',
    selectionText: info.selectionText ?? '',
  };
}
