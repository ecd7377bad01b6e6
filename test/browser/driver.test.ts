import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, drivers, inBothBrowsers, newProfile, until } from './driver/index';
import { startWithRealKeys } from './driver/xvfb';
import { type Site, serve } from './site';

declare const chrome: {
  permissions: Record<'contains' | 'request', (what: { origins: string[] }) => Promise<boolean>> & {
    getAll(): Promise<{ origins: string[] }>;
  };
  storage: Record<'local' | 'session', { get(): Promise<object>; set(what: object): Promise<void> }>;
};

/* The drivers must not be blind: what other tests rely on to notice a fault is itself put to the test here. */

let site: Site;
beforeAll(async () => {
  site = await serve({
    pages: {
      '': '<!doctype html><title>A page</title><p>Some words</p>',
      faulty: '<!doctype html><title>Faulty</title><script>throw new Error("of the page itself")</script>',
    },
  });
});
afterAll(() => site.close());

const NAME = 'shaarli.test';
const named = () => site.url.replace('127.0.0.1', NAME);

/** Lets a page of the extension ask for the host, on a click as it must be; the answer becomes the page's title. */
async function askForHost({ extension, eval: run, click }: Driver): Promise<void> {
  await extension('settings.html');
  await run((origin) => {
    const button = document.createElement('button');
    document.body.replaceChildren(button);
    button.textContent = 'Ask';
    button.id = 'ask';
    button.onclick = async () => {
      document.title = `answer: ${await chrome.permissions.request({ origins: [origin] })}`;
    };
  }, `http://${NAME}/*`);
  await click('#ask');
}

const hasHost = (driver: Driver) =>
  driver.eval((origin) => chrome.permissions.contains({ origins: [origin] }), `http://${NAME}/*`);

/** What the page of the extension gets from there; the browser's words where it gets nothing. */
const fetched = (driver: Driver) => driver.eval((url) => fetch(url).then((answer) => answer.text(), String), named());

inBothBrowsers('The driver', (browser) => {
  test('sees errors and rejections of the extension, not those of other pages', async () => {
    const driver = await browser.start();
    await driver.goto(`${site.url}faulty`);
    await driver.extension('daily.html');
    expect(await driver.errors()).toEqual([]);
    await driver.eval(() => {
      setTimeout(() => {
        throw new Error('thrown');
      });
      void Promise.reject(new Error('rejected'));
    });
    const errors = await until(async () => (await driver.errors()).length > 1 && driver.errors(), 'both errors');
    expect(errors.join('\n')).toMatch(/thrown/);
    expect(errors.join('\n')).toMatch(/rejected/);
    await driver.quit();
  });

  test('gives the popup the keys at once, and closes it like a reader', async () => {
    const { popup, goto } = await browser.driver();
    await goto(site.url);
    await popup.open();
    await popup.press('a');
    await until(async () => (await popup.value('#tags')) === 'a', 'the letter in the focused field');
    await popup.press('Escape');
    await until(async () => !(await popup.isOpen()), 'Escape to close the popup');
    await popup.open();
    await popup.close();
    expect(await popup.isOpen()).toBe(false);
  });

  test('tells colours, medium and size to the page', async () => {
    const driver = await browser.driver();
    await driver.extension('daily.html');
    await driver.look({ dark: true, width: 400, height: 500 });
    const seen = () =>
      driver.eval(() => [
        matchMedia('(prefers-color-scheme: dark)').matches,
        matchMedia('print').matches,
        innerWidth,
        innerHeight,
      ]);
    expect(await seen()).toEqual([true, false, 400, 500]);
    await driver.look({ dark: false, print: true, width: 1280, height: 800 });
    expect(await seen()).toEqual([false, true, 1280, 800]);
    await driver.look({ print: false });
    expect(await seen()).toEqual([false, false, 1280, 800]);
  });

  test('tells the page that it is touched', async () => {
    const driver = await browser.driver();
    const isTouched = () => driver.eval(() => matchMedia('(pointer: coarse)').matches);
    await driver.extension('daily.html');
    await driver.look({ touch: true });
    await until(isTouched, 'a finger');
    await driver.look({ touch: false });
    await until(async () => !(await isTouched()), 'a mouse');
  });

  test('is as new once it was renewed', async () => {
    const driver = await browser.driver();
    const found = () =>
      driver.eval(async () => {
        const { local, session } = chrome.storage;
        const { origins } = await chrome.permissions.getAll();
        const stored = [await local.get(), await session.get()].flatMap(Object.keys);
        return [...stored, ...origins, ...(await indexedDB.databases()).map(({ name }) => name), `${innerWidth} wide`];
      });
    await driver.extension('daily.html');
    await driver.look({ width: 400 });
    await askForHost(driver);
    await until(() => driver.eval(() => document.title === 'answer: true'), 'the browser to agree');
    await driver
      .eval(async () => {
        await Promise.all([chrome.storage.local.set({ here: 1 }), chrome.storage.session.set({ now: 1 })]);
        open('tabs.html');
        indexedDB.open('of a test');
        throw new Error('of a test');
      })
      .catch(() => {});
    await until(async () => (await driver.tabs()).length === 2, 'the other tab');
    await until(async () => (await found()).includes('of a test'), 'all that was done to be there');
    expect(await found()).toEqual(expect.arrayContaining(['here', 'now', `http://${NAME}/*`, '400 wide']));
    await driver.renew();
    expect([await driver.tabs(), await driver.errors()]).toEqual([['about:blank'], []]);
    await driver.extension('popup.html');
    const own = (await found()).filter((one) => one !== 'daily-shaarli');
    expect(own).toEqual(['1280 wide']);
  });

  test('opens a profile again after a crash, in another zone and language', async () => {
    const profile = newProfile();
    const before = await browser.start({ profile });
    await before.crash();
    const after = await browser.start({ profile, zone: 'Asia/Kolkata', language: 'fr' });
    await after.extension('daily.html');
    expect(await after.eval(() => [new Date(0).getTimezoneOffset(), navigator.language.slice(0, 2)])).toEqual([
      -330,
      'fr',
    ]);
  });

  test('leads names to this machine, and agrees to a host', async () => {
    const driver = await browser.start({ agreeing: true, names: [NAME] });
    await driver.goto(named());
    expect(await driver.eval(() => [document.title, isSecureContext])).toEqual(['A page', false]);
    await driver.extension('settings.html');
    expect(await hasHost(driver)).toBe(false);
    expect(await fetched(driver)).toMatch(/^TypeError/);
    await askForHost(driver);
    await until(() => driver.eval(() => document.title === 'answer: true'), 'the browser to agree');
    expect(await hasHost(driver)).toBe(true);
    expect(await fetched(driver)).toContain('Some words');
    await driver.quit();
  });

  test('has a host refused by whom it is asked', async () => {
    const driver = await startWithRealKeys({ names: [NAME] }, drivers[browser.name]);
    await askForHost(driver);
    await driver.answer('Escape', () => driver.eval(() => document.title === 'answer: false'));
    expect(await hasHost(driver)).toBe(false);
    expect(await fetched(driver)).toMatch(/^TypeError/);
    await driver.quit();
  });
});
