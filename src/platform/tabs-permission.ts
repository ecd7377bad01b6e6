import browser from 'webextension-polyfill';

/*
 * The one permission that is not there from the start: to read the addresses and titles of tabs that nobody has pointed at.
 * It is asked for at its use, and given back where it is not needed any more.
 */

const TABS: { permissions: ['tabs'] } = { permissions: ['tabs'] };

export async function mayReadTabs(): Promise<boolean> {
  return browser.permissions.contains(TABS);
}

/** Asks the person, where they have not agreed already. Call it first of all in the handler of a click: browsers insist on one. */
export async function askForTabs(): Promise<boolean> {
  return browser.permissions.request(TABS);
}

export async function giveTabsBack(): Promise<void> {
  await browser.permissions.remove(TABS);
}

/** Tells when the permission comes and goes, in the browser's own settings too. */
export function onTabsPermission(answer: { given(): void; taken(): void }): void {
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes('tabs')) answer.given();
  });
  browser.permissions.onRemoved.addListener(({ permissions }) => {
    if (permissions?.includes('tabs')) answer.taken();
  });
}
