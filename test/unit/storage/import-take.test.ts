import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IMPORT_OPTIONS, type ImportOptions } from '../../../src/core/import-options';
import type { ImportedLink } from '../../../src/core/imported-link';
import type { Link } from '../../../src/core/link';
import type { ReadResult } from '../../../src/core/read-result';
import type { Journal } from '../../../src/storage/database';
import { previewImport } from '../../../src/storage/import-preview';
import {
  dropImport,
  dropOldImport,
  type ImportCounts,
  lastImported,
  readImport,
} from '../../../src/storage/import-state';
import { takeImport } from '../../../src/storage/import-take';
import { undoImport } from '../../../src/storage/import-undo';
import { dropIndex, indexLinks } from '../../../src/storage/indexing';
import { deleteLink, editLink } from '../../../src/storage/links';
import { searchLinks } from '../../../src/storage/search';
import { link, quote } from '../../fixtures/links';
import { clock, countedAnew, emptyJournal, keptCounts, save } from './journal';
import { beginWith, reading } from './waiting-file';

const NOW = clock('2023-03-14T09:00:00Z');

function read(path: string, more: Partial<ImportedLink> = {}, folders?: string[]): ReadResult {
  const { key: _key, id: _id, ...rest } = link({ url: `https://example.org/${path}` });
  return { kind: 'link', link: { ...rest, ...more }, ...(folders && { folders }) };
}

const SKIPPED: ReadResult = { kind: 'skipped', why: 'notHttp', what: { line: 3, title: 'A bookmarklet' } };

/** Takes everything, or as many steps. */
async function take(
  results: ReadResult[],
  db: Journal,
  { steps = Number.POSITIVE_INFINITY, ...chosen }: Partial<ImportOptions> & { steps?: number } = {},
): Promise<ImportCounts | undefined> {
  let counts: ImportCounts | undefined;
  if (!(await readImport(db))) await beginWith(results, db);
  let left = steps;
  for await (const step of takeImport(
    { read: reading(results), options: { ...IMPORT_OPTIONS, ...chosen }, clock: NOW },
    db,
  )) {
    counts = step.counts;
    left -= 1;
    if (left <= 0) break;
  }
  return counts;
}

async function undo(db: Journal) {
  let last: unknown;
  for await (const undone of undoImport(NOW, db)) last = undone;
  return last;
}

async function preview(results: ReadResult[], db: Journal, chosen: Partial<ImportOptions> = {}) {
  let last: Awaited<ReturnType<ReturnType<typeof previewImport>['next']>>['value'];
  await beginWith(results, db);
  for await (const step of previewImport(reading(results), { ...IMPORT_OPTIONS, ...chosen }, db)) last = step;
  return last;
}

const withoutIds = (links: Link[]) =>
  links.map(({ id: _id, ...rest }) => rest).sort((a, b) => (a.key < b.key ? -1 : 1));

test('a file is kept until all of it is taken; then what it did can be told and taken back', async () => {
  const db = emptyJournal();
  const { link: here } = await save(db, { url: 'https://example.org/known', tags: ['one'] }, '2023-03-12T09:00:00Z');
  await save(db, { url: 'https://example.org/same' }, '2023-03-12T09:00:00Z');
  const before = await db.links.toArray();
  const same = read('same', { title: 'A page', savedAt: before[1]?.savedAt ?? 0, days: before[1]?.days ?? [] });
  const counts = await take([read('new'), SKIPPED, read('known', { tags: ['two'] }), same], db);
  expect(counts).toMatchObject({ added: 1, changed: 1, same: 1, kept: 0, skipped: 1 });
  expect(await db.links.get(here.id)).toMatchObject({ tags: ['one', 'two'] });
  expect(await readImport(db)).toBeUndefined();
  expect(await db.imports.get('file')).toBeUndefined();
  expect(await lastImported(db)).toMatchObject({ fileName: 'a.html', at: NOW.ms, counts });
  expect(await undo(db)).toEqual({ removed: 1, back: 1, kept: 0 });
  expect(await db.links.toArray()).toEqual(before);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
  expect(await lastImported(db)).toBeUndefined();
  expect(await db.importParts.count()).toBe(0);
});

