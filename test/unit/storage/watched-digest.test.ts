import { expect, onTestFinished, test, vi } from 'vitest';
import type { Link } from '../../../src/core/link';
import { periodOf } from '../../../src/core/period';
import type { Journal } from '../../../src/storage/database';
import { type Digest, readDigest } from '../../../src/storage/digest';
import { WatchedDigest } from '../../../src/storage/watched-digest';
import { link } from '../../fixtures/links';
import { emptyJournal } from './journal';

const DAY = '2023-03-13';
const MORNING = Date.parse(`${DAY}T06:00:00Z`) / 1000;

/** The link of that number, saved so many seconds after the first. */
function saved(number: number, more: Partial<Link> = {}): Link {
  const id = `a${String(number).padStart(9, '0')}`;
  return link({ id, key: id, url: `https://example.org/${number}`, savedAt: MORNING + number, days: [DAY], ...more });
}

const many = (count: number) => Array.from({ length: count }, (_, number) => saved(number));

/** What is told of a period, from now until the test ends. */
function watch(db: Journal, kind: 'day' | 'week' | 'month' = 'day'): Digest[] {
  const told: Digest[] = [];
  const failed = (error: unknown) => expect.unreachable(String(error));
  const watched = new WatchedDigest(periodOf(DAY, kind), { tell: (digest) => told.push(digest), failed }, db);
  onTestFinished(() => watched.end());
  return told;
}

const ids = (digest: Digest | undefined) => digest?.links.map(({ id }) => id) ?? [];
const told = (list: Digest[], count: number) => vi.waitFor(() => expect(list).toHaveLength(count));

test('a short period is told in one go', async () => {
  const db = emptyJournal();
  await db.links.bulkPut(many(3));
  const list = watch(db);
  await told(list, 1);
  expect(list[0]).toEqual(await readDigest(periodOf(DAY, 'day'), db));
});

test('of a long one the beginning comes first, in its order: what is behind it stays away until all is there', async () => {
  const db = emptyJournal();
  const older = saved(0, { savedAt: MORNING - 86_400, days: ['2023-03-12', DAY] });
  const quote = { text: 'later', anchor: '', at: MORNING + 290, offset: 0, day: DAY };
  await db.links.bulkPut([...many(300).slice(1), { ...older, quotes: [quote] }]);
  for (const kind of ['day', 'week', 'month'] as const) {
    const list = watch(db, kind);
    await told(list, 2);
    const [beginning, whole] = list;
    expect(beginning?.whole).toBe(false);
    expect(whole).toEqual(await readDigest(periodOf(DAY, kind), db));
    const day = (digest: Digest | undefined) => digest?.days.find((one) => one.day === DAY)?.entries ?? [];
    expect(day(beginning).length).toBeGreaterThan(50);
    expect(day(beginning)).toEqual(day(whole).slice(0, day(beginning).length));
  }
});

test('what is changed, added, moved away or deleted is told; nothing else is read or told', async () => {
  const db = emptyJournal();
  await db.links.bulkPut(many(200));
  const list = watch(db);
  await told(list, 2);
  const read = vi.spyOn(db.links, 'where');
  await db.links.put(saved(7, { note: 'changed' }));
  await told(list, 3);
  expect(list[2]?.links[7]?.note).toBe('changed');
  expect(list[2]?.links[8]).toBe(list[1]?.links[8]);
  await db.links.put(saved(200));
  await told(list, 4);
  expect(ids(list[3])).toHaveLength(201);
  await db.links.put(saved(3, { days: ['2023-03-20'] }));
  await told(list, 5);
  await db.links.delete(saved(4).id);
  await told(list, 6);
  await db.links.put(saved(900, { days: ['2022-01-01'] }));
  await db.links.put(saved(9, { note: 'the last' }));
  await told(list, 7);
  expect(read).not.toHaveBeenCalled();
  expect(list[6]).toEqual(await readDigest(periodOf(DAY, 'day'), db));
});

test('many changes at once are all there in the end', async () => {
  const db = emptyJournal();
  const list = watch(db);
  await db.links.bulkPut(many(400));
  await db.links.bulkDelete(many(30).map(({ id }) => id));
  await db.links.put(saved(399, { title: 'The last one' }));
  const expected = await readDigest(periodOf(DAY, 'day'), db);
  await vi.waitFor(() => expect(list.at(-1)).toEqual(expected));
  expect(ids(list.at(-1))).toHaveLength(370);
});
