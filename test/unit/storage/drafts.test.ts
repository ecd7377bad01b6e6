import { describe, expect, test, vi } from 'vitest';
import type { Draft } from '../../../src/core/draft';
import { noPassage } from '../../../src/core/link';
import type { Journal } from '../../../src/storage/database';
import { dropOldDrafts, listDrafts, readDrafts, replaceDrafts } from '../../../src/storage/drafts';
import { editLink, saveLink } from '../../../src/storage/links';
import { draft } from '../../fixtures/drafts';
import { entry } from '../../fixtures/links';
import { clock, emptyJournal, save } from './journal';

const morning = '2023-03-13T07:41:05Z';
const keysIn = async (db: Journal) => (await db.drafts.toArray()).map(({ key }) => key);
const put = (db: Journal, ...drafts: Draft[]) => Promise.all(drafts.map((one) => replaceDrafts([], one, db)));

test('the newest draft of a place is the last, whoever wrote it', async () => {
  const db = emptyJournal();
  await put(db, draft({ key: 'b', at: 1 }), draft({ key: 'a', at: 2 }), draft({ key: 'c', place: 'adding', at: 3 }));
  expect((await readDrafts('https://example.org/a', db)).map(({ key }) => key)).toEqual(['b', 'a']);
});

test('two forms on one page overwrite nothing, not even when both go on from the same draft', async () => {
  const db = emptyJournal();
  await put(db, draft({ key: 'old' }));
  await replaceDrafts(['old'], draft({ key: 'here', typed: { note: 'here' } }), db);
  await replaceDrafts(['old'], draft({ key: 'there', typed: { note: 'there' } }), db);
  expect(await keysIn(db)).toEqual(['here', 'there']);
});

test('every change is given to the database at once: none waits for the one before', async () => {
  const db = emptyJournal();
  // Dexie holds on to the function when it opens the database.
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await db.open();
  begin.mockClear();
  const writes = ['a', 'ab', 'abc'].map((note) => replaceDrafts(['gone'], draft({ typed: { note } }), db));
  // What a popup does in the task of its last key; the browser fulfils it when the popup is gone.
  for (let count = 0; count < 50; count += 1) await Promise.resolve();
  const begun = begin.mock.results.map(({ value }) => value as IDBTransaction);
  begin.mockRestore();
  expect(begun).toHaveLength(3);
  for (const transaction of begun)
    expect(() => transaction.objectStore('drafts').clear()).toThrow(/committed|inactive/i);
  await Promise.all(writes);
  expect((await db.drafts.get('one'))?.typed.note).toBe('abc');
});

describe('saving', () => {
  const form = entry();

  test('drops the drafts that it saves in its own transaction, and no other', async () => {
    const db = emptyJournal();
    await put(db, draft({ key: 'mine' }), draft({ key: 'before' }), draft({ key: 'another window’s' }));
    await saveLink({ base: form, form }, noPassage, clock(morning), ['mine', 'before'], db);
    expect(await keysIn(db)).toEqual(['another window’s']);
  });

  test('that fails keeps them', async () => {
    const db = emptyJournal();
    const { link } = await save(db, {}, morning);
    await save(db, { url: 'https://example.org/b' }, morning);
    await put(db, draft({ key: 'mine' }));
    const taken = { base: link, form: { ...link, url: 'https://example.org/b' } };
    await expect(editLink(link.id, taken, clock(morning), { drafts: ['mine'] }, db)).rejects.toMatchObject({
      code: 'addressTaken',
    });
    expect(await keysIn(db)).toEqual(['mine']);
  });
});

test('the list is the newest first, and knows which are changes to a saved link', async () => {
  const db = emptyJournal();
  const { link } = await save(db, {}, morning);
  await put(
    db,
    draft({ key: 'a', at: 1 }),
    draft({ key: 'b', at: 2, place: 'adding' }),
    draft({ key: 'c', at: 3, place: 'hidden' }),
  );
  const rows = await listDrafts(db);
  expect(rows.map((row) => [row.draft.key, row.link?.id])).toEqual([
    ['c', undefined],
    ['b', undefined],
    ['a', link.id],
  ]);
});

describe('old drafts', () => {
  const DAY = 24 * 3600;
  const typedAt = Date.parse(morning) / 1000;
  const sweep = (db: Journal, at: number) => dropOldDrafts({ ms: at * 1000, offset: 60 }, db);
  const journalWithDraft = async () => {
    const db = emptyJournal();
    await put(db, draft({ at: typedAt }));
    return db;
  };

  test('stay for 30 days to the second, and are only noted then', async () => {
    const db = await journalWithDraft();
    await sweep(db, typedAt + 30 * DAY);
    expect((await db.drafts.get('one'))?.dueAt).toBeUndefined();
    await sweep(db, typedAt + 30 * DAY + 1);
    expect((await db.drafts.get('one'))?.dueAt).toBe(typedAt + 30 * DAY + 1);
  });

  test('go when they have been due for a day, not a second earlier', async () => {
    const db = await journalWithDraft();
    await sweep(db, typedAt + 40 * DAY);
    await sweep(db, typedAt + 41 * DAY - 1);
    expect(await keysIn(db)).toEqual(['one']);
    await sweep(db, typedAt + 41 * DAY);
    expect(await keysIn(db)).toEqual([]);
  });

  test('survive a clock that was years ahead for an hour', async () => {
    const db = await journalWithDraft();
    await sweep(db, typedAt + 3000 * DAY);
    await sweep(db, typedAt + 2 * DAY);
    expect(await keysIn(db)).toEqual(['one']);
    // When its time has come, what was noted then counts for nothing.
    await sweep(db, typedAt + 31 * DAY);
    await sweep(db, typedAt + 31 * DAY + 60);
    expect(await keysIn(db)).toEqual(['one']);
    await sweep(db, typedAt + 32 * DAY);
    expect(await keysIn(db)).toEqual([]);
  });

  test('of the future stay', async () => {
    const db = await journalWithDraft();
    await sweep(db, typedAt - 400 * DAY);
    expect(await keysIn(db)).toEqual(['one']);
  });

  test('a change gives another 30 days', async () => {
    const db = await journalWithDraft();
    await sweep(db, typedAt + 31 * DAY);
    await put(db, draft({ at: typedAt + 31 * DAY + 5 }));
    await sweep(db, typedAt + 33 * DAY);
    expect(await keysIn(db)).toEqual(['one']);
  });
});
