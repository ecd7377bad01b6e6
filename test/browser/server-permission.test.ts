import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Shaarli, startShaarli } from '../shaarli/server';
import { drivers, inBothBrowsers } from './driver/index';
import { startWithRealKeys } from './driver/xvfb';
import { fillServerForm, focusedNow, grantedHosts, openServerSettings, serverNews, storedRows } from './server-page';

const NAME = 'shaarli.test';

inBothBrowsers('a server on another computer', (browser) => {
  let shaarli: Shaarli;
  beforeAll(async () => {
    shaarli = await startShaarli();
  });
  afterAll(() => shaarli.remove());

  const named = () => shaarli.url.replace('127.0.0.1', NAME);

  test('is asked over plain http only when somebody agreed to it', async () => {
    const driver = await browser.start({ agreeing: true, names: [NAME] });
    await openServerSettings(driver);
    await fillServerForm(driver, { address: named(), secret: shaarli.secret });
    await driver.click('#server [type=submit]');
    await expect.poll(() => serverNews(driver)).toContain('Nothing was sent.');
    await expect.poll(() => focusedNow(driver)).toBe('server-open');
    expect(await grantedHosts(driver)).toEqual([]);
    await driver.click('#server-open');
    await driver.click('#server [type=submit]');
    await expect.poll(() => serverNews(driver)).toContain('answers.');
    expect(await grantedHosts(driver)).toEqual([`http://${NAME}/*`]);
    await driver.quit();
  });

  test('is not asked at all when the browser is not allowed to', async () => {
    const driver = await startWithRealKeys({ names: [NAME] }, drivers[browser.name]);
    await openServerSettings(driver);
    await fillServerForm(driver, { address: named(), secret: shaarli.secret });
    await driver.click('#server-open');
    await driver.click('#server [type=submit]');
    await driver.answer('Escape', async () => (await serverNews(driver)).includes('was not allowed'));
    expect(await serverNews(driver)).toContain('so nothing was sent there');
    expect([await storedRows(driver, 'server'), await grantedHosts(driver)]).toEqual([[], []]);
    expect(await driver.errors()).toEqual([]);
    await driver.quit();
  });
});
