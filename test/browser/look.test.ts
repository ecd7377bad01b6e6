import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { link, quote } from '../fixtures/links';
import { violations } from './axe';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal, waitForLinks } from './journal-page';
import { putRows } from './server-rows';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const PAGES = ['daily', 'settings', 'tabs'];

test.each(PAGES)('%s.html knows its looks before anything of it is painted', (page) => {
  const html = readFileSync(path.join(DIST, 'chrome', `${page}.html`), 'utf8');
  expect(html).toContain('<script src="appearance.js"></script>');
  expect(html.indexOf('appearance.js')).toBeLessThan(html.indexOf('rel="stylesheet"'));
});

const DRAWING = ['```', ...Array<string>(6).fill(`|${'-=+*'.repeat(40)}|`), '```'].join('\n');
const LONG = Array.from({ length: 60 }, (_, line) => `Line ${line} of a poem`).join('\n');
const LINKS = [
  link({
    id: 'aaaaaaaaaa1',
    url: 'https://example.org/one',
    title: 'One',
    note: 'See [there](https://example.org/two) and https://example.org/as-it-is.',
    quotes: [quote({ text: DRAWING })],
  }),
  link({ id: 'aaaaaaaaaa2', url: 'https://example.org/two', title: 'Two', quotes: [quote({ text: LONG })] }),
];

