import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Shaarli, startShaarli } from '../shaarli/server';
import { type Driver, inBothBrowsers } from './driver/index';
import { serverNews, setUpServer } from './server-page';

inBothBrowsers('setting a server up', (browser) => {
  let driver: Driver;
  let shaarli: Shaarli;
  beforeAll(async () => {
    shaarli = await startShaarli({ zone: 'Europe/Paris' });
    driver = await browser.start({ agreeing: true });
  });
  afterAll(() => shaarli.remove());

  test('says what is there, and keeps it', async () => {
    await setUpServer(driver, shaarli);
    expect(await serverNews(driver)).toBe('“A Shaarli for tests” answers. Links there: 0. Time zone: Europe/Paris.');
    expect(await driver.text('#server .server-address')).toBe(shaarli.url);
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
