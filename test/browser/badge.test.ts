import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { clickInCard, openJournal, waitForLinks } from './journal-page';
import { openPopup, saveByKeys } from './popup-page';
import { type Site, serve } from './site';

declare const chrome: { permissions: { contains(what: object): Promise<boolean> } };

inBothBrowsers('the mark of saved pages', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({
      pages: { poem: '<!doctype html><title>A poem</title>', other: '<!doctype html><title>O</title>' },
    });
  });
  afterAll(() => site.close());

  const badge = () => expect.poll(() => driver.badge());
  const title = () => expect.poll(() => driver.buttonTitle());
  const mayReadTabs = () => driver.eval(() => chrome.permissions.contains({ permissions: ['tabs'] }));

  async function turn(to: boolean): Promise<void> {
    await driver.extension('settings.html');
    const box = () => driver.eval(() => document.querySelector<HTMLInputElement>('#badge')?.checked);
    await expect.poll(box).toBe(!to);
    await driver.click('#badge');
    await until(async () => (await driver.text('.toast')).includes('Saved.'), 'the setting to be saved');
    expect(await box()).toBe(to);
    expect(await mayReadTabs()).toBe(to);
  }

  async function savePoem(): Promise<void> {
    await driver.goto(`${site.url}poem`);
    await openPopup(driver);
    await saveByKeys(driver);
  }

  test('is not there unless it was asked for', async () => {
    await driver.extension('settings.html');
    expect(await mayReadTabs()).toBe(false);
    await savePoem();
    expect(await driver.badge()).toBe('');
    expect(await driver.buttonTitle()).toBe('Save this page');
  });

  test('comes with its permission, on saved pages only, and says since when', async () => {
    await turn(true);
    await driver.goto(`${site.url}poem#part`);
    await badge().toBe('•');
    await title().toMatch(/^Saved on .*20\d\d\.$/);
    await driver.goto(`${site.url}other`);
    await badge().toBe('');
    await title().toBe('Save this page');
  });

  test('comes at once when the page is saved, after the short answer where there is one', async () => {
    await driver.goto(`${site.url}other`);
    await badge().toBe('');
    await driver.command('save-now');
    await badge().toBe('✓');
    await badge().toBe('•');
    await title().toMatch(/^Saved on /);
    // The answer stands above a mark that was there before.
    await driver.command('save-now');
    await badge().toBe('✓');
    await badge().toBe('•');
  });

  test('wakes a background that was stopped', async () => {
    await driver.goto(`${site.url}other`);
    await badge().toBe('•');
    await driver.killBackground();
    await driver.goto(`${site.url}poem`);
    await badge().toBe('•');
  });

  test('is gone when the link was deleted and the page is looked at again', async () => {
    await openJournal(driver);
    await waitForLinks(driver, 2);
    await clickInCard(driver, 'A poem', 'Delete');
    await waitForLinks(driver, 1);
    await driver.goto(`${site.url}poem`);
    await title().toBe('Save this page');
    expect(await driver.badge()).toBe('');
  });

  test('goes with its permission when it is switched off', async () => {
    await driver.goto(`${site.url}other`);
    await badge().toBe('•');
    await turn(false);
    await driver.goto(`${site.url}other`);
    await savePoem();
    expect(await driver.badge()).toBe('');
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
