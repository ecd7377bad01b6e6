import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers } from './driver/index';
import { temporaryFolder } from './files';
import { exportLinks, importFile, openJournal, waitForLinks } from './journal-page';
import { fieldHolds, openPopup, saveByKeys, select } from './popup-page';
import { type Site, serve } from './site';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/sample-day');
const fixture = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8').replace(/\n$/, '');

/** One day of somebody's log: a talk with a passage in verse and a remark, and documentation with a nested list and a diagram. */
const PAGES = [
  {
    file: 'video.html',
    markdown: fixture('video.md'),
    note: 'Une passionnante conférence gesticulée, actuellement en tournée !',
  },
  { file: 'docs.html', markdown: fixture('docs.md'), note: '' },
];

inBothBrowsers('the sample day', (browser) => {
  let driver: Driver;
  let site: Site;
  let exported: { html: string; json: string };
  const folder = temporaryFolder();
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ folder: FOLDER });
  });
  afterAll(() => site.close());
  afterAll(folder.remove);

  test('both pages are saved through the popup, their passages as Markdown', async () => {
    for (const { file, markdown, note } of PAGES) {
      await driver.goto(site.url + file);
      await select(driver, '#passage');
      await openPopup(driver);
      await fieldHolds(driver, 'quote', markdown);
      if (note) await driver.popup.type('#note', note);
      await saveByKeys(driver);
    }
  });

  test('the day page shows them as they stood, character for character', async () => {
    await openJournal(driver);
    await waitForLinks(driver, 2);
    expect(await dayAsText(driver)).toBe(fixture('day.txt'));
  });

  test('the exported file holds them line by line', async () => {
    exported = { html: await exportDay(driver, 'HTML'), json: await exportDay(driver, 'JSON') };
    const text = readFileSync(exported.html, 'utf8');
    const quoted = (markdown: string) => markdown.split('\n').map((line) => (line ? `> ${line}` : '>'));
    const lines = text.split('\n');
    // Escaped by the rules of the format where a reader would take it for HTML; nothing in these two pages is.
    for (const { markdown, note } of PAGES) {
      const [first = '', ...rest] = quoted(markdown);
      const start = lines.indexOf(`<DD>${first}`);
      expect(start).toBeGreaterThan(0);
      expect(lines.slice(start + 1, start + 1 + rest.length)).toEqual(rest);
      if (note) expect(lines.slice(start + 1 + rest.length, start + 3 + rest.length)).toEqual(['', note]);
    }
  });

  test.each(['html', 'json'] as const)('an empty profile that imports the %s has the same day', async (kind) => {
    const times = await timesOf(driver);
    expect(times).toHaveLength(2);
    await driver.renew();
    await openJournal(driver);
    expect(await importFile(driver, exported[kind])).toContain('2 links added.');
    await openJournal(driver);
    await waitForLinks(driver, 2);
    expect(await dayAsText(driver)).toBe(fixture('day.txt'));
    expect(await timesOf(driver)).toEqual(times);
  });

  /** Exports the day through the page's own menu. */
  async function exportDay(from: Driver, kind: 'HTML' | 'JSON'): Promise<string> {
    await openJournal(from);
    await waitForLinks(from, 2);
    const file = await exportLinks(from, folder.path, kind);
    expect(path.basename(file)).toMatch(/^daily-shaarli-\d{4}-\d\d-\d\d\.(html|json)$/);
    return file;
  }
});

function timesOf(driver: Driver): Promise<string[]> {
  return driver.eval(() => [...document.querySelectorAll('time')].map((time) => time.dateTime));
}

/** The page's links as somebody would copy them into a text file: title and site, the quotes, the note; lists with their bullets. */
function dayAsText(driver: Driver): Promise<string> {
  return driver.eval(() => {
    const itemText = (item: Element, level: number): string => {
      const own = [...item.childNodes].filter((node) => !/^[UO]L$/.test(node.nodeName)).map((node) => node.textContent);
      return [
        `${'  '.repeat(level)}• ${own.join('').trim()}`,
        ...[...item.children].flatMap((child) => listText(child, level + 1)),
      ].join('\n');
    };
    const listText = (list: Element, level: number): string[] =>
      /^[UO]L$/.test(list.nodeName) ? [...list.children].map((item) => itemText(item, level)) : [];
    const blockText = (block: Element): string =>
      /^[UO]L$/.test(block.nodeName) ? listText(block, 1).join('\n') : (block.textContent ?? '').replace(/\n$/, '');
    const articleText = (article: Element): string => {
      const site = article.querySelector('.site')?.textContent ?? '';
      const title = [article.querySelector('h2')?.textContent, site].filter(Boolean).join(' ');
      const parts = [...article.querySelectorAll(':scope > blockquote, :scope > .note')].flatMap((one) => [
        ...one.children,
      ]);
      return [title, ...parts.map(blockText)].join('\n\n');
    };
    return [...document.querySelectorAll('article')].map(articleText).join('\n\n');
  });
}
