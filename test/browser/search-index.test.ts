import { beforeAll, expect, test } from 'vitest';
import { type CountRow, recentChanges } from '../../src/storage/count-rows';
import type { Unindexed, Volume } from '../../src/storage/volume';
import { corpusLink } from '../bench/corpus';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { fileOf } from './files';
import { addByHand, importFile, openJournal, shownLinks } from './journal-page';
import { rowsOf } from './server-rows';

const SIZE = 320;
const LINKS = Array.from({ length: SIZE }, (_, number) => corpusLink(number, SIZE));
const SOME = LINKS[100] ?? corpusLink(0, 1);

inBothBrowsers('the index of what is searched', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await browser.driver();
  });

  async function titles(query: string): Promise<string[]> {
    await driver.eval((of) => {
      location.hash = `#/search?${new URLSearchParams({ q: of })}`;
    }, query);
    await until(() => driver.eval((of) => document.querySelector('main')?.dataset.found === of, query), query);
    return (await shownLinks(driver)).map(({ title }) => title);
  }

  test('is made by the daily page when it has nothing else to do', async () => {
    await openJournal(driver);
    const file = { format: 'daily-shaarli', version: 1, exported: '2023-12-01T00:00:00Z', links: LINKS };
    expect(await importFile(driver, fileOf('journal.json', JSON.stringify(file)))).toContain(`${SIZE} links added.`);
    await until(async () => (await rowsOf<Volume>(driver, 'volumes')).length > 0, 'an index', 30_000);
    await until(async () => (await rowsOf<Unindexed>(driver, 'unindexed')).length === 0, 'all to be in it', 30_000);
  });

  test('finds words, beginnings, phrases, tags, sites and days', async () => {
    const longest = SOME.title.split(/[\s,]+/).toSorted((a, b) => b.length - a.length)[0] ?? '';
    for (const query of [
      longest,
      longest.slice(0, -1),
      `"${SOME.title}"`,
      `#${SOME.tags[0]} ${longest}`,
      `site:${new URL(SOME.url).hostname} ${longest}`,
      `on:${SOME.days[0]}`,
    ])
      expect([query, await titles(query)]).toEqual([query, expect.arrayContaining([SOME.title])]);
  });

  test('leaves what was saved since to be looked at', async () => {
    await openJournal(driver);
    await addByHand(driver, { title: 'A stork', url: 'https://example.org/stork', note: 'Élan' });
    expect(await titles('elan')).toEqual(['A stork']);
    const recent = recentChanges(await rowsOf<CountRow>(driver, 'counts'));
    expect(recent.flatMap(({ ids }) => ids)).toHaveLength(1);
  });
});