test('broken off, it leaves whole links, goes on where it stood, and comes to the same', async () => {
  const file = Array.from({ length: 4700 }, (_, place) => read(String(place % 4500), { note: `From ${place}` }));
  const [whole, broken] = [emptyJournal(), emptyJournal()];
  const counts = await take(file, whole);
  expect(counts).toMatchObject({ added: 4500, changed: 200 });
  await take(file, broken, { steps: 1 });
  expect((await readImport(broken))?.taking?.done).toBe(500);
  expect(await broken.links.count()).toBe(500);
  expect(await keptCounts(broken)).toEqual(await countedAnew(broken));
  // What was chosen at first goes on to be chosen.
  expect(await take(file, broken, { privateUnsaid: false })).toEqual(counts);
  expect(withoutIds(await broken.links.toArray())).toEqual(withoutIds(await whole.links.toArray()));
  expect(await undo(broken)).toMatchObject({ removed: 4500, kept: 0 });
  expect(await broken.links.count()).toBe(0);
  expect(await keptCounts(broken)).toEqual(await countedAnew(broken));
});

test('what was taken of one that was broken off can be taken back; no more of it comes then', async () => {
  const db = emptyJournal();
  const file = Array.from({ length: 1200 }, (_, place) => read(String(place)));
  await take(file, db, { steps: 1 });
  await expect(beginWith([], db)).rejects.toThrow('importUnfinished');
  await dropImport(db);
  expect(await readImport(db)).toBeDefined();
  expect(await undo(db)).toEqual({ removed: 500, back: 0, kept: 0 });
  expect(await readImport(db)).toBeUndefined();
  expect(await db.links.count()).toBe(0);
  expect(await take(file, db)).toMatchObject({ added: 1200 });
});

test('after 30 days the way back is gone, and a file of which nothing was taken; one that was broken off stays', async () => {
  const db = emptyJournal();
  await take([read('a')], db);
  await dropOldImport(clock('2023-04-13T09:00:00Z'), db);
  expect(await lastImported(db)).toBeDefined();
  await dropOldImport(clock('2023-04-13T09:00:01Z'), db);
  expect(await lastImported(db)).toBeUndefined();
  expect(await db.importParts.count()).toBe(0);
  expect(await db.links.count()).toBe(1);

  await beginWith([read('b')], db);
  await dropOldImport(clock('2023-04-13T09:00:00Z'), db);
  expect(await readImport(db)).toBeDefined();
  await dropOldImport(clock('2023-05-13T09:00:00Z'), db);
  expect(await db.imports.toArray()).toEqual([]);

  const file = Array.from({ length: 1200 }, (_, place) => read(String(place)));
  await take(file, db, { steps: 1 });
  await dropOldImport(clock('2024-05-13T09:00:00Z'), db);
  expect(await take(file, db)).toMatchObject({ added: 1200 });
});

