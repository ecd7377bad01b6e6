import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hands } from './driver/driver';
import { type Driver, inBothBrowsers, newProfile, until } from './driver/index';
import { openJournal, storedDrafts, waitForLinks } from './journal-page';
import { fieldHolds, openPopup, saveByKeys, select } from './popup-page';
import { type Site, serve } from './site';

const PAGE = '<!doctype html><title>A poem</title><p id="verse">Roses are red.</p>';

inBothBrowsers('in a private window', (browser) => {
  let profile = '';
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    profile = newProfile(browser.name);
    driver = await browser.start({ profile });
    site = await serve({ pages: { poem: PAGE, other: PAGE } });
    await driver.privately();
    await driver.goto(`${site.url}poem`);
    await select(driver, '#verse');
  });
  afterAll(() => site.close());

  const notice = () => driver.popup.eval(() => document.querySelector('#draft')?.textContent ?? '');
  /** Notes of the drafts that the extension keeps in the browser's memory. */
  const inMemory = (page: Hands) =>
    page.eval(async () => {
      type Kept = Record<string, { typed: { note?: string } }>;
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { get(all: null): Promise<Kept> } } };
      };
      return Object.values(await chrome.storage.session.get(null)).map(({ typed }) => typed.note);
    });

  test('the popup says so, and what is typed is kept in memory', async () => {
    await openPopup(driver);
    const says = async () =>
      (await driver.popup.text('form')).includes(
        'nothing is written before you save. What you type is kept in memory until the private windows are closed.',
      );
    await until(says, 'the notice');
    await fieldHolds(driver, 'quote', 'Roses are red.');
    await driver.popup.type('#note', 'Half a thought');
    await driver.popup.close();
    await openPopup(driver);
    await expect.poll(notice).toBe('Draft restored · Discard');
    await fieldHolds(driver, 'note', 'Half a thought');
    expect(await inMemory(driver.popup)).toEqual(['Half a thought']);
  });

  test('the page that saves several tabs says why it cannot, where it cannot', async () => {
    await driver.popup.click('a[href="tabs.html"]');
    const opened = () => driver.tabs().then((all) => all.find((url) => url.includes('tabs.html?window=')));
    const address = await until(opened, 'the page to be opened');
    // Chromium opens it in a normal window, with the tabs of this one; Firefox opens it here, where there is no database.
    if (browser.name === 'firefox') {
      await driver.goto(address);
      await expect.poll(() => driver.text('[role=alert]')).toContain('one by one with the toolbar button');
      await driver.goto(`${site.url}poem`);
      await select(driver, '#verse');
    }
    await openPopup(driver);
    await fieldHolds(driver, 'note', 'Half a thought');
  });

  test('Save saves, and the draft is gone', async () => {
    expect(await saveByKeys(driver)).toBe('Saved to today');
    await driver.goto(`${site.url}other`);
    await openPopup(driver);
    await fieldHolds(driver, 'title', 'A poem');
    expect(await inMemory(driver.popup)).toEqual([]);
  });

  test('what was not saved goes with the last private window', async () => {
    await driver.popup.type('#note', 'Not to be kept');
    await expect.poll(() => inMemory(driver.popup)).toEqual(['Not to be kept']);
    await driver.popup.close();
    await driver.closePrivate();
    await openJournal(driver);
    await expect.poll(() => inMemory(driver)).toEqual([]);
  });

  // Pages of the extension never open in Chromium's private windows.
  if (browser.name === 'firefox') {
    test('the daily page says that it has to be opened in a normal one', async () => {
      await driver.privately();
      await driver.extension('daily.html');
      await until(async () => (await driver.text('main')).includes('Open this page in a normal window.'), 'the reason');
      await driver.closePrivate();
    });
  }

  test('the journal of the normal windows has what was saved, and that is all that was written', async () => {
    expect(await driver.errors()).toEqual([]);
    await driver.quit();
    driver = await browser.start({ profile });
    await openJournal(driver);
    expect(await waitForLinks(driver, 1)).toMatchObject([
      { title: 'A poem', note: 'Half a thought', quotes: ['Roses are red.'], tags: [] },
    ]);
    expect(await storedDrafts(driver)).toEqual([]);
  });
});
