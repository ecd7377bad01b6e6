import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drivers, until } from './driver/index';
import { removeProfiles } from './driver/profile';
import { type RealKeys, startWithRealKeys } from './driver/xvfb';
import { openJournal, waitForLinks } from './journal-page';
import { fieldHolds, select } from './popup-page';
import { type Site, serve } from './site';

/*
 * The browsers' own routing of keys, their own menus and their own questions, in a real window: what a debugger sends never passes
 * through them.
 */

const PAGE = '<!doctype html><title>A poem</title><p id="verse">Roses are red,<br>violets are blue.</p>';
/** Each letter that opens a menu is another one in another language. */
const PLACES = [
  ['chromium', 'en'],
  ['firefox', 'en'],
  ['firefox', 'fr'],
] as const;

let site: Site;
beforeAll(async () => {
  site = await serve({ pages: { key: PAGE, menu: PAGE, click: PAGE } });
});
afterAll(async () => {
  await site.close();
  removeProfiles();
});

describe.each(PLACES)('%s in %s, with real keys', (name, language) => {
  let driver: RealKeys;
  beforeAll(async () => {
    driver = await startWithRealKeys({ language }, drivers[name]);
  });
  afterAll(() => driver.quit());

  test('Alt+Shift+D opens the popup with the selection, and Ctrl+Enter saves and does nothing else', async () => {
    await driver.goto(`${site.url}key`);
    await select(driver, '#verse');
    await driver.popup.open(() => driver.pressShortcut('alt+shift+d'));
    await fieldHolds(driver, 'quote', 'Roses are red,\nviolets are blue.');
    // An open menu would take these letters for its own.
    await driver.pressHere('d', 'f', 'space', 'ctrl+Return');
    await until(async () => !(await driver.popup.isOpen()), 'the popup to close by itself');
    expect(await driver.tabs()).toEqual([`${site.url}key`]);
    await openJournal(driver);
    expect(await waitForLinks(driver, 1)).toMatchObject([
      { quotes: ['Roses are red,\nviolets are blue.'], tags: ['df'] },
    ]);
  });

  test('a click on the page closes the popup, and what was typed last is there again', async () => {
    await driver.goto(`${site.url}click`);
    await driver.popup.open(() => driver.pressShortcut('alt+shift+d'));
    await driver.popup.type('#note', 'to the last letter');
    await driver.clickOn('#verse');
    await until(async () => !(await driver.popup.isOpen()), 'the popup to close');
    await driver.popup.open(() => driver.pressShortcut('alt+shift+d'));
    await fieldHolds(driver, 'note', 'to the last letter');
    await driver.popup.close();
  });

  test('the address bar searches after ds, also while the background sleeps', async () => {
    await driver.goto(`${site.url}menu`);
    await driver.killBackground();
    await driver.pressShortcut('ctrl+l');
    await driver.pressHere('d', 's', 'space', 'r', 'o', 's', 'e', 's', 'Return');
    await until(
      async () => (await driver.tabs()).some((url) => url.endsWith('daily.html#/search?q=roses')),
      'the search',
    );
    expect(await waitForLinks(driver, 1)).toMatchObject([{ quotes: ['Roses are red,\nviolets are blue.'] }]);
  });

  test('a permission that is refused is explained, and nothing is broken', async () => {
    const explained = () => driver.eval(() => document.querySelector('[role=alert]')?.textContent !== '');
    await driver.extension('tabs.html');
    await clickWhenThere('section button');
    await driver.answer('Escape', explained);
    await driver.extension('settings.html');
    await clickWhenThere('#badge');
    await driver.answer('Escape', explained);
    expect(await driver.eval(() => document.querySelector<HTMLInputElement>('#badge')?.checked)).toBe(false);
    expect(await driver.errors()).toEqual([]);
  });

  async function clickWhenThere(selector: string): Promise<void> {
    await until(() => driver.eval((wanted) => document.querySelector(wanted) !== null, selector), selector);
    await driver.click(selector);
  }
});

test('the entry in Chromium’s own menu saves the selection', async () => {
  const driver = await startWithRealKeys();
  await driver.goto(`${site.url}menu`);
  await select(driver, '#verse');
  // Chromium's last entry is Inspect; ours stands above it.
  await driver.contextMenu('#verse', 'Up', 'Up', 'Return');
  await until(async () => (await driver.badge()) === '✓', 'the badge to say it is saved');
  await openJournal(driver);
  expect((await waitForLinks(driver, 1))[0]?.quotes).toEqual(['Roses are red,\nviolets are blue.']);
  await driver.quit();
});
