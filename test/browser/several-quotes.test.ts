import { afterAll, beforeAll, expect, test } from 'vitest';
import { link, quote } from '../fixtures/links';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { fileOf } from './files';
import { importFile, openJournal, waitForLinks } from './journal-page';
import { draftHolds, fieldHolds, openPopup, saveByKeys, select } from './popup-page';
import { type Site, serve } from './site';

const PAGE = '<!doctype html><title>A poem</title><p id="verse">Roses are red.</p><p id="other">Violets are blue.</p>';

inBothBrowsers('several passages of a page', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ pages: { poem: PAGE, many: PAGE } });
  });
  afterAll(() => site.close());

  const anchors = () =>
    driver.eval(() => [...document.querySelectorAll<HTMLAnchorElement>('.at-quote a')].map((one) => one.hash));

  test('the anchor of a passage comes back with its draft, though nothing is selected any more', async () => {
    await driver.goto(`${site.url}poem`);
    await select(driver, '#verse');
    await openPopup(driver);
    await fieldHolds(driver, 'quote', 'Roses are red.');
    await driver.popup.type('#note', 'Later.');
    await draftHolds(driver, 'Later.');
    await driver.popup.close();
    await driver.goto(`${site.url}poem`);
    await openPopup(driver);
    await fieldHolds(driver, 'quote', 'Roses are red.');
    await driver.popup.type('#quote', ' (Not all.)');
    await fieldHolds(driver, 'quote', 'Roses are red. (Not all.)');
    await saveByKeys(driver);
    await openJournal(driver);
    await waitForLinks(driver, 1);
    expect(await anchors()).toEqual(['#:~:text=Roses%20are%20red.']);
  });

  test('thirty earlier quotes, some long, are folded; unfolded they leave the new one and Save in sight', async () => {
    const quotes = Array.from({ length: 30 }, (_, place) =>
      quote({
        text: `Quote ${place}. ${'And so on, and on. '.repeat(place % 3 ? 1 : 200)}`,
        at: 1_678_693_265 + place,
      }),
    );
    const { key: _key, ...many } = link({ url: `${site.url}many`, quotes });
    const file = { format: 'daily-shaarli', version: 1, exported: '', links: [many] };
    await openJournal(driver);
    expect(await importFile(driver, fileOf('many.json', JSON.stringify(file)))).toContain('1 link added.');
    await driver.goto(`${site.url}many`);
    await select(driver, '#other');
    await openPopup(driver);
    await until(() => driver.popup.eval(() => document.querySelector('.earlier') !== null), 'the earlier quotes');
    await fieldHolds(driver, 'quote', 'Violets are blue.');
    expect(await driver.popup.text('.earlier summary')).toBe('30 earlier quotes');
    await driver.popup.eval(() => document.querySelector<HTMLElement>('.earlier summary')?.focus());
    await driver.popup.press('Enter');
    const inSight = () => {
      const shown = document.querySelector('.earlier')?.hasAttribute('open');
      return ['.earlier textarea', '#quote', '.primary'].every((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return shown && box && box.height > 0 && box.top >= 0 && box.top < innerHeight;
      });
    };
    await until(() => driver.popup.eval(inSight), 'old and new quotes and Save in sight');
    const names = await driver.popup.eval(() =>
      [...document.querySelectorAll('.earlier fieldset')].map((one) => one.getAttribute('aria-label')),
    );
    expect(names.slice(0, 2)).toEqual(['Quote 0. And so on, and on. And…', 'Quote 1. And so on, and on.']);
    await saveByKeys(driver);
    await openJournal(driver);
    await until(async () => (await anchors()).includes('#:~:text=Violets%20are%20blue.'), 'the new quote of today');
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
