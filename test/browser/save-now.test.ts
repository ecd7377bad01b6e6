import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal, waitForLinks } from './journal-page';
import { select } from './popup-page';
import { type Site, serve } from './site';

const PAGE = `<!doctype html><title>A poem | The Site</title><meta property="og:site_name" content="The Site">
<p id="verse">Roses are red,<br>violets are blue.</p>
<p>See <a id="link" href="target?x=1#part">the <b>target</b> page</a>.</p>`;

inBothBrowsers('saving without the popup', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ pages: { command: PAGE, menu: PAGE, whole: PAGE, stopped: PAGE } });
  });
  afterAll(() => site.close());

  /** Does it, and waits for the badge's short answer; one that is still shown must have gone before. */
  async function answered(act: () => Promise<void>): Promise<void> {
    await until(async () => (await driver.badge()) === '', 'the badge to go');
    await act();
    await until(async () => (await driver.badge()) === '✓', 'the badge to say it is saved');
  }

  test('the command saves the page with its selection, and the badge answers', async () => {
    await driver.goto(`${site.url}command`);
    await select(driver, '#verse');
    await answered(() => driver.command('save-now'));
    await openJournal(driver);
    expect(await waitForLinks(driver, 1)).toMatchObject([
      {
        title: 'A poem',
        site: '@ The Site',
        href: `${site.url}command`,
        quotes: ['Roses are red,\nviolets are blue.'],
      },
    ]);
  });

  test('the menu on a selection adds it as a quote that keeps its lines, and the same one but once', async () => {
    for (let times = 0; times < 2; times += 1) {
      await driver.goto(`${site.url}menu`);
      await select(driver, '#verse');
      await answered(() => driver.menu('add-quote', '#verse'));
      await openJournal(driver);
      const links = await waitForLinks(driver, 2);
      expect(links[1]).toMatchObject({ href: `${site.url}menu`, quotes: ['Roses are red,\nviolets are blue.'] });
    }
  });

  test('another selection is one more quote of the page, and the command adds none twice either', async () => {
    for (const selector of ['#link', '#verse']) {
      await driver.goto(`${site.url}menu`);
      await select(driver, selector);
      await answered(() => (selector === '#link' ? driver.menu('add-quote', selector) : driver.command('save-now')));
      await openJournal(driver);
      await expect
        .poll(async () => (await waitForLinks(driver, 2))[1]?.quotes)
        .toEqual(['Roses are red,\nviolets are blue.', 'the target page']);
    }
    // Each leads back to its own place.
    const addresses = await driver.eval(() =>
      [...document.querySelectorAll('article:last-of-type .at-quote a')].map((link) => link.getAttribute('href')),
    );
    expect(addresses).toEqual([
      `${site.url}menu#:~:text=Roses%20are%20red%2C,violets%20are%20blue.`,
      `${site.url}menu#:~:text=the%20target%20page.`,
    ]);
  });

  test('the menu on the page saves it', async () => {
    await driver.goto(`${site.url}whole`);
    await answered(() => driver.menu('save-page', '#verse'));
    await openJournal(driver);
    const links = await waitForLinks(driver, 3);
    expect(links[2]).toMatchObject({ href: `${site.url}whole`, quotes: [] });
  });

  test('the menu on a link saves the link’s target under its text', async () => {
    await driver.goto(`${site.url}menu`);
    await answered(() => driver.menu('save-link', '#link'));
    await openJournal(driver);
    const links = await waitForLinks(driver, 4);
    expect(links[3]).toMatchObject({ href: `${site.url}target?x=1#part`, title: 'the target page', quotes: [] });
  });

  test('a stopped background wakes for it', async () => {
    await driver.goto(`${site.url}stopped`);
    await select(driver, '#verse');
    await answered(async () => {
      await driver.killBackground();
      await driver.command('save-now');
    });
    await openJournal(driver);
    const links = await waitForLinks(driver, 5);
    expect(links[4]).toMatchObject({ href: `${site.url}stopped`, quotes: ['Roses are red,\nviolets are blue.'] });
  });

  test('the other command opens the daily page', async () => {
    await driver.goto(`${site.url}command`);
    await driver.command('open-daily');
    await until(
      async () => (await driver.tabs()).some((url) => url.endsWith('/daily.html')),
      'the daily page in a tab',
    );
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
