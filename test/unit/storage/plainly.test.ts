import { liveQuery } from 'dexie';
import { expect, test } from 'vitest';
import { periodOf } from '../../../src/core/period';
import { countsOfMonth } from '../../../src/storage/counts';
import { readDigest } from '../../../src/storage/digest';
import { plainly } from '../../../src/storage/plainly';
import { tagUses } from '../../../src/storage/tag-uses';
import { link } from '../../fixtures/links';
import { emptyJournal, save } from './journal';

test('rows are read by key and by index, written and removed, as in any transaction', async () => {
  const db = emptyJournal();
  const row = link();
  await plainly(db, ['links', 'unindexed'], async ({ links, unindexed }) => {
    await Promise.all([links.put(row), unindexed.bulkPut([{ id: 'a' }, { id: 'b' }, { id: 'c' }])]);
    expect(await links.get(row.id)).toEqual(row);
    expect(await links.get({ key: row.key })).toEqual(row);
    expect(await links.get({ key: 'none' })).toBeUndefined();
    expect(await unindexed.bulkGet(['a', 'none'])).toEqual([{ id: 'a' }, undefined]);
    await Promise.all([unindexed.delete('a'), unindexed.bulkDelete(['b'])]);
  });
  expect(await db.links.toArray()).toEqual([row]);
  expect(await db.unindexed.toArray()).toEqual([{ id: 'c' }]);
});

test('what fails leaves nothing behind, and says why', async () => {
  const db = emptyJournal();
  await db.links.put(link());
  const clashing = plainly(db, ['links', 'unindexed'], async ({ links, unindexed }) => {
    await Promise.all([unindexed.put({ id: 'a' }), links.put(link({ id: 'another' }))]);
  });
  await expect(clashing).rejects.toThrow(expect.objectContaining({ name: 'ConstraintError' }));
  const thrown = plainly(db, ['unindexed'], async ({ unindexed }) => {
    await unindexed.put({ id: 'a' });
    throw new RangeError('No.');
  });
  await expect(thrown).rejects.toThrow('No.');
  expect(await db.unindexed.count()).toBe(0);
  expect(await db.links.toArray()).toEqual([link()]);
});

test('live queries of what a save touches hear of it, others do not', async () => {
  const db = emptyJournal();
  await save(db, { url: 'https://example.org/first', tags: ['one'] }, '2023-03-13T10:00Z');
  const asked = { day: 0, otherDay: 0, month: 0, tags: 0, tagged: 0, drafts: 0 };
  const last: Partial<Record<keyof typeof asked, unknown>> = {};
  const watch = (name: keyof typeof asked, query: () => Promise<unknown>) =>
    liveQuery(query).subscribe((value) => {
      asked[name] += 1;
      last[name] = value;
    });
  const watched = [
    watch('day', () => readDigest(periodOf('2023-03-14', 'day'), db)),
    watch('otherDay', () => readDigest(periodOf('2022-01-01', 'day'), db)),
    watch('month', () => countsOfMonth(db, '2023-03')),
    watch('tags', () => tagUses(db)),
    watch('tagged', () => db.links.where('tags').equals('two').primaryKeys()),
    watch('drafts', () => db.drafts.toArray()),
  ];
  await expect.poll(() => Object.values(asked)).toEqual([1, 1, 1, 1, 1, 1]);
  await save(db, { url: 'https://example.org/second', tags: ['two'] }, '2023-03-14T10:00Z');
  await expect.poll(() => asked).toEqual({ day: 2, otherDay: 1, month: 2, tags: 2, tagged: 2, drafts: 1 });
  expect(last.day).toMatchObject({ links: [{ url: 'https://example.org/second' }] });
  expect(last.month).toEqual(
    new Map([
      ['2023-03-13', 1],
      ['2023-03-14', 1],
    ]),
  );
  expect([...(last.tags as Map<string, unknown>).keys()]).toEqual(['one', 'two']);
  expect(last.tagged).toHaveLength(1);
  for (const one of watched) one.unsubscribe();
});
