import { afterAll, beforeAll, expect, test } from 'vitest';
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
    site = await serve({ pages: { poem: PAGE } });
    await driver.privately();
    await driver.goto(`${site.url}poem`);
    await select(driver, '#verse');
  });
  afterAll(() => site.close());

  test('the popup says so, and keeps no draft', async () => {
    await openPopup(driver);
    const says = async () => (await driver.popup.text('form')).includes('nothing is written before you save');
    await until(says, 'the notice');
    await fieldHolds(driver, 'quote', 'Roses are red.');
    await driver.popup.type('#note', 'Half a thought');
    await driver.popup.close();
    await openPopup(driver);
    await fieldHolds(driver, 'quote', 'Roses are red.');
    expect(await driver.popup.value('#note')).toBe('');
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
    await fieldHolds(driver, 'quote', 'Roses are red.');
  });

  test('Save saves, into the journal of the normal windows, and that is all that was written', async () => {
    await driver.popup.type('#note', 'A thought');
    expect(await saveByKeys(driver)).toBe('Saved to today');
    expect(await driver.errors()).toEqual([]);
    await driver.quit();
    driver = await browser.start({ profile });
    await openJournal(driver);
    expect(await waitForLinks(driver, 1)).toMatchObject([
      { title: 'A poem', note: 'A thought', quotes: ['Roses are red.'], tags: [] },
    ]);
    expect(await storedDrafts(driver)).toEqual([]);
  });
});
