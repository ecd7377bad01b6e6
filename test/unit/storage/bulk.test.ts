import { liveQuery } from 'dexie';
import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { BulkChange } from '../../../src/core/bulk-change';
import { emptyBin, readBin, removeForGood, restoreAll, restoreLinks } from '../../../src/storage/bin';
import { type BulkDone, changeLinks, deleteLinks, readChangeable, undoChange } from '../../../src/storage/bulk';
import type { Journal } from '../../../src/storage/database';
import { importLinks } from '../../../src/storage/import';
import { deleteLink, restoreLink } from '../../../src/storage/links';
import { type SoFar, toEnd } from '../../../src/storage/pieces';
import { writeServer } from '../../../src/storage/server';
import { tagUses } from '../../../src/storage/tag-uses';
import { link } from '../../fixtures/links';
import { clock, countedAnew, emptyJournal, forgetWaiting, keptCounts, save, waitingIds } from './journal';

const monday = '2023-03-13T09:00:00Z';
const later = clock('2023-03-14T09:00:00Z');
const muchLater = clock('2023-03-15T09:00:00Z');
const tags = (add: string[], remove: string[] = []): BulkChange => ({ field: 'tags', add, remove });
const hide: BulkChange = { field: 'private', private: true };

/** Links with these tags, in the order of their ids. */
async function journalOf(...lists: string[][]): Promise<{ db: Journal; ids: string[] }> {
  const db = emptyJournal();
  for (const [place, list] of lists.entries()) {
    await save(db, { url: `https://example.org/${place}`, tags: list }, monday);
  }
  return { db, ids: (await db.links.orderBy('key').toArray()).map(({ id }) => id) };
}

const tagsIn = async (db: Journal) => (await db.links.orderBy('key').toArray()).map((one) => one.tags);

/** As many links as that, put in at once. */
async function manyLinks(count: number): Promise<{ db: Journal; ids: string[] }> {
  const db = emptyJournal();
  const file = Array.from({ length: count }, (_, place) => {
    const id = String(place).padStart(12, '0');
    const { key: _key, ...rest } = link({ id, url: `https://example.org/${place}`, tags: ['many'] });
    return rest;
  });
  await importLinks(file, db);
  return { db, ids: file.map(({ id }) => id) };
}

/** The first step, after which it is broken off. */
async function begun<Step>(steps: AsyncGenerator<Step>): Promise<Step> {
  for await (const step of steps) return step;
  throw new Error('no step was taken');
}

const withTag = (tag: string, db: Journal) => db.links.where('tags').equals(tag).count();

