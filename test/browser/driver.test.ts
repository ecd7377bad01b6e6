import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBothBrowsers, newProfile, until } from './driver/index';
import { type Site, serve } from './site';

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
});
