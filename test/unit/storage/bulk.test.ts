import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BulkChange } from '../../../src/core/bulk-change';
import { emptyBin, readBin, removeForGood, restoreAll, restoreLinks } from '../../../src/storage/bin';
import { changeLinks, deleteLinks, readChangeable, undoChange } from '../../../src/storage/bulk';
import { tagUses } from '../../../src/storage/counts';
import type { Journal } from '../../../src/storage/database';
import { importLinks } from '../../../src/storage/import';
import { deleteLink, restoreLink } from '../../../src/storage/links';
import { writeServer } from '../../../src/storage/server';
import { link } from '../../fixtures/links';
import { clock, countedAnew, emptyJournal, keptCounts, save } from './journal';

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

test('tags are put on and taken off, as the journal spells them; what was done and what was not is told', async () => {
  const { db, ids } = await journalOf(['a', 'Europe'], ['b'], ['europe', 'b']);
  const done = await changeLinks([...ids, 'gone'], tags(['EUROPE'], ['a']), later, db);
  expect(await tagsIn(db)).toEqual([['Europe'], ['b', 'Europe'], ['Europe', 'b']]);
  expect([done.links.map(({ id }) => id), done.same, done.gone]).toEqual([ids.slice(0, 2), 1, 1]);
  const dates = (await db.links.orderBy('key').toArray()).map(({ changedAt }) => changedAt);
  expect(dates).toEqual([later.ms / 1000, later.ms / 1000, Date.parse(monday) / 1000]);
  expect((await tagUses(db)).get('europe')).toEqual({ tag: 'Europe', count: 3, last: later.ms / 1000 });
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('undoing gives back what was, but not to links that were changed since, or are gone', async () => {
  const { db, ids } = await journalOf(['a'], [], ['b'], ['a']);
  const done = await changeLinks(ids, tags(['new'], ['a']), later, db);
  await save(db, { url: 'https://example.org/1', tags: ['more'] }, '2023-03-14T10:00:00Z');
  await deleteLink(ids[3] ?? '', later, db);
  expect(await undoChange(done, muchLater, db)).toEqual({ back: 2, left: 2 });
  expect(await tagsIn(db)).toEqual([['a'], ['new', 'more'], ['b']]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('a link whose tags were changed is public again all the same', async () => {
  const { db, ids } = await journalOf(['a'], ['b']);
  const done = await changeLinks(ids, hide, later, db);
  expect((await db.links.toArray()).map((one) => one.private)).toEqual([true, true]);
  await changeLinks(ids, tags(['c']), later, db);
  expect(await undoChange(done, muchLater, db)).toEqual({ back: 2, left: 0 });
  expect(await readChangeable([...ids, 'gone'], db)).toEqual([
    { tags: ['a', 'c'], private: false },
    { tags: ['b', 'c'], private: false },
  ]);
});

test('a server and the search index hear of what changed, and of nothing else', async () => {
  const { db, ids } = await journalOf(['a'], ['b']);
  await writeServer('server', { address: 'https://l.example', api: 'https://l.example/api/v1', zone: 'UTC' }, db);
  await db.unindexed.clear();
  await changeLinks(ids, tags(['a']), later, db);
  expect([await db.touched.toCollection().primaryKeys(), await db.unindexed.toCollection().primaryKeys()]).toEqual([
    [ids[1]],
    [ids[1]],
  ]);
});

test('where it fails nothing is done', async () => {
  const { db, ids } = await manyLinks(600);
  db.links.hook('updating', (_changes, id) => {
    if (id === ids[550]) throw new Error('the disk is full');
  });
  await expect(changeLinks(ids, hide, later, db)).rejects.toThrow();
  expect(await db.links.filter((one) => one.private).count()).toBe(0);
});

test('thousands are changed, deleted and brought back', async () => {
  const { db, ids } = await manyLinks(1201);
  const done = await changeLinks(ids, tags(['most'], ['many']), later, db);
  expect(await db.links.where('tags').equals('most').count()).toBe(1201);
  expect(await undoChange(done, muchLater, db)).toEqual({ back: 1201, left: 0 });
  expect(await deleteLinks([...ids, ...ids], later, db)).toEqual(ids);
  expect([await db.links.count(), await db.bin.count()]).toEqual([0, 1201]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
  expect((await restoreLinks(ids, db)).size).toBe(1201);
  expect([await db.links.count(), await db.bin.count()]).toEqual([1201, 0]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('the bin shows the newest deletion first, and gives up what it is told to', async () => {
  const { db, ids } = await journalOf(['a'], ['b'], ['c']);
  const [a = '', b = '', c = ''] = ids;
  await deleteLink(b, clock('2023-03-14T09:00:00Z'), db);
  await deleteLinks([a, c], clock('2023-03-15T09:00:00Z'), db);
  const { rows, count } = await readBin(2, db);
  expect([rows.map(({ id }) => id).sort(), count]).toEqual([[a, c].sort(), 3]);
  await removeForGood(a, db);
  expect((await restoreLinks([a, b], db)).has(a)).toBe(false);
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
            await changeLinks(
              which.map((place) => ids[place] ?? ''),
              change,
              later,
              db,
            ),
          );
          expect(await keptCounts(db)).toEqual(await countedAnew(db));
        }
        for (const done of all.reverse()) await undoChange(done, muchLater, db);
        expect(await content()).toEqual(before);
        const links = await db.links.toArray();
        await deleteLinks(ids, later, db);
        await restoreLink(ids[0] ?? '', db);
        await restoreLinks(ids, db);
        expect(await db.links.toArray()).toEqual(links);
        expect(await keptCounts(db)).toEqual(await countedAnew(db));
      },
    ),
    { numRuns: 20 },
  );
}, 20_000);
