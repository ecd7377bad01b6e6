import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stranger, startStranger } from '../server/stranger';
import { type Shaarli, startShaarli } from '../shaarli/server';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { temporaryFolder } from './files';
import { addByHand, exportLinks, openJournal, waitForLinks } from './journal-page';
import {
  fillServerForm,
  focusedNow,
  grantedHosts,
  openServerSettings,
  pressIn,
  serverNews,
  storedRows,
} from './server-page';
import { type Site, serve } from './site';

declare const chrome: { storage: { local: { get(what: null): Promise<object> } } };

const SECRET = 'correct-horse-battery-staple';

inBothBrowsers('setting a server up', (browser) => {
  let driver: Driver;
  let shaarli: Shaarli;
  let site: Site;
  let moved: Stranger;
  beforeAll(async () => {
    shaarli = await startShaarli({ zone: 'Europe/Paris', path: '/links', secret: SECRET });
    site = await serve({ pages: { '': '<!doctype html><title>No Shaarli</title>' } });
    moved = await startStranger((request, response) => {
      response.writeHead(301, { location: elsewhere() + request.url }).end();
    });
    driver = await browser.driver();
    await openServerSettings(driver);
  });
  afterAll(() => Promise.all([shaarli.remove(), site.close(), moved.close()]));

  /** The same Shaarli under another name, for which no leave was given. */
  const elsewhere = () => shaarli.url.replace('127.0.0.1', 'localhost');

  const focused = () => expect.poll(() => focusedNow(driver));
  const news = () => expect.poll(() => serverNews(driver));
  const submit = () => driver.click('#server [type=submit]');
  const storage = () => driver.eval(() => chrome.storage.local.get(null));

  test('settings.html#server leads to its heading', async () => {
    await focused().toBe('Your Shaarli');
  });

  test('what is lacking is said, and nobody is asked anything', async () => {
    await submit();
    await news().toContain('This is not a web address.');
    await focused().toBe('server-address');
    await fillServerForm(driver, { address: 'my shaarli', secret: 'any' });
    await submit();
    await news().toContain('not a web address.');
    await fillServerForm(driver, { address: shaarli.url, secret: '' });
    await submit();
    await news().toContain('Enter the API secret');
    await focused().toBe('server-secret');
    expect(await grantedHosts(driver)).toEqual([]);
  });

  test('the secret can be looked at while it is typed', async () => {
    const type = () => driver.eval(() => document.querySelector<HTMLInputElement>('#server-secret')?.type);
    await fillServerForm(driver, { secret: 'another one' });
    expect(await type()).toBe('password');
    await pressIn(driver, '#server', 'Show');
    await expect.poll(type).toBe('text');
    expect(await driver.value('#server-secret')).toBe('another one');
    await pressIn(driver, '#server', 'Show');
    await expect.poll(type).toBe('password');
  });

  test('what is wrong is said in words, and nothing is kept', async () => {
    await submit();
    await news().toContain('The Shaarli refuses');
    await fillServerForm(driver, { address: site.url });
    await submit();
    await news().toContain('not that of a Shaarli');
    await fillServerForm(driver, { address: 'http://localhost:9' });
    await submit();
    await news().toContain('No answer from localhost:9.');
    await fillServerForm(driver, { address: moved.url });
    await submit();
    await news().toContain(`leads on to ${elsewhere()}. Enter this one`);
    expect(await storedRows(driver, 'server')).toEqual([]);
    expect(await storage()).toEqual({});
  });

  test('the leave to ask where it was in vain is given back when the page is opened anew', async () => {
    expect(await grantedHosts(driver)).not.toEqual([]);
    await openServerSettings(driver);
    await expect.poll(() => grantedHosts(driver)).toEqual([]);
  });

  test('Enter in the secret tests it; what is there is said, and kept', async () => {
    const typed = `${shaarli.url.slice('http://'.length)}/admin/tools`;
    await fillServerForm(driver, { address: typed, secret: SECRET });
    await driver.press('Enter');
    await news().toBe('“A Shaarli for tests” answers. Links there: 0. Time zone: Europe/Paris.');
    await expect.poll(() => driver.text('#server .server-address')).toBe(shaarli.url);
    await focused().toBe('Your Shaarli');
  });

  test('one host is given, without a port; those that were tried in vain are given back', async () => {
    await expect.poll(() => grantedHosts(driver)).toEqual(['http://127.0.0.1/*']);
  });

  test('the secret is in the extension’s own storage, and not in the page or the database', async () => {
    expect(JSON.stringify(await storage())).toContain(SECRET);
    expect(await wholePage(driver)).not.toContain(SECRET);
    await pressIn(driver, '#server', 'Change…');
    await expect.poll(() => wholePage(driver)).toContain('••••••••••••');
    expect(await wholePage(driver)).not.toContain(SECRET);
    await pressIn(driver, '#server', 'Cancel');
    await focused().toBe('Change…');
    const rows = JSON.stringify(await storedRows(driver));
    expect(rows).toContain(shaarli.url);
    expect(rows).not.toContain(SECRET);
  });

  test('nor is it in what is exported', async () => {
    const folder = temporaryFolder();
    await openJournal(driver);
    await addByHand(driver, { title: 'A link', url: 'https://example.org/' });
    for (const format of ['HTML', 'JSON']) {
      await openJournal(driver);
      await waitForLinks(driver, 1);
      const file = await exportLinks(driver, folder.path, format, 'all');
      expect(readFileSync(file, 'utf8')).toContain('https://example.org/');
      expect(readFileSync(file, 'utf8')).not.toContain(SECRET);
    }
    folder.remove();
  });

  test('the setting which links go there by themselves is kept, from now on', async () => {
    await openServerSettings(driver);
    const stored = async () =>
      (await storedRows(driver, 'server')).find((row) => (row as { name: string }).name === 'autoSend');
    await choose(driver, 'public');
    const now = Math.floor(Date.now() / 1000);
    await expect.poll(stored).toMatchObject({ value: { what: 'public', since: expect.closeTo(now, -2) } });
    await choose(driver, 'tag');
    await expect.poll(() => driver.eval(() => document.querySelector('#auto-send-tag') !== null)).toBe(true);
    await driver.type('#auto-send-tag', 'one ');
    await expect.poll(stored).toMatchObject({ value: { what: 'tag', tag: 'one' } });
    await driver.type('#auto-send-tag', 'two ');
    await expect.poll(stored).toMatchObject({ value: { what: 'tag', tag: 'two' } });
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});

/** Everything that stands in the page, its fields included. */
function wholePage(driver: Driver): Promise<string> {
  return driver.eval(() => {
    const fields = [...document.querySelectorAll('input')].map((one) => one.value + one.placeholder);
    return document.documentElement.outerHTML + fields.join();
  });
}

async function choose(driver: Driver, what: string): Promise<void> {
  await until(() => driver.eval(() => document.querySelector('#auto-send') !== null), 'the choice');
  await driver.eval((value) => {
    const select = document.querySelector<HTMLSelectElement>('#auto-send');
    if (select) select.value = value;
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  }, what);
}
