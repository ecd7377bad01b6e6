import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations, violationsInBothThemes } from './axe';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { addByHand, clickInCard, openJournal, waitForLinks } from './journal-page';
import { openPopup, select } from './popup-page';
import { aServer, deleteRow, fillServerForm, openServerSettings, pressIn, putRow, serverNews } from './server-page';
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

  test('on a day, with a form and a message', async () => {
    await openJournal(driver);
    await waitForLinks(driver, 1);
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await clickInCard(driver, 'A link', 'Edit');
    await until(() => driver.eval(() => document.querySelector('.card-form') !== null), 'the form');
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await driver.press('Escape');
    await waitForLinks(driver, 1);
    await clickInCard(driver, 'A link', 'Delete');
    await until(() => driver.eval(() => document.querySelector('.toast') !== null), 'the message');
    expect(await violationsInBothThemes(driver)).toEqual([]);
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

  test('on the page that saves several tabs', async () => {
    await driver.look({ dark: false });
    await driver.goto(site.url);
    await driver.menu('save-tabs');
    const opened = () => driver.tabs().then((all) => all.find((url) => url.includes('tabs.html?')));
    await driver.goto(await until(opened, 'the page'));
    await until(() => driver.eval(() => document.querySelector('section button') !== null), 'the question');
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await driver.click('section button');
    await until(() => driver.eval(() => document.querySelector('.tab-list li') !== null), 'the list');
    expect(await violationsInBothThemes(driver)).toEqual([]);
  });

  test('on the settings', async () => {
    await driver.extension('settings.html');
    await until(() => driver.eval(() => document.querySelector('dd') !== null), 'the settings');
    await until(() => driver.eval(() => document.querySelector('.tag-list li') !== null), 'the tags');
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await driver.click('[data-tag=one] .rename');
    await until(() => driver.eval(() => document.querySelector('.tag-list form') !== null), 'the field for its name');
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await driver.type('.tag-list input', 'first');
    await driver.press('Enter');
    await until(() => driver.eval(() => document.querySelector('.tag-news button') !== null), 'the way back');
    expect(await violationsInBothThemes(driver)).toEqual([]);
  });

  test('on the settings of a server', async () => {
    await driver.extension('daily.html');
    await deleteRow(driver, 'server', 'server');
    await openServerSettings(driver);
    await fillServerForm(driver, { address: 'http://example.org', secret: 'a secret' });
    await driver.click('#server [type=submit]');
    await until(async () => (await serverNews(driver)) !== '', 'what is lacking');
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await putRow(driver, 'server', aServer('https://example.org/links'));
    await putRow(driver, 'queue', { id: 'a', what: 'send', state: 'waiting', at: 1, tries: 0 });
    await openServerSettings(driver);
    await until(
      async () => (await driver.text('#server')).includes('no longer lets this extension reach'),
      'the missing permission',
    );
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await pressIn(driver, '#server', 'Remove');
    await until(() => driver.eval(() => document.querySelector('.question') !== null), 'the question');
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await pressIn(driver, '#server', 'Cancel');
    await pressIn(driver, '#server', 'Change…');
    await until(() => driver.eval(() => document.querySelector('#server-secret') !== null), 'the form');
    expect(await violationsInBothThemes(driver)).toEqual([]);
  });
});
