import { expect, test, vi } from 'vitest';
import type { Link } from '../../../src/core/link';
import { CountChanges } from '../../../src/storage/counts';
import type { Journal } from '../../../src/storage/database';
import { relatedTags, spelledTags, taggedAfter, taggedLinks } from '../../../src/storage/tagged';
import { link } from '../../fixtures/links';
import { emptyJournal } from './journal';

/** A journal with links of these tags, saved one after the other. */
async function journalOf(tagLists: string[][]): Promise<Journal> {
  const db = emptyJournal();
  const links = tagLists.map((tags, place) =>
    link({ id: String(place).padStart(9, '0'), url: `https://example.org/${place}`, tags }),
  );
  const changes = new CountChanges();
  for (const one of links) changes.replace(undefined, one);
  await db.transaction('rw', db.written, async () => {
    await db.links.bulkAdd(links);
    await changes.apply(db);
  });
  return db;
}

async function numbersOf(pieces: AsyncGenerator<Link[]>): Promise<number[]> {
  const found: number[] = [];
  for await (const piece of pieces) found.push(...piece.map(({ id }) => Number(id)));
  return found;
}

const many = Array.from({ length: 620 }, (_, place) => ['all', ...(place % 3 ? [] : ['third']), `only${place}`]);

test('all links of a tag come, the newest first, each once', async () => {
  const db = await journalOf(many);
  expect(await numbersOf(taggedLinks(['all'], db))).toEqual(many.map((_, place) => place).reverse());
});

test('of several tags those links that have them all', async () => {
  const db = await journalOf(many);
  const thirds = many.flatMap(({ length }, place) => (length === 3 ? [place] : [])).reverse();
  expect(await numbersOf(taggedLinks(['all', 'third'], db))).toEqual(thirds);
  expect(await numbersOf(taggedLinks(['third', 'only5'], db))).toEqual([]);
  expect(await numbersOf(taggedLinks(['only6', 'all', 'third'], db))).toEqual([6]);
});

test('the first piece reads no more than it shows', async () => {
  const db = await journalOf(many);
  const read: string[] = [];
  db.links.hook('reading', (one) => {
    read.push(one.id);
    return one;
  });
  expect((await taggedLinks(['all'], db).next()).value).toHaveLength(50);
  expect(read).toHaveLength(50);
});

test('what is deleted or saved between two pieces neither hides nor repeats another', async () => {
  const db = await journalOf(many);
  const pieces = taggedLinks(['all'], db);
  const first = (await pieces.next()).value as Link[];
  const gone = first.slice(0, 45).map(({ id }) => id);
  await db.links.bulkDelete(gone);
  await db.links.add(link({ id: '000009999', url: 'https://example.org/new', tags: ['all'] }));
  expect([...first.map(({ id }) => Number(id)), ...(await numbersOf(pieces))]).toEqual(
    many.map((_, place) => place).reverse(),
  );
});

test('what was saved since stands above, however the tag is spelled', async () => {
  const db = await journalOf([['web'], ['web', 'Été'], ['other'], ['Été', 'web'], ['web']]);
  const after = async (tags: string[], last: string) => (await taggedAfter(tags, last, db)).map(({ id }) => Number(id));
  expect(await after(['web'], '000000001')).toEqual([4, 3]);
  expect(await after(['ete', 'web'], '000000001')).toEqual([3]);
  expect(await after(['ete', 'web'], '')).toEqual([3, 1]);
  expect(await after(['web'], '000000004')).toEqual([]);
});

test('what was saved since without the tag is not looked at: a tag may be years old', async () => {
  const db = await journalOf([['web'], ...Array.from({ length: 300 }, () => ['other']), ['web']]);
  const steps = vi.spyOn(IDBCursor.prototype, 'continue');
  expect((await taggedAfter(['web'], '000000000', db)).map(({ id }) => Number(id))).toEqual([301]);
  expect(steps.mock.calls.length).toBeLessThan(5);
  steps.mockRestore();
});

test('where more than a piece was saved since, nothing of it stands above: what lies between would be missing', async () => {
  const db = await journalOf(Array.from({ length: 202 }, () => ['web']));
  expect(await taggedAfter(['web'], '000000001', db)).toHaveLength(200);
  expect(await taggedAfter(['web'], '000000000', db)).toEqual([]);
});

test('any spelling finds a tag, and a tag that is named twice counts once', async () => {
  const db = await journalOf([['Été'], ['Été', 'web']]);
  expect(await numbersOf(taggedLinks(['ete', 'ÉTÉ'], db))).toEqual([1, 0]);
  expect(await spelledTags(['ete', 'ÉTÉ', 'Other'], db)).toEqual(['Été', 'Other']);
});

test('a tag that no link has is one without links', async () => {
  const db = await journalOf([['web']]);
  expect(await numbersOf(taggedLinks(['other'], db))).toEqual([]);
  expect(await relatedTags(['other'], 5, db)).toEqual([]);
});

test('related tags are those beside it, the most common first', async () => {
  const db = await journalOf([['web', 'a'], ['web', 'b'], ['web', 'b', 'c'], ['c']]);
  expect(await relatedTags(['WEB'], 2, db)).toEqual([
    { tag: 'b', count: 2 },
    { tag: 'a', count: 1 },
  ]);
  expect(await relatedTags(['web', 'b'], 5, db)).toEqual([{ tag: 'c', count: 1 }]);
});
