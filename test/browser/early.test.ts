import { cpSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { temporaryFolder } from './files';
import { openJournal, waitForLinks } from './journal-page';
import { chips, fieldHolds } from './popup-page';
import { type Site, serve } from './site';

/* What is done in the popup before its app is there: the build under test holds the app back until the test lets it come. */

const DIST = path.resolve(import.meta.dirname, '../../dist');
const WAIT = `await new Promise((resolve) => document.addEventListener('let-it-come', resolve, { once: true }));
await import('./held-back.js');`;

inBothBrowsers('before the app of the popup has come', (browser) => {
  const folder = temporaryFolder();
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    cpSync(path.join(DIST, browser.name === 'chromium' ? 'chrome' : 'firefox'), folder.path, { recursive: true });
    renameSync(path.join(folder.path, 'popup.js'), path.join(folder.path, 'held-back.js'));
    writeFileSync(path.join(folder.path, 'popup.js'), WAIT);
    driver = await browser.start({ extension: folder.path });
    site = await serve({
      pages: { keep: '<!doctype html><title>Kept</title>', save: '<!doctype html><title>Saved</title>', close: '' },
    });
  });
  afterAll(() => site.close());
  afterAll(folder.remove);

  const appIsHere = () => driver.popup.eval(() => document.documentElement.dataset.app === 'here');
  /** Tells the app to come until it is there: the file that waits for it may itself not have been loaded yet. */
  const letItCome = () =>
    until(async () => {
      await driver.popup.eval(() => document.dispatchEvent(new Event('let-it-come')));
      return driver.popup.eval(
        () => document.documentElement.dataset.app === 'here' || document.querySelector('#saved') !== null,
      );
    }, 'the app to come');

  test('one can type, and nothing of it is lost when it comes', async () => {
    await driver.goto(`${site.url}keep`);
    await driver.popup.open();
    await until(() => driver.popup.eval(() => document.activeElement?.id === 'tags'), 'the tags to have the focus');
    await driver.popup.type('#tags', 'one two');
    await driver.popup.press('Enter');
    await driver.popup.type('#note', 'An early thought');
    expect(await appIsHere()).toBe(false);
    await letItCome();
    await until(async () => (await chips(driver)).join() === 'one', 'the ended tag to become a chip');
    await fieldHolds(driver, 'tags', 'two');
    await fieldHolds(driver, 'note', 'An early thought');
    await fieldHolds(driver, 'title', 'Kept');
    expect(await driver.popup.eval(() => document.activeElement?.id)).toBe('note');
    await driver.popup.close();
  });

  test('one can even close the popup, and it is a draft', async () => {
    await driver.goto(`${site.url}close`);
    await driver.popup.open();
    await until(() => driver.popup.eval(() => document.activeElement?.id === 'tags'), 'the tags to have the focus');
    await driver.popup.type('#note', 'Gone too early');
    expect(await appIsHere()).toBe(false);
    await driver.popup.close();
    await driver.popup.open();
    await letItCome();
    await fieldHolds(driver, 'note', 'Gone too early');
    expect(await driver.popup.text('#draft')).toBe('Draft restored · Discard');
    await driver.popup.close();
  });

  test('one can save, and it is saved as soon as it comes', async () => {
    await driver.goto(`${site.url}save`);
    await driver.popup.open();
    await until(() => driver.popup.eval(() => document.activeElement?.id === 'tags'), 'the tags to have the focus');
    await driver.popup.type('#tags', 'early');
    await driver.popup.press('Control', 'Enter');
    expect(await appIsHere()).toBe(false);
    await letItCome();
    await until(async () => !(await driver.popup.isOpen()), 'the popup to close by itself');
    await openJournal(driver);
    expect(await waitForLinks(driver, 1)).toMatchObject([{ title: 'Saved', tags: ['early'] }]);
    expect(await driver.errors()).toEqual([]);
  });
});
