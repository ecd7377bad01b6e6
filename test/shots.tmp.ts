import { drivers } from './browser/driver/index';
import { until } from './browser/driver/until';
import { fillServerForm, openServerSettings, serverNews, setUpServer } from './browser/server-page';
import { startShaarli } from './shaarli/server';

const out = '/tmp/sh-setup/';
const language = process.argv[2] ?? 'en';
const which = (process.argv[3] ?? 'chromium') as 'chromium' | 'firefox';
const driver = await drivers[which]({ agreeing: true, language });
const shaarli = await startShaarli({ path: '/links', zone: 'Europe/Paris', clock: 610 });
const shot = async (name: string) => {
  await driver.screenshot(`${out}${which}-${language}-${name}.png`, { full: true });
};
try {
  await driver.look({ width: 900, height: 800 });
  await openServerSettings(driver);
  await shot('empty');
  await fillServerForm(driver, { address: 'http://example.org/links', secret: 'abc' });
  await driver.click('#server [type=submit]');
  await until(async () => (await serverNews(driver)) !== '', 'news');
  await shot('http');
  await driver.look({ dark: true, width: 320, height: 700 });
  await shot('http-dark-narrow');
  await driver.look({ dark: false, width: 900, height: 800 });
  if (language === 'en') await setUpServer(driver, shaarli);
  else {
    await openServerSettings(driver);
    await fillServerForm(driver, { address: shaarli.url, secret: shaarli.secret });
    await driver.click('#server [type=submit]');
    await until(() => driver.eval(() => document.querySelector('#server .server-address') !== null), 'addr');
  }
  await shot('set-up');
  await driver.look({ dark: true });
  await shot('set-up-dark');
  await driver.look({ dark: false, width: 320, height: 700 });
  await shot('set-up-narrow');
  await driver.look({ width: 900, height: 800 });
  await driver.click('#server .acts button:nth-child(2)');
  await until(() => driver.eval(() => document.querySelector('#server-address') !== null), 'form');
  await shot('change');
} finally {
  await driver.quit();
  await shaarli.remove();
}
process.exit(0);
