import { beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers } from './driver/index';
import { fileOf } from './files';
import { importFile, openJournal, shownLinks, waitForLinks } from './journal-page';
import { listedTags, openSettings, tagNews, typeNewName } from './settings-page';

const BOOKMARKS = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
<DT><A HREF="https://example.org/1" ADD_DATE="1678693265" TAGS="Europe,to-read">One</A>
<DT><A HREF="https://example.org/2" ADD_DATE="1678693266" TAGS="Europe,python">Two</A>
<DT><A HREF="https://example.org/3" ADD_DATE="1678693267" TAGS="to-read">Three</A>
<DT><A HREF="https://example.org/4" ADD_DATE="1671693268" TAGS="Europe,press">Four</A>
</DL><p>`;

inBothBrowsers('the tags in the settings', (browser) => {
  let driver: Driver;
  const focused = () =>
    driver.eval(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
  beforeAll(async () => {
    driver = await browser.driver();
    await openJournal(driver);
  });

  const undo = () => driver.click('.tag-news button');
  const tagsOfDay = async () => {
    await openJournal(driver, '#/2023-03-13');
    return (await waitForLinks(driver, 3)).map((one) => one.tags);
  };

  test('are none at first, which is said', async () => {
    await openSettings(driver);
    expect(await driver.text('main')).toContain('No tags yet.');
  });

  test('are listed with their counts, the most used first, and can be filtered', async () => {
    await openJournal(driver);
    expect(await importFile(driver, fileOf('bookmarks.html', BOOKMARKS))).toContain('4 links added.');
    await openSettings(driver);
    await expect
      .poll(() => listedTags(driver))
      .toEqual(['Europe: 3 links', 'to-read: 2 links', 'press: 1 link', 'python: 1 link']);
    await driver.type('#tag-filter', 'RÉ');
    await expect.poll(() => listedTags(driver)).toEqual(['to-read: 2 links', 'press: 1 link']);
    await driver.press('Control', 'a');
    await driver.press('Delete');
  });

  test('are renamed on every link; a name is cleaned, none is refused', async () => {
    await typeNewName(driver, 'to-read', ' #');
    await expect.poll(() => driver.text('#rename-hint')).toContain('A tag needs a name.');
    await driver.press('Enter');
    await driver.type('[data-tag=to-read] input', 'for later');
    await expect.poll(() => driver.text('#rename-hint')).toContain('It will be written for-later');
    await driver.press('Enter');
    await expect.poll(() => tagNews(driver)).toBe('to-read is now called for-later (2 links).');
    await expect.poll(focused).toBe('Undo');
    expect(await tagsOfDay()).toEqual([['Europe', 'for-later'], ['Europe', 'python'], ['for-later']]);
  });

  test('are renamed to another spelling, and back', async () => {
    await openSettings(driver);
    await typeNewName(driver, 'Europe', 'EUROPE');
    await driver.click('[data-tag=Europe] [type=submit]');
    await expect.poll(() => tagNews(driver)).toBe('Europe is now called EUROPE (3 links).');
    await undo();
    await expect.poll(async () => (await listedTags(driver))[0]).toBe('Europe: 3 links');
    await expect.poll(focused).toBe('Rename Europe');
  });

  test('are united, which is said before; undo tells which link had which', async () => {
    await typeNewName(driver, 'for-later', 'europe');
    await expect
      .poll(() => driver.text('#rename-hint'))
      .toBe('There is a tag Europe already (3 links). Saving makes the two one.');
    await driver.press('Enter');
    await expect.poll(() => tagNews(driver)).toBe('for-later (2 links) is now part of Europe.');
    await expect.poll(() => listedTags(driver)).toContain('Europe: 4 links');
    await undo();
    await expect.poll(() => listedTags(driver)).toContain('for-later: 2 links');
    expect(await tagsOfDay()).toEqual([['Europe', 'for-later'], ['Europe', 'python'], ['for-later']]);
  });

  test('are deleted, and come back; the links stay', async () => {
    await openSettings(driver);
    await driver.click('[aria-label="Delete Europe"]');
    await expect.poll(() => tagNews(driver)).toBe('Tag Europe deleted; its links stay (3 links).');
    await expect.poll(focused).toBe('Undo');
    await driver.click('[aria-label="Delete for-later"]');
    await expect.poll(() => tagNews(driver)).toContain('Tag for-later deleted');
    await undo();
    await expect.poll(() => tagNews(driver)).toContain('Tag Europe deleted');
    await undo();
    await expect.poll(() => listedTags(driver)).toContain('Europe: 3 links');
    await expect.poll(() => driver.text('.toast-area')).toContain('Tag Europe is back (3 links).');
    expect(await tagsOfDay()).toEqual([['Europe', 'for-later'], ['Europe', 'python'], ['for-later']]);
  });

  test('Escape and Cancel leave a name as it is, and give the focus back', async () => {
    await openSettings(driver);
    await typeNewName(driver, 'python', 'snake');
    await driver.press('Escape');
    await expect.poll(focused).toBe('Rename python');
    await typeNewName(driver, 'python', 'snake');
    await driver.click('[data-tag=python] [type=button]');
    await expect.poll(focused).toBe('Rename python');
    expect(await listedTags(driver)).toContain('python: 1 link');
  });

  test('lead to their links', async () => {
    await driver.click('[data-tag=python] a');
    await expect.poll(async () => (await shownLinks(driver)).map((one) => one.title)).toEqual(['Two']);
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
