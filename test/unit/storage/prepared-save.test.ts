import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tagIdentity } from '../../../src/core/tags';
import type { Journal } from '../../../src/storage/database';
import { preparedGround, prepareSave } from '../../../src/storage/ground';
import { writeServer } from '../../../src/storage/server';
import { changeSetting } from '../../../src/storage/settings';
import { tagUses } from '../../../src/storage/tag-uses';
import { countedAnew, emptyJournal, keptCounts, save, waitingIds } from './journal';

const MORNING = '2023-03-13T10:00:00Z';
const NEXT_DAY = '2023-03-14T10:00:00Z';
const OTHER = 'https://example.org/other';

/** Another window that this one has not heard of yet. */
async function unheard(db: Journal, store: string, row: object): Promise<void> {
  const transaction = db.backendDB().transaction(store, 'readwrite');
  transaction.objectStore(store).put(row);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
}

async function requests(act: () => Promise<unknown>): Promise<string[]> {
  const made: string[] = [];
  const names = ['get', 'getAll', 'getAllKeys', 'openCursor', 'count', 'put', 'add', 'delete'] as const;
  const spies = names.map((name) => {
    const asked = IDBObjectStore.prototype[name] as (this: IDBObjectStore, ...rest: unknown[]) => IDBRequest;
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...rest: unknown[]
    ) {
      made.push(`${name} ${this.name}`);
      return asked.apply(this, rest) as never;
    });
  });
  await act();
  for (const spy of spies) spy.mockRestore();
  return made;
}

let db: Journal;

beforeEach(async () => {
  db = emptyJournal();
  await save(db, { url: 'https://example.org/first', tags: ['Verse'] }, MORNING);
});

afterEach(() => vi.restoreAllMocks());

test('a page that the journal does not know is saved by writing alone', async () => {
  await prepareSave(db);
  expect(await requests(() => save(db, { url: OTHER, tags: ['verse', 'new'] }, NEXT_DAY))).toEqual([
    'put counts',
    'add links',
  ]);
  expect((await db.links.get({ key: OTHER }))?.tags).toEqual(['Verse', 'new']);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
  expect(await waitingIds(db)).toHaveLength(2);
});

test('a page that another window saved just now is changed, and not overwritten', async () => {
  await prepareSave(db);
  const first = await db.links.get({ key: 'https://example.org/first' });
  await unheard(db, 'links', { ...first, id: 'theirs', key: OTHER, url: OTHER, note: 'Theirs.', tags: [] });
  const saved = await save(db, { url: OTHER, tags: ['mine'] }, NEXT_DAY);
  expect(saved).toMatchObject({ known: true, link: { id: 'theirs', note: 'Theirs.', tags: ['mine'] } });
  expect(await db.links.count()).toBe(2);
  expect((await tagUses(db)).get(tagIdentity('mine'))?.count).toBe(1);
});

test('what is prepared is of no use any more where settings, server or tags have changed', async () => {
  const changes = [
    () => changeSetting(db, 'dayStart', 120),
    () => writeServer('server', { address: 'https://a.example', api: 'https://a.example/api/v1', zone: 'UTC' }, db),
    () => save(db, { url: OTHER, tags: ['verse'] }, NEXT_DAY),
  ];
  for (const change of changes) {
    await prepareSave(db);
    expect(preparedGround(db)).toBeDefined();
    await change();
    expect(preparedGround(db)).toBeUndefined();
  }
});

test('a change while it is being prepared counts too', async () => {
  const preparing = prepareSave(db);
  await changeSetting(db, 'dayStart', 120);
  await preparing;
  expect(preparedGround(db)).toBeUndefined();
});

test('where there is a server, the link is noted for it', async () => {
  await writeServer('server', { address: 'https://a.example', api: 'https://a.example/api/v1', zone: 'UTC' }, db);
  await prepareSave(db);
  const { link } = await save(db, { url: OTHER }, NEXT_DAY);
  expect(await db.touched.toCollection().primaryKeys()).toEqual([link.id]);
});

test('what is recent is added up before there is much of it', async () => {
  for (let round = 0; round < 50; round++) {
    await prepareSave(db);
    await save(db, { url: `https://example.org/${round}`, tags: [`tag-${round % 7}`] }, NEXT_DAY);
  }
  expect(await db.counts.count()).toBeLessThan(25);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
  expect(await waitingIds(db)).toHaveLength(51);
});
