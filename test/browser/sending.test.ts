import { afterEach, beforeEach, expect, test } from 'vitest';
import { waiting } from '../../src/storage/queue';
import { link } from '../fixtures/links';
import { type Shaarli, startShaarli } from '../shaarli/server';
import { type Driver, inBothBrowsers, newProfile, until } from './driver/index';
import { openJournal } from './journal-page';
import { openPopup, saveByKeys } from './popup-page';
import { putRow, setUpServer } from './server-page';
import { putRows, rowsOf } from './server-rows';
import { serve } from './site';

/* The background alone: no page is open that would do its work, and it is ended again and again. */

declare const chrome: { alarms: { get(name: string): Promise<{ periodInMinutes?: number } | undefined> } };

/** A whole way to the server and back takes its time on a busy machine. */
const PATIENT = { timeout: 40_000 };
const COUNT = 40;

inBothBrowsers('the background sends', (browser) => {
  let driver: Driver;
  let shaarli: Shaarli;
  beforeEach(async () => {
    shaarli = await startShaarli();
    driver = await browser.driver();
    await driver.renew();
    await setUpServer(driver, shaarli);
  });
  afterEach(async () => {
    await shaarli.remove();
    expect(await driver.errors()).toEqual([]);
  });

  const urls = async () => (await shaarli.links()).map(({ url }) => url);
  /** Links that wait to be sent, put there behind the background's back. */
  async function letWait(count: number): Promise<string[]> {
    const links = Array.from({ length: count }, (_, place) =>
      link({ id: `id${place}`, key: `https://example.org/${place}`, url: `https://example.org/${place}` }),
    );
    await putRows(driver, { links, queue: links.map(({ id }, place) => waiting(id, 'send', place)) });
    return links.map(({ url }) => url);
  }
  /** Opens a page that shows how sending stands, and leaves it again. */
  async function look(): Promise<void> {
    await openJournal(driver);
    await driver.goto('about:blank');
  }
  const sendAlarm = () => driver.eval(async () => (await chrome.alarms.get('send'))?.periodInMinutes ?? 0);

  test('a link as it is saved in the popup, on another site’s page, while it sleeps', async () => {
    await putRow(driver, 'server', { name: 'autoSend', value: { what: 'all', tag: '', since: 0 } });
    const site = await serve({ pages: { poem: '<title>A poem</title><p>Roses are red' } });
    await driver.goto(`${site.url}poem`);
    await driver.killBackground();
    await openPopup(driver);
    await driver.popup.type('#note', 'Mine.');
    await saveByKeys(driver);
    await expect.poll(() => shaarli.links(), PATIENT).toMatchObject([{ title: 'A poem', description: 'Mine.' }]);
    site.close();
    // Nothing waits any more, so nothing wakes it.
    await openJournal(driver);
    await expect.poll(sendAlarm).toBe(0);
  });

  test('each of many once, though it is ended again and again', async () => {
    const all = await letWait(COUNT);
    for (const enough of [4, 12, 24]) {
      await look();
      await until(async () => (await urls()).length >= enough, `${enough} links there`, 40_000);
      await driver.killBackground();
    }
    expect((await urls()).length).toBeLessThan(COUNT);
    await look();
    await expect.poll(async () => (await urls()).length, PATIENT).toBe(COUNT);
    await openJournal(driver);
    await expect.poll(() => rowsOf(driver, 'queue')).toEqual([]);
    expect((await urls()).toSorted()).toEqual(all.toSorted());
  });

  test('what is left when the browser was ended in the middle, as soon as it is there again', async () => {
    driver = await browser.start({ agreeing: true, profile: newProfile(browser.name) });
    await setUpServer(driver, shaarli);
    const all = await letWait(COUNT);
    await look();
    await until(async () => (await urls()).length >= 5, 'some links there', 40_000);
    await driver.quit();
    expect((await urls()).length).toBeLessThan(COUNT);
    driver = await browser.start({ profile: driver.profile });
    await expect.poll(async () => (await urls()).length, PATIENT).toBe(COUNT);
    expect((await urls()).toSorted()).toEqual(all.toSorted());
  });

  test('again when the server is back, by itself, even if it was ended meanwhile', async () => {
    await letWait(2);
    await shaarli.stop();
    await openJournal(driver);
    const failures = async () =>
      (await rowsOf<{ name: string; value: { failures?: number } }>(driver, 'server')).find(
        ({ name }) => name === 'sending',
      )?.value.failures ?? 0;
    await until(async () => (await failures()) > 0, 'the server to be found silent');
    expect(await sendAlarm()).toBe(1);
    await driver.goto('about:blank');
    await driver.killBackground();
    await shaarli.start();
    await expect.poll(async () => (await urls()).length, PATIENT).toBe(2);
  });
});
