import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal, waitForLinks } from './journal-page';
import { fieldHolds, openPopup, select } from './popup-page';
import { type Site, serve } from './site';

/** Selects its text, and says so to the page around it. */
const INNER = `<!doctype html><title>Inner</title><p style="margin: 0; font-size: 40px">*Words* of<br>a frame.</p><script>
getSelection().selectAllChildren(document.querySelector('p'));
parent.postMessage('selected', '*');
</script>`;
const TOP = `<!doctype html><title>Outer</title><p id="text">Words of the page.</p><script>
addEventListener('message', () => {
  document.body.dataset.selected = 'yes';
  if (parent !== self) parent.postMessage('selected', '*');
});
</script>`;
const frame = (src: string) => `<iframe src="${src}" width="400" height="120"></iframe>`;

inBothBrowsers('a selection in a frame', (browser) => {
  let driver: Driver;
  let site: Site;
  const pages: Record<string, string> = { inner: INNER };
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ pages });
    pages.same = TOP + frame('inner');
    pages.other = TOP + frame(`${site.other}inner`);
    pages.nested = TOP + frame('other');
  });
  afterAll(() => site.close());

  const hint = () => driver.popup.eval(() => document.querySelector('#out-of-reach')?.textContent ?? '');
  const isSelected = () => driver.eval(() => document.body.dataset.selected === 'yes');

  /** Loads a page and waits for the selection in its innermost frame. */
  async function load(path: string): Promise<void> {
    await driver.goto(site.url + path);
    await until(isSelected, 'the text in the frame to be selected');
  }

  const goIntoFrame = () =>
    driver.eval(() => {
      for (let frame = document.querySelector('iframe'); frame; ) {
        frame.focus();
        frame = frame.contentDocument?.querySelector('iframe') ?? null;
      }
    });

  test('of the same origin is the quote, until the reader goes back to the page', async () => {
    await load('same');
    await select(driver, '#text');
    await goIntoFrame();
    await openPopup(driver);
    await fieldHolds(driver, 'quote', '\\*Words\\* of\na frame.');
    await driver.popup.close();
    await driver.click('#text');
    await select(driver, '#text');
    await openPopup(driver);
    await fieldHolds(driver, 'quote', 'Words of the page.');
    expect(await hint()).toBe('');
  });

  test.each(['other', 'nested'])('of another origin is said to be out of reach (%s)', async (path) => {
    await load(path);
    await goIntoFrame();
    await openPopup(driver);
    await expect.poll(hint).toMatch(/^A passage in a part of the page that belongs to another site cannot be read/);
    await fieldHolds(driver, 'quote', '');
    await driver.popup.type('#quote', 'pasted');
    await expect.poll(hint).toBe('');
  });

  test('of another origin is saved by the menu, in the browser’s own words', async () => {
    await load('other');
    await goIntoFrame();
    await until(async () => (await driver.badge()) === '', 'no badge');
    await driver.menu('add-quote', 'iframe');
    await until(async () => (await driver.badge()) === '✓', 'the badge to say it is saved');
    await openJournal(driver);
    const [link] = await waitForLinks(driver, 1);
    expect(link?.title).toBe('Outer');
    expect(link?.quotes.map((quote) => quote.replace(/\s+/g, ' '))).toEqual(['*Words* of a frame.']);
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