inBothBrowsers('the looks', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await browser.driver();
    await driver.look({ width: 1000, height: 800 });
  });

  const count = (selector: string) => driver.eval((one) => document.querySelectorAll(one).length, selector);
  const there = (selector: string) => until(async () => (await count(selector)) > 0, selector);
  const style = (selector: string, name: string) =>
    driver.eval(
      (one, property) => {
        const element = document.querySelector(one);
        return element && getComputedStyle(element).getPropertyValue(property);
      },
      selector,
      name,
    );

  describe('an empty journal', () => {
    test('offers a sample day, which goes again with one click', async () => {
      await openJournal(driver);
      await there('.first-run');
      expect(await count('.first-run li')).toBe(3);
      expect(await violations(driver)).toEqual([]);
      await driver.click('.first-run button');
      const shown = await waitForLinks(driver, 3);
      expect(shown.map(({ quotes, note }) => [quotes.length, note !== ''])).toEqual([
        [1, true],
        [1, true],
        [0, true],
      ]);
      expect(await driver.text('header.day')).toContain('Yesterday');
      await driver.click('.sample-line button');
      await until(async () => (await count('article, .sample-line')) === 0, 'the sample links to go');
      await there('.first-run');
      await expect.poll(() => driver.eval(() => document.activeElement?.localName)).toBe('h1');
    });

    test('offers to choose a file of bookmarks', async () => {
      const asked = driver.eval(
        () =>
          new Promise<string>((resolve) => {
            document.addEventListener('click', (event) => {
              if (event.target instanceof HTMLInputElement) resolve(event.target.id);
              if (event.target instanceof HTMLInputElement) event.preventDefault();
            });
            document.querySelector<HTMLElement>('.first-run button:nth-of-type(2)')?.click();
            resolve('nothing');
          }),
      );
      expect(await asked).toBe('import-file');
    });
  });

  describe('chosen in the settings', () => {
    const choose = (name: string, place: number) =>
      driver.eval(
        (group, at) => document.querySelectorAll<HTMLElement>(`#appearance [name=${group}]`)[at]?.click(),
        name,
        place,
      );
    const dark = async () => (await style('body', 'background-color')) === 'rgb(22, 24, 27)';

    test('the theme, the size of text and the spacing are there at once, also in other windows', async () => {
      await driver.look({ dark: false });
      await driver.extension('settings.html');
      await there('#appearance');
      await driver.command('open-daily');
      const elsewhere = () =>
        driver.eval(() => {
          const { chrome } = globalThis as unknown as { chrome: { extension: { getViews(): Window[] } } };
          const other = chrome.extension.getViews().find(({ location }) => location.pathname === '/daily.html');
          const page = other?.document.documentElement;
          return page ? [page.style.colorScheme, page.dataset.text, page.dataset.density] : [];
        });
      await expect.poll(elsewhere).toEqual(['', 'normal', 'comfortable']);
      await choose('theme', 2);
      await choose('text', 3);
      await choose('density', 1);
      await expect.poll(elsewhere).toEqual(['dark', 'largest', 'compact']);
      expect(await dark()).toBe(true);
      expect(await violations(driver)).toEqual([]);
    });

    test.each(PAGES)('%s.html opens with them', async (page) => {
      await driver.extension(`${page}.html`);
      await there('h1');
      expect(await dark()).toBe(true);
      expect(await style('html', 'font-size')).toBe('21.6px');
    });

    test('the popup takes the theme', async () => {
      await driver.extension('popup.html');
      expect(await style('body', 'background-color')).toBe('rgb(29, 32, 36)');
    });
  });

  describe('a page of a day', () => {
    beforeAll(async () => {
      await putRows(driver, { links: LINKS });
      await openJournal(driver, '#/2023-03-13');
      await waitForLinks(driver, 2);
    });

    test('folds a long quote, and unfolds it with a button or to what is found in it', async () => {
      const height = () => driver.eval(() => document.querySelectorAll('blockquote')[1]?.clientHeight ?? 0);
      expect(await count('.folded')).toBe(1);
      const folded = await height();
      expect(await violations(driver)).toEqual([]);
      await driver.click('.unfold');
      await expect.poll(height).toBeGreaterThan(folded + 200);
      expect(await driver.eval(() => document.querySelector('.unfold')?.getAttribute('aria-expanded'))).toBe('true');
      await driver.click('.unfold');
      await expect.poll(height).toBe(folded);
      await driver.eval(() => document.querySelector('.folded')?.scrollTo(0, 500));
      await expect.poll(height).toBeGreaterThan(folded + 200);
      await driver.click('.unfold');
      await expect.poll(height).toBe(folded);
    });

    test('has its menu under the button', async () => {
      await driver.click('[popovertarget=export-menu]');
      const gaps = () =>
        driver.eval(() => {
          const button = document.querySelector('[popovertarget=export-menu]')?.getBoundingClientRect();
          const menu = document.querySelector('#export-menu:popover-open')?.getBoundingClientRect();
          if (!menu || !button) return [];
          const aside = Math.min(...(['left', 'right'] as const).map((edge) => Math.abs(menu[edge] - button[edge])));
          return [Math.round(menu.top - button.bottom), Math.round(aside)];
        });
      await expect.poll(gaps).toEqual([6, 0]);
      await driver.press('Escape');
    });

    test('is printed whole, light and without chrome, the addresses as notes at its end', async () => {
      await driver.look({ print: true, width: 700 });
      await there('.addresses li');
      const seen = (selector: string) =>
        driver.eval(
          (all) => [...document.querySelectorAll(all)].filter((one) => one.checkVisibility()).length,
          selector,
        );
      expect(await seen('.top, aside, .acts, .daynav, .unfold, .toast')).toBe(0);
      expect(await seen('h1, article')).toBe(3);
      expect(await style('h1', 'color')).toBe('rgb(0, 0, 0)');
      expect(await style('.folded', 'max-height')).toBe('none');
      expect(await style('.card', 'content-visibility')).toBe('visible');
      const texts = (selector: string) =>
        driver.eval((all) => [...document.querySelectorAll(all)].map((one) => one.textContent), selector);
      expect(await texts('.addresses li')).toEqual(['https://example.org/one', 'https://example.org/two']);
      const numbers = await driver.eval(() =>
        [...document.querySelectorAll<HTMLElement>('[data-note]')].map(
          (one) => `${one.textContent} ${one.dataset.note}`,
        ),
      );
      expect(numbers).toEqual(['One 1', 'there 2', 'Two 2']);
      const drawing = () =>
        driver.eval(() => {
          const pre = document.querySelector('pre');
          return pre && [getComputedStyle(pre).whiteSpaceCollapse, pre.scrollWidth <= pre.clientWidth];
        });
      expect(await drawing()).toEqual(['preserve', true]);
      expect(await style('pre', 'text-wrap-mode')).toBe('nowrap');
      await driver.look({ print: false });
      await until(async () => (await count('.addresses')) === 0, 'the notes to go');
    });
  });
});
