import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { link } from '../fixtures/links';
import { nastyTexts } from '../fixtures/nasty-texts';
import { sampleLinks } from '../unit/publish/samples';
import { violations } from './axe';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { temporaryFolder } from './files';
import { openJournal } from './journal-page';
import { putRows } from './server-rows';
import { serve } from './site';

const golden = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../fixtures/publish', name), 'utf8');

/** The sample day with a note and a private link; a day of texts that programs damage; a day of a private link alone. */
const JOURNAL = {
  links: [
    ...sampleLinks,
    link({ id: 'p', title: 'Secret of a day', url: 'https://example.org/p', private: true, tags: ['secret-tag'] }),
    link({ id: 'q', title: 'Secret day', url: 'https://example.org/q', private: true, days: ['2023-03-20'] }),
    ...nastyTexts.map(({ text, title = 'Nasty', tags = ['nasty'] }, place) =>
      link({
        ...{ id: `n${place}`, url: `https://example.org/${place}`, title, tags },
        ...{ days: ['2023-03-15'], note: text.slice(0, 1000) },
      }),
    ),
  ],
  dayNotes: [{ day: '2023-03-13', text: 'Storks *and* leaks.', changedAt: 1 }],
};

inBothBrowsers('publishing', (browser) => {
  let driver: Driver;
  const folder = temporaryFolder();
  beforeAll(async () => {
    driver = await browser.driver();
    await driver.look({ width: 1200, height: 900 });
    await openJournal(driver);
    await putRows(driver, JOURNAL);
  });
  afterAll(folder.remove);

  const status = () => driver.text('form.publish [role=status]');
  const isOpen = () => driver.eval(() => document.querySelector('form.publish') !== null);

  /** Opens a page and the dialog on it, by its own menu. */
  async function openDialog(hash = '#/2023-03-13'): Promise<void> {
    await openJournal(driver, hash);
    await driver.click('[popovertarget=export-menu]');
    await driver.click('#export-menu > .publish');
    await until(async () => (await status()).includes('link'), 'what there is to be counted');
  }

  /** Chooses what has that label. */
  async function tick(label: string): Promise<void> {
    await driver.eval((wanted) => {
      for (const old of document.querySelectorAll('.clicked-by-test')) old.classList.remove('clicked-by-test');
      const labels = [...document.querySelectorAll('form.publish label')];
      labels.find((one) => one.textContent?.includes(wanted))?.classList.add('clicked-by-test');
    }, label);
    await driver.click('.clicked-by-test');
  }

  async function saved(): Promise<{ name: string; content: Buffer }> {
    const file = await driver.download(folder.path, () => driver.click('form.publish [type=submit]'));
    await until(async () => !(await isOpen()), 'the dialog to close');
    await until(async () => (await driver.text('.toast-area')).includes(path.basename(file)), 'the file to be named');
    return { name: path.basename(file), content: readFileSync(file) };
  }

  test('the dialog tells what is published and what stays out; it can be read and used by everyone', async () => {
    await openDialog();
    expect(await status()).toBe('2 links. 1 private link stays out.');
    const preview = () => driver.eval(() => document.querySelector('form.publish pre')?.textContent ?? '');
    await until(async () => (await preview()).includes('> La cigogne'), 'the preview');
    expect(await preview()).not.toContain('Secret');
    expect(await violations(driver)).toEqual([]);
    await driver.look({ width: 320, height: 560, dark: true });
    const wider = () => {
      const dialog = document.querySelector('dialog');
      return dialog ? dialog.scrollWidth - dialog.clientWidth : -1;
    };
    expect(await driver.eval(wider)).toBe(0);
    expect(await violations(driver)).toEqual([]);
    await driver.look({ width: 1200, height: 900, dark: false });
    await driver.press('Escape');
    await until(async () => !(await isOpen()), 'the dialog to close');
    await expect.poll(() => driver.eval(() => document.activeElement?.textContent)).toBe('Export');
  });

  test.each([
    ['Web page', 'html'],
    ['Markdown', 'md'],
    ['Plain text', 'txt'],
  ])('a day is saved as %s', async (label, extension) => {
    await openDialog();
    await tick(label);
    await tick('Include the note');
    const { name, content } = await saved();
    expect(name).toBe(`daily-2023-03-13.${extension}`);
    const text = content.toString().replace(/<html lang="en-\w+">/, '<html lang="en">');
    expect(text).toBe(golden(`day.${extension}`));
  });

  test('private links come along when they are asked for', async () => {
    await openDialog();
    await tick('Markdown');
    await tick('Include 1 private link');
    await until(async () => (await status()) === '3 links.', 'all three to be counted');
    expect((await saved()).content.toString()).toContain('Secret of a day');
  });

  test('links that are selected are published by themselves, and stay selected', async () => {
    await openJournal(driver, '#/2023-03-13');
    await driver.click('.tools .select');
    await driver.click('article .box');
    await driver.eval(() => {
      const buttons = [...document.querySelectorAll('.selection-bar button')];
      buttons.find((one) => one.textContent === 'Publish…')?.classList.add('publish-selected');
    });
    await driver.click('.publish-selected');
    await until(async () => (await status()) === '1 link.', 'the one to be counted');
    await driver.press('Escape');
    await until(async () => !(await isOpen()), 'the dialog to close');
    await expect.poll(() => driver.eval(() => document.activeElement?.className)).toBe('publish-selected');
  });

  test('the clipboard holds it formatted and as Markdown', async () => {
    await openDialog();
    await tick('Include the note');
    await driver.click('form.publish footer .quiet:nth-of-type(2)');
    await until(async () => (await driver.text('.toast-area')).includes('Copied.'), 'the page to say it is copied');
    await driver.click('.tools .add');
    await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'a field to paste into');
    await driver.eval(() => {
      document.addEventListener('paste', ({ clipboardData }) => {
        document.documentElement.dataset.html = clipboardData?.getData('text/html') ?? '';
        document.documentElement.dataset.text = clipboardData?.getData('text/plain') ?? '';
      });
    });
    await driver.press('Control', 'v');
    await until(() => driver.eval(() => document.documentElement.dataset.text !== undefined), 'the paste');
    expect(await driver.eval(() => document.documentElement.dataset.text?.replaceAll('\r\n', '\n'))).toBe(
      golden('day.md'),
    );
    const pasted = await driver.eval(() => {
      const page = new DOMParser().parseFromString(document.documentElement.dataset.html ?? '', 'text/html');
      return [page.querySelector('h1')?.textContent, page.querySelectorAll('blockquote').length];
    });
    expect(pasted).toEqual(['March 13, 2023', 2]);
  });

  test('the page is whole by itself, in light and dark', async () => {
    const site = await serve({ pages: { 'day.html': golden('day.html') } });
    await driver.goto(`${site.url}day.html`);
    const paper = () => driver.eval(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    expect(await violations(driver)).toEqual([]);
    await driver.look({ dark: true });
    await expect.poll(paper).not.toBe(light);
    expect(await violations(driver)).toEqual([]);
    await driver.look({ dark: false });
    const loaded = () => driver.eval(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect((await loaded()).filter((name) => !name.endsWith('favicon.ico'))).toEqual([]);
    await site.close();
  });

  test('the whole journal is a site in a zip, without a trace of what is private', async () => {
    await openDialog();
    await tick('The whole journal');
    await until(() => driver.eval(() => document.querySelector('#publish-address') !== null), 'the fields of a site');
    await driver.type('#publish-address', 'no address');
    await driver.click('form.publish [type=submit]');
    await until(async () => (await driver.text('.publish .problem')).includes('no web address'), 'the reason');
    await driver.click('#publish-address');
    await driver.press('Control', 'a');
    await driver.press('Delete');
    await driver.type('#publish-address', 'https://me.example/links');
    const { name, content } = await saved();
    expect(name).toMatch(/^daily-site-\d{4}-\d\d-\d\d\.zip$/);
    const files = Object.fromEntries(Object.entries(unzipSync(content)).map(([at, data]) => [at, strFromU8(data)]));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['index.html', 'days/2023-03-13.html', 'months/2023-03.html', 'tags/video.html']),
    );
    expect(JSON.stringify(files)).not.toMatch(/secret|2023-03-20/i);
    await walk(files);
    expect(await driver.errors()).toEqual([]);
  });

  /** Reads the site as its visitors do: pages, feed, and what a parser makes of hostile texts. */
  async function walk(files: Record<string, string>): Promise<void> {
    const unpacked = path.join(folder.path, 'site');
    for (const [at, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(unpacked, at)), { recursive: true });
      writeFileSync(path.join(unpacked, at), content);
    }
    const site = await serve({ folder: unpacked });
    await driver.goto(`${site.url}index.html`);
    expect(await violations(driver)).toEqual([]);
    await driver.goto(`${site.url}days/2023-03-13.html`);
    expect(await driver.text('h1')).toBe('March 13, 2023');
    expect(await driver.eval(() => getComputedStyle(document.body).maxWidth)).toBe('720px');
    await driver.click('[rel=next]');
    await until(async () => (await driver.text('h1')) === 'March 15, 2023', 'the next day');
    const found = await driver.eval(() => ({
      names: [...new Set([...document.querySelectorAll('main *')].map((one) => one.localName))],
      attributes: [...new Set([...document.querySelectorAll('main *')].flatMap((one) => one.getAttributeNames()))],
      schemes: [...new Set([...document.querySelectorAll('main a')].map((one) => (one as HTMLAnchorElement).protocol))],
      count: document.querySelectorAll('article').length,
    }));
    expect(found.count).toBe(nastyTexts.length);
    expect(found.names.filter((one) => !NAMES.includes(one))).toEqual([]);
    expect(found.attributes.filter((one) => !ATTRIBUTES.includes(one))).toEqual([]);
    expect(found.schemes.sort()).toEqual(['http:', 'https:']);
    const feed = await driver.eval((source) => {
      const atom = new DOMParser().parseFromString(source, 'application/xml');
      const entry = new DOMParser().parseFromString(
        atom.querySelectorAll('content')[1]?.textContent ?? '',
        'text/html',
      );
      return {
        broken: atom.querySelectorAll('parsererror').length,
        titles: [...atom.querySelectorAll('entry > title')].map((one) => one.textContent),
        self: atom.querySelector('link[rel=self]')?.getAttribute('href'),
        quotes: entry.querySelectorAll('blockquote').length,
      };
    }, files['feed.xml'] ?? '');
    const titles = ['March 15, 2023', 'March 13, 2023'];
    expect(feed).toEqual({ broken: 0, titles, self: 'https://me.example/links/feed.xml', quotes: 2 });
    await site.close();
  }
});

const NAMES =
  'article h2 a p span time div ul ol li blockquote pre code em strong del br hr table thead tbody tr th td'.split(' ');
const ATTRIBUTES = 'id lang dir href class datetime aria-label tabindex start align'.split(' ');
