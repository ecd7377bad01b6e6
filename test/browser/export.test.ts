import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DayNote } from '../../src/core/day-note';
import type { Link } from '../../src/core/link';
import { link, quote } from '../fixtures/links';
import { violationsInBothThemes } from './axe';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { fileOf, temporaryFolder } from './files';
import { chooseFile, chooseFormat, exportLinks, importFile, openExport, openJournal } from './journal-page';
import { putRows, rowsOf } from './server-rows';

const LINKS = [
  link({
    id: '00lf6q0a0000000001',
    url: 'https://example.org/verse',
    title: 'Verse',
    site: 'A site',
    quotes: [quote({ text: '  indented\nverse', anchor: ':~:text=indented' })],
    tags: ['Verse'],
    offset: 0,
  }),
  link({ id: '00lf6q0a0000000002', url: 'https://example.org/secret', title: 'Secret', private: true }),
];
const NOTE: DayNote = { day: '2023-03-13', text: 'A good day.', changedAt: 1_678_700_000 };

inBothBrowsers('an export', (browser) => {
  let driver: Driver;
  const folder = temporaryFolder();
  beforeAll(async () => {
    driver = await browser.driver();
  });
  afterAll(() => folder.remove());

  test('of a journal that is there', async () => {
    await openJournal(driver);
    const bin = [{ id: 'gone000000000', key: 'https://example.org/gone', deletedAt: Math.floor(Date.now() / 1000) }];
    const binned = bin.map((row) => ({ ...row, link: link({ id: row.id, url: row.key, title: 'Gone' }) }));
    await importFile(
      driver,
      fileOf('links.json', JSON.stringify({ format: 'daily-shaarli', version: 1, exported: '', links: LINKS })),
    );
    await putRows(driver, { dayNotes: [NOTE], bin: binned, settings: [{ name: 'dayStart', value: 60 }] });
  });

  const losses = () =>
    driver.eval(() => [...document.querySelectorAll<HTMLElement>('.losses li')].map((one) => one.innerText));
  const report = () => driver.text('.losses');

  test('says first how many links it is about, and what such a file cannot hold', async () => {
    await openJournal(driver, '#/2023-03-13');
    await openExport(driver, 'all');
    await chooseFormat(driver, 'Bookmarks (HTML)');
    expect(await report()).toContain('2 links. 1 private link among those asked for.');
    expect(await losses()).toEqual(
      expect.arrayContaining([
        '1 name of a site apart from the title',
        'the place of 1 quote on its page',
        '1 note on a day',
        '1 link in the bin',
        '1 setting',
      ]),
    );
    expect(await report()).toContain('A Shaarli that imports it puts 1 tag into lower case.');
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await chooseFormat(driver, 'Daily Shaarli (JSON)');
    expect(await report()).toContain('Nothing is lost.');
    await driver.press('Escape');
    await until(() => driver.eval(() => document.querySelector('dialog[open]') === null), 'the dialog to close');
  });

  test('leaves private links out where they are not to go, and what is beside the links', async () => {
    await openExport(driver, 'all');
    await chooseFormat(driver, 'Daily Shaarli (JSON)');
    await driver.click('form.publish .box input');
    await until(async () => (await report()).includes('1 link. 1 private link among those asked for.'), 'the count');
    const file = await driver.download(folder.path, () => driver.click('form.publish [type=submit]'));
    const { links, dayNotes, bin } = JSON.parse(readFileSync(file, 'utf8'));
    expect(links.map(({ title }: Link) => title)).toEqual(['Verse']);
    expect([dayNotes, bin]).toEqual([undefined, undefined]);
  });

  test.each([
    ['Pinboard (JSON)', /^daily-shaarli-2023-03-13\.json$/, '"href":"https://example.org/verse"'],
    ['Raindrop (CSV)', /^daily-shaarli-2023-03-13\.csv$/, 'https://example.org/verse'],
    ['Markdown (one text)', /^daily-shaarli-2023-03-13\.md$/, '## [Verse @ A site](<https://example.org/verse>)'],
    ['Markdown (a text a day', /^daily-shaarli-2023-03-13\.zip$/, '2023-03-13.md'],
  ])('of a day as %s', async (format, name, holds) => {
    await openJournal(driver, '#/2023-03-13');
    const file = await exportLinks(driver, folder.path, format);
    expect(path.basename(file)).toMatch(name);
    expect(readFileSync(file, 'latin1')).toContain(holds);
  });

  test('of everything is a backup: an empty journal gets all of it back', async () => {
    await openJournal(driver);
    const tables = ['links', 'bin', 'dayNotes', 'settings'] as const;
    const all = async () => Promise.all(tables.map((table) => rowsOf(driver, table)));
    const before = await all();
    const file = await exportLinks(driver, folder.path, 'Daily Shaarli (JSON)', 'all');
    expect(await driver.errors()).toEqual([]);
    await driver.renew();
    await openJournal(driver);
    await chooseFile(driver, file);
    expect(await driver.text('.fates')).toMatch(/2 new links\s*1 note on a day\s*1 link in the bin\s*1 setting/);
    expect(await importFile(driver, file)).toContain(
      '2 links added. Also 1 note on a day, 1 link in the bin, 1 setting.',
    );
    expect(await all()).toEqual(before);
  });

  test('no error was left uncaught', async () => expect(await driver.errors()).toEqual([]));
});
