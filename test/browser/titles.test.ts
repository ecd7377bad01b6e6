import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal, waitForLinks } from './journal-page';
import { draftHolds, fieldHolds, openPopup, saveByKeys } from './popup-page';
import { type Site, serve } from './site';

const ARTICLE = `<!doctype html><title>(2) Boats of the north — The Boat</title>
<meta property="og:site_name" content="The Boat"><meta property="og:title" content="Boats, and where they sail - The Boat">
<script type="application/ld+json">{ "@graph": [{ "@type": "Organization", "name": "Boats Ltd" },
{ "@type": "NewsArticle", "author": [{ "name": "Ada Boatwright" }], "comment": { "author": { "name": "Bo" } } }] }</script>
<header><h1><a href="/">The Boat</a></h1></header>
<h1 style="display: none">Menu</h1><h1 style="position: absolute; width: 1px; height: 1px; overflow: hidden">Skip</h1>
<main><h1>The long way north <a href="#h" style="visibility: hidden">¶</a></h1></main>`;

/** One document with two articles, whose description is that of the first for good. */
const APPLICATION = `<!doctype html><title>Trains | Railway Times</title>
<meta property="og:site_name" content="Railway Times"><meta property="og:title" content="Trains, all of them">
<meta property="og:url" content="/application"><meta name="author" content="Thomas Tank"><h1>Trains</h1>
<script>function go(path, title, heading) { history.pushState(null, '', path); document.title = title;
document.querySelector('h1').textContent = heading; }</script>`;

const BARE = '<!doctype html><h1>A page without a title</h1>';
const BROKEN = `<!doctype html><title>Broken</title><script type="application/ld+json">{ not json</script>
<form name="head"><input name="querySelectorAll"><input name="title"></form><h1>Whole</h1>`;

inBothBrowsers('titles', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ pages: { article: ARTICLE, application: APPLICATION, bare: BARE, broken: BROKEN } });
  });
  afterAll(() => site.close());

  test('the tab’s comes first, clean; the others are one key away, and what is typed stays among them', async () => {
    await driver.goto(`${site.url}article`);
    await openPopup(driver);
    await fieldHolds(driver, 'title', 'Boats of the north');
    await until(() => titlesOffered(driver), 'the page’s titles');
    expect(await titlesOffered(driver)).toBe('Other titles (3)');
    await driver.popup.type('#title', '!');
    for (const [key, title] of WALK) {
      await driver.popup.press(key);
      await fieldHolds(driver, 'title', title);
    }
    await expect.poll(() => driver.popup.text('.title-line + [role=status]')).toBe(`Title 5 of 5: ${WALK.at(-1)?.[1]}`);
    expect(await driver.popup.eval(() => document.activeElement?.id)).toBe('title');
    await driver.popup.press('ArrowUp');
    await draftHolds(driver, 'Ada Boatwright: Boats of the north');
    expect(await saveByKeys(driver)).toBe('Saved to today');
    await openJournal(driver);
    expect(await waitForLinks(driver, 1)).toMatchObject([
      { title: 'Ada Boatwright: Boats of the north', site: '@ The Boat' },
    ]);
  });

  test('the stored one is the first where the page is known; the button goes on as the key does', async () => {
    await driver.goto(`${site.url}article`);
    await openPopup(driver);
    await fieldHolds(driver, 'title', 'Ada Boatwright: Boats of the north');
    await until(() => titlesOffered(driver), 'the page’s titles');
    await driver.popup.click('.other-titles');
    await fieldHolds(driver, 'title', 'Boats of the north');
    expect(await driver.popup.text('form')).toContain('Title so far: Ada Boatwright: Boats of the north');
    await saveByKeys(driver);
    await openJournal(driver);
    expect(await waitForLinks(driver, 1)).toMatchObject([{ title: 'Boats of the north' }]);
  });

  test('an application that changes its page is not believed what it said of the one before', async () => {
    await driver.goto(`${site.url}application`);
    await driver.eval(() => {
      const { go } = globalThis as unknown as { go(...texts: string[]): void };
      go('/boats', 'Boats', 'Boats and their people');
    });
    await openPopup(driver);
    await until(() => titlesOffered(driver), 'the page’s titles');
    expect(await titlesOffered(driver)).toBe('Other titles (1)');
    await fieldHolds(driver, 'title', 'Boats');
    await driver.popup.click('.other-titles');
    await fieldHolds(driver, 'title', 'Boats and their people');
    await driver.popup.close();
  });

  test('its first page is believed, whatever fragment it shows', async () => {
    await driver.goto(`${site.url}application`);
    await driver.eval(() => history.pushState(null, '', '#part'));
    await openPopup(driver);
    await until(() => titlesOffered(driver), 'the page’s titles');
    expect(await titlesOffered(driver)).toBe('Other titles (2)');
    await driver.popup.close();
  });

  test('a page without a title is called by its heading', async () => {
    await driver.goto(`${site.url}bare`);
    await openPopup(driver);
    await fieldHolds(driver, 'title', 'A page without a title');
    expect(await titlesOffered(driver)).toBe('');
    await driver.popup.close();
  });

  test('a page that is broken in places still has its heading', async () => {
    await driver.goto(`${site.url}broken`);
    await openPopup(driver);
    await until(() => titlesOffered(driver), 'the page’s titles');
    await driver.popup.type('#title', '');
    await driver.popup.press('ArrowUp');
    await fieldHolds(driver, 'title', 'Whole');
    await driver.popup.close();
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});

/** From a title typed by hand, which is the last, all round and back to it. */
const WALK = [
  ['ArrowDown', 'Boats of the north'],
  ['ArrowDown', 'Boats, and where they sail'],
  ['ArrowDown', 'The long way north'],
  ['ArrowUp', 'Boats, and where they sail'],
  ['ArrowUp', 'Boats of the north'],
  ['ArrowUp', 'Boats of the north!'],
] as const;

/** What the button for other titles says, empty where there is none. */
function titlesOffered(driver: Driver): Promise<string> {
  return driver.popup.eval(() => document.querySelector('.other-titles .visually-hidden')?.textContent ?? '');
}
