import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Shaarli, startShaarli } from '../shaarli/server';
import { type Driver, inBothBrowsers } from './driver/index';
import {
  fillServerForm,
  focusedNow,
  grantedHosts,
  openServerSettings,
  pressIn,
  putRow,
  serverNews,
  setUpServer,
  storedRows,
} from './server-page';

declare const chrome: {
  permissions: { remove(what: object): Promise<boolean> };
  storage: { local: { get(what: null): Promise<object> } };
};

/** A link that nobody sends while the test goes on. */
const WAITS = { id: 'a', what: 'send', state: 'refused', at: 1, tries: 0, why: 'serverLost' };

inBothBrowsers('a server that is set up', (browser) => {
  let driver: Driver;
  let shaarli: Shaarli;
  let other: Shaarli;
  beforeAll(async () => {
    [shaarli, other] = await Promise.all([startShaarli(), startShaarli({ clock: 600, secret: 'another secret' })]);
    driver = await browser.driver();
    await setUpServer(driver, shaarli);
  });
  afterAll(() => Promise.all([shaarli.remove(), other.remove()]));

  const focused = () => expect.poll(() => focusedNow(driver));
  const news = () => expect.poll(() => serverNews(driver));
  const address = () => expect.poll(() => driver.text('#server .server-address'));
  const storage = async () => JSON.stringify(await driver.eval(() => chrome.storage.local.get(null)));
  const somethingWaits = async () => {
    await putRow(driver, 'queue', WAITS);
    await openServerSettings(driver);
  };

  test('can be tested again', async () => {
    await openServerSettings(driver);
    await pressIn(driver, '#server', 'Test');
    await news().toContain('answers. Links there: 0.');
    await shaarli.stop();
    await pressIn(driver, '#server', 'Test');
    await news().toContain(`No answer from ${new URL(shaarli.url).host}.`);
    await shaarli.start();
  });

  test('whose permission was taken back in the browser’s settings says so; Test asks for it again', async () => {
    await driver.eval(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
    await expect.poll(() => driver.text('#server')).toContain('no longer lets this extension reach');
    await pressIn(driver, '#server', 'Test');
    await news().toContain('answers.');
    await expect.poll(() => driver.text('#server')).not.toContain('no longer lets this extension reach');
    expect(await grantedHosts(driver)).toEqual(['http://127.0.0.1/*']);
  });

  test('keeps its secret where none is typed', async () => {
    const before = await storage();
    await pressIn(driver, '#server', 'Change…');
    await focused().toBe('server-address');
    await driver.click('#server [type=submit]');
    await news().toContain('answers.');
    await address().toBe(shaarli.url);
    expect(await storage()).toBe(before);
  });

  test('is another one when its address is: what waited for the old one is said to be dropped', async () => {
    await somethingWaits();
    await pressIn(driver, '#server', 'Change…');
    await fillServerForm(driver, { address: other.url });
    await expect.poll(() => driver.text('#server')).toContain('1 link still waits to be sent there.');
    expect(await driver.text('#server')).toContain('choose again which links go there by themselves');
    await driver.click('#server [type=submit]');
    await news().toContain('Enter the API secret');
    await focused().toBe('server-secret');
    expect(await storedRows(driver, 'queue')).toHaveLength(1);
    await fillServerForm(driver, { secret: other.secret });
    await driver.click('#server [type=submit]');
    await news().toContain('Its clock is 10 minutes ahead of this computer’s.');
    await address().toBe(other.url);
    expect(await storedRows(driver, 'queue')).toEqual([]);
    expect(await storage()).toContain(other.secret);
  });

  test('is removed after a question, where something waits', async () => {
    await somethingWaits();
    await pressIn(driver, '#server', 'Remove');
    await focused().toBe('Cancel');
    expect(await driver.text('#server .question')).toContain('1 link still waits');
    await pressIn(driver, '#server', 'Cancel');
    await focused().toBe('Remove');
    await address().toBe(other.url);
    await pressIn(driver, '#server', 'Remove');
    await pressIn(driver, '.question', 'Remove');
    await news().toContain('is no longer set up');
    await focused().toBe('Your Shaarli');
  });

  test('leaves nothing when it is removed: no row, no secret, no permission', async () => {
    expect(await driver.eval(() => document.querySelector('#server-address') !== null)).toBe(true);
    expect(await storedRows(driver, 'server')).toEqual([]);
    expect(await storedRows(driver, 'queue')).toEqual([]);
    expect(await storage()).toBe('{}');
    await expect.poll(() => grantedHosts(driver)).toEqual([]);
  });

  test('is removed at once where nothing waits', async () => {
    await setUpServer(driver, shaarli);
    await pressIn(driver, '#server', 'Remove');
    await news().toContain('is no longer set up');
    expect(await storage()).toBe('{}');
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