test('what was changed, deleted or sent since stays as it is', async () => {
  const db = emptyJournal();
  await save(db, { url: 'https://example.org/known', note: 'mine' }, '2023-03-12T09:00:00Z');
  await take(
    ['a', 'b', 'c', 'd', 'known'].map((path) => read(path, { tags: ['file'] })),
    db,
  );
  const byPath = new Map((await db.links.toArray()).map((one) => [one.url.slice(20), one]));
  const idOf = (path: string) => byPath.get(path)?.id ?? '';
  const edit = async (path: string) => {
    const stored = byPath.get(path) as Link;
    await editLink(stored.id, { base: stored, form: { ...stored, note: 'mine now' } }, NOW, {}, db);
  };
  await edit('a');
  await edit('known');
  await deleteLink(idOf('b'), NOW, db);
  await db.twins.put({ id: idOf('c'), remote: 1 } as never);
  expect(await undo(db)).toEqual({ removed: 1, back: 0, kept: 3 });
  expect((await db.links.toArray()).map(({ url }) => url.slice(20)).sort()).toEqual(['a', 'c', 'known']);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('options: folders become tags or not, what is not said is private or not, known pages stay as they are', async () => {
  const said = (db: Journal, chosen: Partial<ImportOptions>) =>
    take([read('a', { private: undefined as never }, ['To Read', 'Web'])], db, chosen);
  const tagged = emptyJournal();
  const counts = await said(tagged, {});
  expect((await tagged.links.toArray())[0]).toMatchObject({ tags: ['To-Read', 'Web'], private: true });
  expect(Object.fromEntries(counts?.rewritten ?? [])).toEqual({ 'To Read': 'To-Read' });
  const plain = emptyJournal();
  await said(plain, { folderTags: false, privateUnsaid: false });
  expect((await plain.links.toArray())[0]).toMatchObject({ tags: [], private: false });
  const kept = emptyJournal();
  const { link: here } = await save(kept, { url: 'https://example.org/a', note: 'mine' }, '2023-03-12T09:00:00Z');
  const twice = [read('a', { note: 'theirs' }), read('b', { tags: ['one'] }), read('b', { tags: ['two'] })];
  expect(await take(twice, kept, { keepKnown: true })).toMatchObject({ added: 1, changed: 1, kept: 1 });
  expect(await kept.links.get(here.id)).toEqual(here);
  expect((await kept.links.where('key').equals('https://example.org/b').toArray())[0]?.tags).toEqual(['one', 'two']);
});

test('a file without dates, read again on a later day, changes nothing', async () => {
  const db = emptyJournal();
  const undated = (day: string, at: number) =>
    read('a', { unsure: 'date', savedAt: at, changedAt: at, days: [day], quotes: [quote({ text: 'Q', at, day })] });
  await take([undated('2023-03-13', 1_678_700_000)], db);
  const before = await db.links.toArray();
  expect(await take([undated('2023-03-20', 1_679_300_000)], db)).toMatchObject({ added: 0, changed: 0, same: 1 });
  expect(await db.links.toArray()).toEqual(before);
});

test('the preview says what the import then does, and writes nothing', async () => {
  const entry = fc.record({
    path: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    tags: fc.subarray(['x', 'y z', 'Ž']),
    note: fc.constantFrom('', 'one', 'two'),
    skipped: fc.boolean(),
    folder: fc.option(fc.constantFrom('F', 'G h'), { nil: undefined }),
  });
  const options = fc.record({ folderTags: fc.boolean(), privateUnsaid: fc.boolean(), keepKnown: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 10 }),
      fc.subarray(['a', 'b', 'c']),
      options,
      fc.boolean(),
      async (entries, known, chosen, again) => {
        const db = emptyJournal();
        for (const path of known) await save(db, { url: `https://example.org/${path}` }, '2023-03-12T09:00:00Z');
        const before = await db.links.toArray();
        const file = entries.map(({ path, skipped, folder, ...more }) =>
          skipped ? SKIPPED : read(path, more, folder ? [folder] : undefined),
        );
        const seen = await preview(file, db, chosen);
        expect(await db.links.toArray()).toEqual(before);
        const counts = await take(file, db, chosen);
        if (file.length) expect(seen?.counts).toEqual(counts);
        expect(await keptCounts(db)).toEqual(await countedAnew(db));
        const after = await db.links.toArray();
        if (again) {
          expect(await take(file, db, chosen)).toMatchObject({ added: 0, changed: 0 });
          expect(await db.links.toArray()).toEqual(after);
        }
        await undo(db);
        expect(await db.links.toArray()).toEqual(again ? after : before);
        expect(await keptCounts(db)).toEqual(await countedAnew(db));
      },
    ),
    { numRuns: 60 },
  );
});

test('searches find what a large import brought, and not what its undo took away', async () => {
  const db = emptyJournal();
  const found = async (text: string) => {
    let count = 0;
    for await (const some of searchLinks(text, db)) count += some.length;
    return count;
  };
  const file = (word: string, from: number, count: number) =>
    Array.from({ length: count }, (_, place) => read(`${word}${from + place}`, { title: `${word} ${place}` }));
  await take(file('early', 0, 300), db);
  await indexLinks(async () => {}, db);
  await take(file('large', 0, 2500), db);
  expect([await found('early'), await found('large')]).toEqual([300, 2500]);
  await indexLinks(async () => {}, db);
  expect([await found('early'), await found('large')]).toEqual([300, 2500]);
  await take(file('small', 0, 50), db);
  expect(await found('small')).toBe(50);
  await undo(db);
  expect([await found('small'), await found('early')]).toEqual([0, 300]);
  await dropIndex(db);
  expect(await found('early')).toBe(300);
});
