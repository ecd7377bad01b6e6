import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { addByHand, clickInCard, openJournal, waitForLinks } from './journal-page';
import { openPopup, select } from './popup-page';
import { type Site, serve } from './site';

const PAGE = '<!doctype html><title>A poem</title><h1>Another title</h1><p id="verse">Roses are red.</p>';

inBothBrowsers('axe finds nothing', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ pages: { '': PAGE } });
    await openJournal(driver);
    await addByHand(driver, {
      title: 'A link',
      url: 'https://example.org/',
      quote: '# Heading\n\n```\n  wide   diagram\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n> quoted',
      note: 'See https://example.org/.',
      tags: 'one two',
    });
  });
  afterAll(() => site.close());

  test.each([false, true])('on a day, with a form and a message (dark: %s)', async (dark) => {
    await driver.look({ dark });
    await openJournal(driver);
    await waitForLinks(driver, 1);
    expect(await violations(driver)).toEqual([]);
    await clickInCard(driver, 'A link', 'Edit');
    await until(() => driver.eval(() => document.querySelector('.card-form') !== null), 'the form');
    expect(await violations(driver)).toEqual([]);
    await driver.press('Escape');
    await waitForLinks(driver, 1);
    await clickInCard(driver, 'A link', 'Delete');
    await until(() => driver.eval(() => document.querySelector('.toast') !== null), 'the message');
    expect(await violations(driver)).toEqual([]);
    await driver.click('.toast button');
    await waitForLinks(driver, 1);
  });

  test.each([false, true])('in the popup and its list (dark: %s)', async (dark) => {
    await driver.look({ dark });
    await driver.goto(`${site.url}?dark=${dark}`);
    await select(driver, '#verse');
    await openPopup(driver);
    await until(() => driver.popup.eval(() => document.querySelector('.other-titles') !== null), 'the other titles');
    await driver.popup.type('#tags', 'o');
    await until(() => driver.popup.eval(() => document.querySelector('[role=option]') !== null), 'the list');
    await driver.popup.press('ArrowDown');
    expect(await violations(driver.popup)).toEqual([]);
    await driver.popup.close();
  });

  test('on the settings', async () => {
    await driver.extension('settings.html');
    await until(() => driver.eval(() => document.querySelector('dd') !== null), 'the settings');
    expect(await violations(driver)).toEqual([]);
  });
});
