import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportedLink } from '../../../src/core/imported-link';
import { importLinks } from '../../../src/storage/import';
import { deleteLink, restoreLink } from '../../../src/storage/links';
import { allLinks } from '../../../src/storage/reading';
import { link, quote } from '../../fixtures/links';
import { clock, countedAnew, emptyJournal, keptCounts, save } from './journal';

function imported(more: Parameters<typeof link>[0]): ImportedLink {
  const { key: _key, ...rest } = link(more);
  return rest;
}

test('the same file twice changes nothing', async () => {
  const db = emptyJournal();
  const file = [
    imported({ id: 'aaaaaaaaaaaa', quotes: [quote()], tags: ['a'] }),
    imported({ id: 'bbbbbbbbbbbb', url: 'https://example.org/b' }),
  ];
  expect(await importLinks(file, db)).toMatchObject({ added: 2, changed: 0, same: 0 });
  const before = await db.links.toArray();
  expect(await importLinks(file, db)).toMatchObject({ added: 0, changed: 0, same: 2 });
  expect(await db.links.toArray()).toEqual(before);
});

test('a known page gains what it lacks and loses nothing', async () => {
  const db = emptyJournal();
  const { link: here } = await save(db, { note: 'here', tags: ['a'] }, '2023-03-14T09:00:00Z', 'here');
  await importLinks(
    [imported({ note: 'there', tags: ['b'], savedAt: 1_678_693_265, quotes: [quote({ text: 'there' })] })],
    db,
  );
  const [united] = await db.links.toArray();
  expect(united).toMatchObject({ id: here.id, note: 'here\n\nthere', tags: ['a', 'b'], savedAt: 1_678_693_265 });
  expect(united?.quotes.map((one) => one.text)).toEqual(['there', 'here']);
});

test('an id that is taken by another page is not taken away from it', async () => {
  const db = emptyJournal();
  const { link: here } = await save(db, {}, '2023-03-14T09:00:00Z');
  const file = ['x', 'y'].map((path) => imported({ id: here.id, url: `https://example.org/${path}` }));
  await importLinks(file, db);
  expect(await db.links.count()).toBe(3);
  expect(await db.links.get(here.id)).toEqual(here);
});

test('nor one that a link in the bin has: both pages are there after it comes back', async () => {
  const db = emptyJournal();
  const { link: here } = await save(db, {}, '2023-03-14T09:00:00Z');
  await deleteLink(here.id, clock('2023-03-14T10:00:00Z'), db);
  await importLinks([imported({ id: here.id, url: 'https://example.org/b' })], db);
  await restoreLink(here.id, db);
  expect((await db.links.toArray()).map((one) => one.url).sort()).toEqual([
    'https://example.org/a',
    'https://example.org/b',
  ]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('what a file says nothing of stays as it is; a new link is private then', async () => {
  const db = emptyJournal();
  await save(db, {}, '2023-03-14T09:00:00Z');
  const silent = ['a', 'b'].map((path) => {
    const { private: _private, ...rest } = imported({
      id: `${path}00000000000`,
      url: `https://example.org/${path}`,
      note: 'new',
    });
    return rest;
  });
  await importLinks(silent, db);
  expect((await db.links.orderBy('key').toArray()).map((one) => one.private)).toEqual([false, true]);
});

test('what is odd in a file is put in order', async () => {
  const db = emptyJournal();
  const odd = imported({ title: ' ', tags: ['Web', 'web', '\ud800', 'a b'], quotes: [quote({ day: '2023-03-20' })] });
  await importLinks([odd, imported({ id: 'bbbbbbbbbbbb', url: 'https://example.org/b', tags: ['WEB'] })], db);
  const [first, second] = await db.links.orderBy('key').toArray();
  expect(first).toMatchObject({
    title: 'https://example.org/a',
    tags: ['Web', '\ufffd', 'a-b'],
    days: ['2023-03-13', '2023-03-20'],
  });
  expect(second?.tags).toEqual(['Web']);
});

test('tags that a file spells with spaces become one word, and the answer says so', async () => {
  const db = emptyJournal();
  await save(db, { url: 'https://example.org/known', tags: ['To-Read', 'Europe'] }, '2023-03-12T09:00:00Z');
  const file = [
    imported({ tags: ['to read', ' web ', '#python', 'a, b'] }),
    imported({ id: 'bbbbbbbbbbbb', url: 'https://example.org/b', tags: ['to read', 'Éurope', '#'] }),
  ];
  const { rewritten } = await importLinks(file, db);
  // The spelling that the journal knows is the one that is shown; another case or accent alone is no rewriting.
  expect(Object.fromEntries(rewritten)).toEqual({ 'to read': 'To-Read', '#python': 'python', 'a, b': 'a-b' });
  expect((await db.links.orderBy('key').toArray()).map((one) => one.tags)).toEqual([
    ['To-Read', 'web', 'python', 'a-b'],
    ['To-Read', 'Europe'],
    ['To-Read', 'Europe'],
  ]);
});

test('the kept counts are those of the rows, whatever was imported, merged and deleted', async () => {
  const some = fc.record({
    path: fc.constantFrom('a', 'b', 'c', 'd'),
    days: fc.subarray(['2022-12-31', '2023-01-01', '2023-03-13'], { minLength: 1 }),
    tags: fc.subarray(['x', 'y', 'z']),
    remove: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 12 }), async (steps) => {
      const db = emptyJournal();
      for (const { path, remove, ...rest } of steps) {
        await importLinks([imported({ url: `https://example.org/${path}`, ...rest })], db);
        const [first] = await db.links.limit(1).toArray();
        if (remove && first) await deleteLink(first.id, clock('2023-03-14T09:00:00Z'), db);
      }
      expect(await keptCounts(db)).toEqual(await countedAnew(db));
    }),
    { numRuns: 40 },
  );
});

test('everything is read in the order of saving, over several pages', async () => {
  const db = emptyJournal();
  const file = Array.from({ length: 2500 }, (_, place) =>
    imported({ id: String(place).padStart(12, '0'), url: `https://example.org/${place}` }),
  );
  await importLinks(file, db);
  const read: string[] = [];
  for await (const one of allLinks(db)) read.push(one.id);
  expect(read).toEqual(file.map((one) => one.id));
});
