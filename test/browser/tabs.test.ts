import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal, waitForLinks } from './journal-page';
import { openPopup } from './popup-page';
import { type Site, serve } from './site';

/** What the pages of the extension know of the browser, as far as these tests ask for it; Firefox has this name for it too. */
interface Extension {
  tabs: {
    create(tab: { url: string; active: boolean }): Promise<{ id: number }>;
    remove(ids: number[]): Promise<void>;
    highlight(which: { tabs: number[] }): Promise<unknown>;
    query(which: object): Promise<{ id: number; windowId: number; status: string; active: boolean }[]>;
  };
  permissions: { contains(what: object): Promise<boolean> };
}
declare const chrome: Extension;

const page = (title: string) => `<!doctype html><title>${title}</title><p>${title}</p>`;

inBothBrowsers('saving several tabs', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({
      pages: Object.fromEntries(['one', 'two', 'three', 'four'].map((name) => [name, page(name)])),
    });
  });
  afterAll(() => site.close());

  /** Closes the other tabs and opens these beside the main one. */
  async function openBeside(...urls: string[]): Promise<void> {
    await driver.extension('settings.html');
    await driver.eval(async (wanted) => {
      const { tabs } = chrome;
      const others = await tabs.query({ active: false, currentWindow: true });
      await tabs.remove(others.map(({ id }) => id));
      for (const url of wanted) await tabs.create({ url, active: false });
    }, urls);
    const loaded = () => driver.eval(async () => (await chrome.tabs.query({ status: 'loading' })).length === 0);
    await until(loaded, 'the tabs to be loaded');
  }

  /** Does what opens the page, and goes to it in the main tab. */
  async function openPage(open: () => Promise<void>): Promise<void> {
    await open();
    const opened = () => driver.tabs().then((all) => all.find((url) => url.includes('tabs.html?')));
    await driver.goto(await until(opened, 'the page to be opened'));
    await until(() => driver.eval(() => document.querySelector('button') !== null), 'the question');
  }

  async function list(): Promise<void> {
    await driver.click('section button');
    await until(() => driver.eval(() => document.activeElement?.id === 'tags'), 'the list, and the focus in the tags');
  }

  /** The rows of the list: title, whether chosen, what is remarked. */
  function rows(): Promise<[string, boolean | 'no', string][]> {
    return driver.eval(() =>
      [...document.querySelectorAll('.tab-list li')].map((row) => {
        const box = row.querySelector('input') as HTMLInputElement;
        const remarks = [...row.querySelectorAll('small span')].map((one) => one.textContent).filter(Boolean);
        return [row.querySelector('.title')?.textContent ?? '', box.disabled ? 'no' : box.checked, remarks.join(', ')];
      }),
    );
  }

  async function save(): Promise<string[]> {
    await driver.press('Control', 'Enter');
    await until(() => driver.eval(() => document.activeElement?.matches('.report h2') === true), 'the report');
    return driver.eval(() =>
      [...document.querySelectorAll('.report :is(h2, summary)')].map((one) => one.textContent ?? ''),
    );
  }

  const fromPopup = async () => {
    await openPopup(driver);
    await driver.popup.click('a[href="tabs.html"]');
  };

  test('from the popup: the tabs of the window, listed once it is allowed, saved with one set of tags', async () => {
    await openBeside(`${site.url}two`, `${site.url}two#again`, `${site.url}three`);
    await driver.goto(`${site.url}one`);
    await openPage(fromPopup);
    expect(await driver.text('main')).toContain('nothing leaves your browser');
    await list();
    const host = new URL(site.url).host;
    // The main tab shows this page by now.
    expect((await rows()).filter(([title]) => title !== 'one')).toEqual(
      expect.arrayContaining([
        ['two', true, `${host}/two, open in 2 tabs`],
        ['three', true, `${host}/three`],
      ]),
    );
    expect(await driver.eval(() => chrome.permissions.contains({ permissions: ['tabs'] }))).toBe(false);
    await driver.type('#tags', 'Trip maps');
    expect(await save()).toEqual(['2 pages saved.', 'Which ones', '1 tab was left out.']);
    expect(await driver.text('.report details[open] li')).toContain('a page of the browser or of an extension');
    await openJournal(driver);
    expect(await waitForLinks(driver, 2)).toMatchObject([
      { title: 'two', href: `${site.url}two`, tags: ['Trip', 'maps'], quotes: [] },
      { title: 'three', href: `${site.url}three`, tags: ['Trip', 'maps'], quotes: [] },
    ]);
  });

  test('from the button’s menu: the highlighted ones; known pages gain the tags, and the new ones are taken back', async () => {
    await openBeside(`${site.url}two`, `${site.url}four`, `${site.url}three`, 'about:blank');
    await driver.eval(() => chrome.tabs.highlight({ tabs: [0, 1, 2, 4] }));
    await openPage(() => driver.menu('save-tabs'));
    await list();
    const shown = await rows();
    expect(shown.map(([title, chosen]) => [title, chosen])).toEqual(
      expect.arrayContaining([
        ['two', true],
        ['four', true],
        ['three', false],
      ]),
    );
    expect(shown.filter(([, chosen, remarks]) => chosen === 'no' && remarks === 'an empty tab')).toHaveLength(1);
    const known = async () => (await rows()).find(([title]) => title === 'two')?.[2];
    await expect.poll(known).toMatch(/Saved on .*20\d\d\./);
    await driver.type('#tags', 'later ');
    const report = await save();
    expect(report.slice(0, 3)).toEqual([
      '1 page saved.',
      'Which ones',
      '1 page was here already; your tags were added to it.',
    ]);
    expect(await driver.text('.report')).toContain(' — an empty tab');
    await driver.click('.ways button');
    await until(async () => (await driver.text('.report h2')) === '1 link deleted.', 'the new one to be taken back');
    await openJournal(driver);
    const links = await waitForLinks(driver, 2);
    expect(links.map(({ title, tags }) => [title, tags])).toEqual([
      ['two', ['Trip', 'maps', 'later']],
      ['three', ['Trip', 'maps']],
    ]);
  });

  test('the box for all takes every page, and none', async () => {
    await openBeside(`${site.url}one`, `${site.url}two`, 'about:blank');
    await openPage(() => driver.menu('save-tabs'));
    await list();
    const chosen = async () => (await rows()).map(([, one]) => one).filter((one) => one !== 'no');
    expect(await chosen()).toEqual([true, true]);
    await driver.click('#all');
    await expect.poll(chosen).toEqual([false, false]);
    expect(await driver.eval(() => document.querySelector<HTMLButtonElement>('.primary')?.disabled)).toBe(true);
    await driver.click('.tab-list li input:enabled');
    await expect
      .poll(() => driver.eval(() => document.querySelector<HTMLInputElement>('#all')?.indeterminate))
      .toBe(true);
    await driver.click('#all');
    await expect.poll(chosen).toEqual([true, true]);
    expect(await driver.text('.primary')).toContain('Save 2 pages');
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
