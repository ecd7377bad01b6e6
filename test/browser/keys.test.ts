import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from './driver/index';
import { removeProfiles } from './driver/profile';
import { type RealKeys, startWithRealKeys } from './driver/xvfb';
import { openJournal, waitForLinks } from './journal-page';
import { fieldHolds, select } from './popup-page';
import { type Site, serve } from './site';

/*
 * Chromium's own routing of keys and its own menu, in a real window: what a debugger sends never passes through them.
 * (Firefox's are always used: its driver presses the browser's own keys and opens its own menu.)
 */

const PAGE = '<!doctype html><title>A poem</title><p id="verse">Roses are red,<br>violets are blue.</p>';

let driver: RealKeys;
let site: Site;
beforeAll(async () => {
  driver = await startWithRealKeys();
  site = await serve({ pages: { key: PAGE, menu: PAGE, click: PAGE } });
});
afterAll(async () => {
  await driver.quit();
  await site.close();
  removeProfiles();
});

test('Alt+Shift+D opens the popup with the selection, and Ctrl+Enter saves', async () => {
  await driver.goto(`${site.url}key`);
  await select(driver, '#verse');
  await driver.popup.open(() => driver.pressShortcut('alt+shift+d'));
  await fieldHolds(driver, 'quote', 'Roses are red,\nviolets are blue.');
  await driver.popup.type('#tags', 'verse');
  await driver.popup.press('Control', 'Enter');
  await until(async () => !(await driver.popup.isOpen()), 'the popup to close by itself');
  await openJournal(driver);
  expect(await waitForLinks(driver, 1)).toMatchObject([
    { quotes: ['Roses are red,\nviolets are blue.'], tags: ['verse'] },
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
  expect(await driver.popup.text('#draft')).toBe('Draft restored · Discard');
  await driver.popup.close();
});

test('the entry in the browser’s own menu saves the selection', async () => {
  await driver.goto(`${site.url}menu`);
  await select(driver, '#verse');
  // Chromium's last entry is Inspect; ours stands above it.
  await driver.contextMenu('#verse', 'Up', 'Up', 'Return');
  await until(async () => (await driver.badge()) === '✓', 'the badge to say it is saved');
  await openJournal(driver);
  expect((await waitForLinks(driver, 2))[1]?.quotes).toEqual(['Roses are red,\nviolets are blue.']);
});
