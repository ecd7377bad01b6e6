import { expect, test, vi } from 'vitest';
import type { Journal } from '../../../src/storage/database';
import { takeFetched } from '../../../src/storage/fetch-take';
import { undoFetch } from '../../../src/storage/fetch-undo';
import { beginFetch, keepRead, takeUpFetch } from '../../../src/storage/fetched';
import { importLinks } from '../../../src/storage/import';
import { type IndexSizes, indexLinks } from '../../../src/storage/indexing';
import { editLink } from '../../../src/storage/links';
import { searchLinks } from '../../../src/storage/search';
import { indexedAfter } from '../../../src/storage/volume';
import { corpusLink } from '../../bench/corpus';
import { clock, emptyJournal, forgetWaiting, waitingIds } from './journal';
import { expected, found } from './search-journals';

const SIZES: IndexSizes = {
  fewest: 10,
  fewestWaiting: 5,
  mostWaiting: 50,
  smallest: 700,
  largest: 2000,
  atOnce: 100,
};
const now = clock('2023-04-10T10:00:00Z');
const atOnce = async () => {};

async function journalOf(size: number): Promise<Journal> {
  const db = emptyJournal();
  await importLinks(
    Array.from({ length: size }, (_, number) => corpusLink(number, size)),
    db,
  );
  await indexLinks(atOnce, db, SIZES);
  return db;
}

/** How often a link is read while something is done. */
async function linksRead(act: () => Promise<unknown>): Promise<number> {
  const get = vi.spyOn(IDBObjectStore.prototype, 'get');
  const scan = vi.spyOn(IDBObjectStore.prototype, 'openCursor');
  await act();
  const read = get.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'links').length;
  expect(scan).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  return read;
}

test('of a journal of several volumes a search reads what it shows, and hardly more', async () => {
  const size = 900;
  const db = await journalOf(size);
  expect((await db.volumes.toArray()).length).toBeGreaterThan(1);
  expect(indexedAfter(await db.volumes.toArray())).toBe('');
  const { title, url, days, tags } = corpusLink(150, size);
  const links = await db.links.toArray();
  const word = title.split(/[\s,]+/).toSorted((a, b) => b.length - a.length)[0] ?? '';
  for (const query of [word, `"${title}"`, `site:${new URL(url).hostname}`, `on:${days[0]}`, `#${tags[2]} ${word}`]) {
    const wanted = expected(query, links);
    expect(wanted).toContain(corpusLink(150, size).id);
    expect(await found(query, db)).toEqual(wanted);
    expect(await linksRead(() => found(query, db))).toBeLessThan(wanted.length + 25);
  }
  // The newest of many: no more than the first fifty are read for them.
  expect(expected('tag', links).length).toBe(size);
  expect(await linksRead(() => searchLinks('tag', db).next())).toBe(50);
});

test('a link that is changed while it is taken in is found as it is now', async () => {
  const db = await journalOf(40);
  const links = await db.links.limit(6).toArray();
  const change = (id: string, note: string) => {
    const link = links.find((one) => one.id === id) ?? corpusLink(0, 40);
    return editLink(id, { base: link, form: { ...link, note } }, now, {}, db);
  };
  for (const { id } of links) await change(id, 'before');
  let pauses = 0;
  await indexLinks(
    async () => {
      pauses += 1;
      if (pauses === 1) await change(links[0]?.id ?? '', 'meanwhile');
    },
    db,
    SIZES,
  );
  expect(await waitingIds(db)).toEqual([links[0]?.id]);
  expect(await found('meanwhile', db)).toEqual([links[0]?.id]);
});

test('a search goes on where the index is built anew under it', async () => {
  const db = await journalOf(300);
  const even = Array.from({ length: 150 }, (_, place) => ({ ...corpusLink(2 * place, 300), note: 'even' }));
  await importLinks(even, db);
  await indexLinks(atOnce, db, SIZES);
  const wanted = expected('even', await db.links.toArray());
  const numbers = await db.volumes.toCollection().primaryKeys();
  const between = async () => {
    // So many at once that all is built anew, and newer ones, so that every link gets another number.
    await importLinks(
      Array.from({ length: 101 }, (_, place) => corpusLink(300 + place, 300)),
      db,
    );
    await indexLinks(atOnce, db, SIZES);
  };
  expect(await found('even', db, between)).toEqual(wanted);
  expect(Math.min(...(await db.volumes.toCollection().primaryKeys()))).toBeGreaterThan(Math.max(...numbers));
});

test('an index of another edition is not asked, and built anew', async () => {
  const db = await journalOf(60);
  await db.volumes.toCollection().modify({ edition: 0, terms: 'other' });
  const wanted = expected('tag', await db.links.toArray());
  expect(await found('tag', db)).toEqual(wanted);
  await indexLinks(atOnce, db, SIZES);
  expect(indexedAfter(await db.volumes.toArray())).toBe('');
  expect(await found('tag', db)).toEqual(wanted);
});

test('a small journal has no index, and needs none', async () => {
  const db = emptyJournal();
  await importLinks([corpusLink(1, 9), corpusLink(2, 9)], db);
  await indexLinks(atOnce, db, SIZES);
  expect(await db.volumes.count()).toBe(0);
  expect((await found('tag', db)).length).toBe(2);
});

test('volumes that are given up leave nothing behind', async () => {
  const db = await journalOf(60);
  const stop = async () => {
    throw new Error('closed');
  };
  await importLinks(
    [...Array(9).keys()].map((number) => corpusLink(number + 100, 200)),
    db,
  );
  await expect(indexLinks(stop, db, SIZES)).rejects.toThrow('closed');
  for (let round = 0; round < 5; round++) {
    await importLinks(
      [...Array(9).keys()].map((number) => corpusLink(number + 10 * round, 2000 + round)),
      db,
    );
    await indexLinks(atOnce, db, SIZES);
  }
  const volumes = new Set(await db.volumes.toCollection().primaryKeys());
  for (const table of [db.postings, db.indexed])
    for (const [volume] of await table.toCollection().primaryKeys()) expect(volumes).toContain(volume);
  expect(volumes.size).toBeLessThan(4);
});

test('what a fetch brings, and what its undoing takes away, is noted for searches', async () => {
  const db = emptyJournal();
  const remote = {
    id: 1,
    shorturl: 'short',
    url: 'https://example.org/1',
    title: 'Fetched',
    description: '',
    tags: [],
    private: false,
    created: '2020-01-02T03:04:05+02:00',
    updated: '',
  };
  await beginFetch({ run: 'here', began: 1, total: 1, read: 1 }, db);
  await keepRead({ run: 'here', began: 1, total: 1, read: 1 }, { links: [remote] }, db);
  const fetch = await takeUpFetch('here', db);
  if (!fetch) throw new Error('there is no fetch');
  await takeFetched(fetch, { clock: now }, db);
  const ids = await db.links.toCollection().primaryKeys();
  expect(await waitingIds(db)).toEqual(ids);
  await forgetWaiting(db);
  await undoFetch(db);
  expect(await db.links.count()).toBe(0);
  expect(await waitingIds(db)).toEqual(ids);
});
