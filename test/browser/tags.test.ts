import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { fileOf } from './files';
import { importFile, openJournal, storedDrafts, waitForLinks } from './journal-page';
import { chips, draftHolds, openPopup, saveByKeys } from './popup-page';
import { openSettings, startWith, storedStartTags } from './settings-page';
import { type Site, serve } from './site';

const PAGE = '<!doctype html><title>A page</title><p id="text">Words.</p>';

/** A bookmark file as many programs write it, with a tag of two words. */
const BOOKMARKS = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
<DT><A HREF="https://example.org/1" ADD_DATE="1678693265" TAGS="Europe,to read">One</A>
<DT><A HREF="https://example.org/2" ADD_DATE="1678693266" TAGS="europe,#python">Two</A>
<DT><A HREF="https://example.org/3" ADD_DATE="1678693267" TAGS="to read">Three</A>
</DL><p>`;

inBothBrowsers('tags', (browser) => {
  let driver: Driver;
  let site: Site;
  const listed = () =>
    driver.popup.eval(() => [...document.querySelectorAll('[role=option]')].map((one) => one.firstChild?.textContent));

  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ pages: { first: PAGE, second: PAGE, third: PAGE, command: PAGE, near: PAGE } });
    await openJournal(driver);
  });
  afterAll(() => site.close());

  describe('of an imported file', () => {
    test('with spaces become one word each, and the report says so', async () => {
      const said = await importFile(driver, fileOf('bookmarks.html', BOOKMARKS));
      expect(said).toContain('3 links added.');
      expect(said).toContain(
        '2 tags rewritten, since a tag has no spaces or commas, and no # or - at its front: ' +
          'to read → to-read, #python → python.',
      );
    });

    test('have one spelling, the first; their page is found by any', async () => {
      await openJournal(driver, '#/tag/%C3%89UROPE');
      expect((await waitForLinks(driver, 2)).map((one) => one.tags)).toEqual([
        ['Europe', 'python'],
        ['Europe', 'to-read'],
      ]);
      expect(await driver.text('h1')).toBe('Europe');
    });
  });

  describe('that new links start with', () => {
    test('stand in the popup as chips, make no draft, and are saved', async () => {
      await openSettings(driver);
      await startWith(driver, 'these');
      await until(() => driver.eval(() => document.querySelector('#start-tags') !== null), 'the field for them');
      await driver.type('#start-tags', 'press europe ');
      await expect.poll(() => storedStartTags(driver)).toEqual(['press', 'Europe']);
      await driver.goto(`${site.url}first`);
      await openPopup(driver);
      await expect.poll(() => chips(driver)).toEqual(['press', 'Europe']);
      await driver.popup.close();
      await openPopup(driver);
      await expect.poll(() => chips(driver)).toEqual(['press', 'Europe']);
      expect(await storedDrafts(driver.popup)).toEqual([]);
      await driver.popup.type('#tags', 'éUROPE own ');
      await expect.poll(() => chips(driver)).toEqual(['press', 'Europe', 'own']);
      await saveByKeys(driver);
      await openJournal(driver);
      expect((await waitForLinks(driver, 1))[0]?.tags).toEqual(['press', 'Europe', 'own']);
    });

    test('stay away once they were removed, also in the draft', async () => {
      await driver.goto(`${site.url}second`);
      await openPopup(driver);
      await expect.poll(() => chips(driver)).toEqual(['press', 'Europe']);
      await driver.popup.click('[aria-label="Remove tag press"]');
      await expect.poll(() => chips(driver)).toEqual(['Europe']);
      await draftHolds(driver, '"tags":["Europe"]');
      await driver.popup.close();
      await openPopup(driver);
      await until(() => driver.popup.eval(() => document.querySelector('#draft') !== null), 'the draft to come back');
      await expect.poll(() => chips(driver)).toEqual(['Europe']);
      await saveByKeys(driver);
    });

    test('are not for a page that is known', async () => {
      await openPopup(driver);
      await until(() => driver.popup.eval(() => document.querySelector('#known') !== null), 'the page to be known');
      expect(await chips(driver)).toEqual(['Europe']);
      await driver.popup.close();
    });

    test('can be those of the link saved last, also without the popup', async () => {
      await openSettings(driver);
      await startWith(driver, 'last');
      await driver.goto(`${site.url}command`);
      await driver.command('save-now');
      await until(async () => (await driver.badge()) === '✓', 'the badge to say it is saved');
      await openJournal(driver);
      const links = await waitForLinks(driver, 3);
      expect(links.find((one) => one.href?.endsWith('command'))?.tags).toEqual(['Europe']);
      await driver.click('.tools .add');
      const inForm = () =>
        driver.eval(() => [...document.querySelectorAll('.card-form .chip')].map((one) => one.firstChild?.textContent));
      await expect.poll(inForm).toEqual(['Europe']);
      await driver.press('Escape');
    });
  });

  test('of the same site are suggested first, and those that go with the chosen one', async () => {
    await openSettings(driver);
    await startWith(driver, 'none');
    await driver.goto(`${site.url}near`);
    await openPopup(driver);
    const openList = async () => {
      await driver.popup.press('ArrowDown');
      return (await listed()).length > 0;
    };
    await until(openList, 'the journal to tell its tags');
    // All three links of this site have Europe, one of them the others; to-read has more uses than either.
    await expect.poll(async () => (await listed()).slice(0, 3)).toEqual(['Europe', 'own', 'press']);
    await driver.popup.type('#tags', 'PYTHON ');
    await expect.poll(() => chips(driver)).toEqual(['python']);
    await driver.goto(`${site.other}near`);
    await driver.popup.close();
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
