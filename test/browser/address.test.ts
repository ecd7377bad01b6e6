import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal, waitForLinks } from './journal-page';
import { draftHolds, openPopup, saveByKeys } from './popup-page';
import { type Site, serve } from './site';

const PAGE =
  '<!doctype html><title>An article</title><p>Words.</p><a id="link" href="target?id=2&utm_medium=z">a target</a>';
const FILE = pathToFileURL(path.resolve(import.meta.dirname, '../fixtures/sample-day/docs.html')).href;

inBothBrowsers('addresses', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ pages: { article: PAGE, exact: PAGE, menu: PAGE } });
  });
  afterAll(() => site.close());

  /** Text of the line under the address, once it holds that. */
  const line = (text: string) =>
    until(async () => (await tracking()).includes(text), `the line about tracking to say ${text}`);
  const tracking = () => driver.popup.eval(() => document.querySelector<HTMLElement>('.tracking')?.innerText ?? '');
  const address = () => driver.popup.eval(() => document.querySelector('.url')?.getAttribute('title'));
  const hints = () => driver.popup.eval(() => [...document.querySelectorAll('.hint')].map((one) => one.textContent));

  test('tracking is taken off, and the popup says what', async () => {
    await driver.goto(`${site.url}article?utm_source=x&id=1&fbclid=y`);
    await openPopup(driver);
    await line('Taken off: utm_source, fbclid · Put back');
    expect(await address()).toBe(`${site.url}article?id=1`);
    await saveByKeys(driver);
    await openJournal(driver);
    expect((await waitForLinks(driver, 1))[0]?.href).toBe(`${site.url}article?id=1`);
  });

  test.each(['?id=1', '?utm_source=x&id=1&fbclid=y', '?id=1&gclid=z#part'])(
    'the page is known at %s',
    async (query) => {
      await driver.goto(`${site.url}article${query}`);
      await openPopup(driver);
      await until(
        () => driver.popup.eval(() => document.querySelector('#known') !== null),
        'the popup to know the page',
      );
      expect(await address()).toBe(`${site.url}article?id=1`);
      expect(await tracking()).toBe('');
      await driver.popup.close();
    },
  );

  test('it is put back with one click, and taken off with another; the choice is kept with the draft', async () => {
    const exact = `${site.url}exact?utm_source=x&id=1`;
    await driver.goto(exact);
    await openPopup(driver);
    await line('Put back');
    await driver.popup.click('.tracking button');
    await line('Kept in the address: utm_source · Take off');
    expect(await address()).toBe(exact);
    expect(await driver.popup.eval(() => document.activeElement?.textContent)).toBe('Take off');
    await driver.popup.click('.tracking button');
    await line('Put back');
    expect(await address()).toBe(`${site.url}exact?id=1`);
    await driver.popup.click('.tracking button');
    await draftHolds(driver, exact);
    await driver.popup.close();

    await openPopup(driver);
    await line('Take off');
    await driver.popup.click('#note');
    await saveByKeys(driver);
    await openJournal(driver);
    expect((await waitForLinks(driver, 2))[1]?.href).toBe(exact);
  });

  test('a link that is saved by its menu is saved without tracking', async () => {
    await driver.goto(`${site.url}menu`);
    await driver.menu('save-link', '#link');
    await openJournal(driver);
    expect((await waitForLinks(driver, 3))[2]).toMatchObject({ href: `${site.url}target?id=2`, title: 'a target' });
  });

  test('an address of this computer is saved with a word of warning', async () => {
    await driver.goto(`${site.url}article?utm_source=x`);
    await openPopup(driver);
    expect(await hints()).toContain('This address opens only on this computer or in its own network.');
    await driver.goto(`${site.url}article?access_token=1`);
    await openPopup(driver);
    expect((await hints()).join()).toContain('This address carries a password or a key');
    await driver.popup.close();
  });

  test('a file is', async () => {
    await driver.goto(FILE);
    await openPopup(driver);
    expect(await address()).toBe(FILE);
    expect(await hints()).toContain(
      'This address leads to a file: it opens on this computer only, as long as the file stays where it is.',
    );
    await driver.popup.close();
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