test('tags are put on and taken off, as the journal spells them; what was done and what was not is told', async () => {
  const { db, ids } = await journalOf(['a', 'Europe'], ['b'], ['europe', 'b']);
  const done = await toEnd(changeLinks([...ids, 'gone'], tags(['EUROPE'], ['a']), later, db));
  expect(await tagsIn(db)).toEqual([['Europe'], ['b', 'Europe'], ['Europe', 'b']]);
  expect([done.links.map(({ id }) => id), done.same, done.gone]).toEqual([ids.slice(0, 2), 1, 1]);
  const dates = (await db.links.orderBy('key').toArray()).map(({ changedAt }) => changedAt);
  expect(dates).toEqual([later.ms / 1000, later.ms / 1000, Date.parse(monday) / 1000]);
  expect((await tagUses(db)).get('europe')).toEqual({ tag: 'Europe', count: 3, last: later.ms / 1000 });
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('undoing gives back what was, but not to links that were changed since, or are gone', async () => {
  const { db, ids } = await journalOf(['a'], [], ['b'], ['a']);
  const done = await toEnd(changeLinks(ids, tags(['new'], ['a']), later, db));
  await save(db, { url: 'https://example.org/1', tags: ['more'] }, '2023-03-14T10:00:00Z');
  await deleteLink(ids[3] ?? '', later, db);
  expect(await toEnd(undoChange(done, muchLater, db))).toMatchObject({ back: 2, left: 2 });
  expect(await tagsIn(db)).toEqual([['a'], ['new', 'more'], ['b']]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('a link whose tags were changed is public again all the same', async () => {
  const { db, ids } = await journalOf(['a'], ['b']);
  const done = await toEnd(changeLinks(ids, hide, later, db));
  expect((await db.links.toArray()).map((one) => one.private)).toEqual([true, true]);
  await toEnd(changeLinks(ids, tags(['c']), later, db));
  expect(await toEnd(undoChange(done, muchLater, db))).toMatchObject({ back: 2, left: 0 });
  expect(await readChangeable([...ids, 'gone'], db)).toEqual([
    { tags: ['a', 'c'], private: false },
    { tags: ['b', 'c'], private: false },
  ]);
});

test('a server and the search index hear of what changed, and of nothing else', async () => {
  const { db, ids } = await journalOf(['a'], ['b']);
  await writeServer('server', { address: 'https://l.example', api: 'https://l.example/api/v1', zone: 'UTC' }, db);
  await forgetWaiting(db);
  await toEnd(changeLinks(ids, tags(['a']), later, db));
  expect([await db.touched.toCollection().primaryKeys(), await waitingIds(db)]).toEqual([[ids[1]], [ids[1]]]);
});

test('what ends in the middle is undone to the letter, and so is an undo that ends there', async () => {
  const { db, ids } = await manyLinks(600);
  const before = await readChangeable(ids, db);
  const some = await begun(changeLinks(ids, tags(['most'], ['many']), later, db));
  expect([some.count, some.done.links.length, await withTag('most', db)]).toEqual([250, 250, 250]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
  const all = await toEnd(changeLinks(ids, tags(['most'], ['many']), later, db));
  expect([all.links.length, all.same, await withTag('many', db)]).toEqual([350, 250, 0]);
  const { done: undone } = await begun(undoChange(all, muchLater, db));
  expect([undone.back, undone.rest.links.length, await withTag('many', db)]).toEqual([250, 100, 250]);
  expect(await toEnd(undoChange(undone.rest, muchLater, db))).toMatchObject({ back: 100, left: 0 });
  expect(await toEnd(undoChange(some.done, muchLater, db))).toMatchObject({ back: 250, left: 0, rest: { links: [] } });
  expect(await readChangeable(ids, db)).toEqual(before);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('where it fails what was done before stays done, and is known', async () => {
  const { db, ids } = await manyLinks(600);
  const steps = changeLinks(ids, hide, later, db);
  const first = (await steps.next()).value as SoFar<BulkDone>;
  const put = vi.spyOn(FDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  });
  await expect(steps.next()).rejects.toThrow('The disk is full');
  put.mockRestore();
  expect(await db.links.filter((one) => one.private).primaryKeys()).toEqual(first.done.links.map(({ id }) => id));
  expect(await toEnd(undoChange(first.done, muchLater, db))).toMatchObject({ back: 250, left: 0 });
  expect(await db.links.filter((one) => one.private).count()).toBe(0);
});

test('who saves meanwhile gets a turn, and pages that show links hear of all pieces together', async () => {
  const { db, ids } = await manyLinks(600);
  const heard: number[] = [];
  const watch = liveQuery(() => db.links.where('tags').equals('most').count()).subscribe((count) => heard.push(count));
  await expect.poll(() => heard).toEqual([0]);
  for await (const { count } of changeLinks(ids, tags(['most']), later, db)) {
    if (count === 250) await save(db, { url: 'https://example.org/0', note: 'Meanwhile.' }, monday);
  }
  await expect.poll(() => heard.at(-1)).toBe(600);
  expect(heard.length).toBeLessThanOrEqual(3);
  expect(await db.links.get(ids[0] ?? '')).toMatchObject({ note: 'Meanwhile.', tags: ['many', 'most'] });
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
  await begun(deleteLinks(ids, later, db));
  await expect.poll(() => heard.at(-1)).toBe(350);
  watch.unsubscribe();
});

test('thousands are changed, deleted and brought back', async () => {
  const { db, ids } = await manyLinks(1201);
  const done = await toEnd(changeLinks(ids, tags(['most'], ['many']), later, db));
  expect(await db.links.where('tags').equals('most').count()).toBe(1201);
  expect(await toEnd(undoChange(done, muchLater, db))).toMatchObject({ back: 1201, left: 0 });
  expect(await toEnd(deleteLinks([...ids, ...ids], later, db))).toEqual(ids);
  expect([await db.links.count(), await db.bin.count()]).toEqual([0, 1201]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
  expect((await toEnd(restoreLinks(ids, db))).size).toBe(1201);
  expect([await db.links.count(), await db.bin.count()]).toEqual([1201, 0]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('the bin shows the newest deletion first, and gives up what it is told to', async () => {
  const { db, ids } = await journalOf(['a'], ['b'], ['c']);
  const [a = '', b = '', c = ''] = ids;
  await deleteLink(b, clock('2023-03-14T09:00:00Z'), db);
  await toEnd(deleteLinks([a, c], clock('2023-03-15T09:00:00Z'), db));
  const { rows, count } = await readBin(2, db);
  expect([rows.map(({ id }) => id).sort(), count]).toEqual([[a, c].sort(), 3]);
  await removeForGood(a, db);
  expect((await toEnd(restoreLinks([a, b], db))).has(a)).toBe(false);
  expect(await tagsIn(db)).toEqual([['b']]);
  await emptyBin(db);
  expect(await readBin(9, db)).toEqual({ rows: [], count: 0 });
});

test('a page that lies there twice, and was saved again, comes back as one', async () => {
  const { db } = await journalOf();
  for (const note of ['one', 'two', 'three']) {
    const { link: saved } = await save(db, { note, tags: [note === 'two' ? 'TAG' : 'tag'] }, monday);
    if (note !== 'three') await deleteLink(saved.id, later, db);
  }
  expect(await restoreAll(db)).toBe(1);
  const [only, more] = await db.links.toArray();
  expect([only?.note.split('\n\n').sort(), only?.tags, more]).toEqual([['one', 'three', 'two'], ['tag'], undefined]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('tags that come back in two spellings come back as one', async () => {
  const db = emptyJournal();
  const rows = ['Tag', 'tag'].map((tag, place) => {
    const one = link({ id: `a${place}`, url: `https://example.org/${place}`, tags: [tag] });
    return { id: one.id, key: one.key, deletedAt: 1, link: one };
  });
  await db.bin.bulkPut(rows);
  await restoreAll(db);
  expect(await tagsIn(db)).toEqual([['Tag'], ['Tag']]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('whatever is done to many and undone in turn: all is as it was, and many come back as one by one', async () => {
  const some = fc.subarray(['a', 'b', 'c']);
  const step = fc.record({ which: fc.subarray([0, 1, 2, 3]), add: some, remove: some, hide: fc.option(fc.boolean()) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(some, { minLength: 4, maxLength: 4 }),
      fc.array(step, { maxLength: 4 }),
      async (lists, steps) => {
        const { db, ids } = await journalOf(...lists);
        const content = async () => (await readChangeable(ids, db)).map((one) => JSON.stringify(one));
        const before = await content();
        const all = [];
        for (const { which, add, remove, hide: hidden } of steps) {
          const change: BulkChange = hidden === null ? tags(add, remove) : { field: 'private', private: hidden };
          all.push(
            await toEnd(
              changeLinks(
                which.map((place) => ids[place] ?? ''),
                change,
                later,
                db,
              ),
            ),
          );
          expect(await keptCounts(db)).toEqual(await countedAnew(db));
        }
        for (const done of all.reverse()) await toEnd(undoChange(done, muchLater, db));
        expect(await content()).toEqual(before);
        const links = await db.links.toArray();
        await toEnd(deleteLinks(ids, later, db));
        await restoreLink(ids[0] ?? '', db);
        await toEnd(restoreLinks(ids, db));
        expect(await db.links.toArray()).toEqual(links);
        expect(await keptCounts(db)).toEqual(await countedAnew(db));
      },
    ),
    { numRuns: 20 },
  );
}, 20_000);
