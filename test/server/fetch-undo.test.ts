import { expect, test } from 'vitest';
import { Journal } from '../../src/storage/database';
import { takeFetched } from '../../src/storage/fetch-take';
import { canUndoFetch, undoFetch } from '../../src/storage/fetch-undo';
import { deleteLink, editLink } from '../../src/storage/links';
import { forgetServer, readServer } from '../../src/storage/server';
import { entry } from '../fixtures/links';
import { countedAnew, keptCounts, save } from '../unit/storage/journal';
import { allOf, apiOf, counted, fetchAll, manyLinks, now, read, startPair, takeOver } from './fetching';
import { startSender } from './sender';

/** All tables that a fetch may change, but for what it remembers of itself. */
async function everything(db: Journal): Promise<unknown> {
  const tables = [db.links, db.bin, db.twins, db.doubles, db.queue];
  return Promise.all(tables.map((table) => table.toArray()));
}

test('what was added goes, what was changed is as it was, with what was known of the other side', async () => {
  const pair = await startPair({ links: manyLinks(5) });
  await fetchAll(pair);
  await save(pair.db, { url: 'https://example.org/mine', note: 'Mine.' }, '2024-01-01T10:00:00Z');
  const before = await everything(pair.db);
  const { body } = await pair.shaarli.api('GET', '/links/2');
  await pair.shaarli.api('PUT', '/links/2', { ...(body as object), title: 'Changed', tags: ['new'] });
  for (const url of ['https://example.org/new', 'https://example.org/mine', 'https://example.org/3#part'])
    await pair.shaarli.api('POST', '/links', { url, title: 'New', description: 'x', tags: ['y'] });
  expect(await fetchAll(pair, true)).toEqual(counted({ added: 1, changed: 3, same: 4, doubles: 1 }));
  expect(await canUndoFetch(pair.db)).toBe(true);
  expect(await undoFetch(pair.db)).toEqual({ removed: 1, back: 3, kept: 0 });
  expect(await everything(pair.db)).toEqual(before);
  expect(await keptCounts(pair.db)).toEqual(await countedAnew(pair.db));
  expect(await canUndoFetch(pair.db)).toBe(false);
  // What was taken back can be fetched again.
  expect(await fetchAll(pair)).toEqual(counted({ added: 1, changed: 3, same: 4, doubles: 1 }));
});

test('links that were edited, sent or deleted since are left; the first two are counted', async () => {
  const pair = await startPair({ links: manyLinks(6) });
  await fetchAll(pair);
  const [edited, sent, deleted] = await allOf(pair.db);
  if (!edited || !sent || !deleted) throw new Error('too few links');
  await editLink(edited.id, { base: edited, form: { ...entry(edited), note: 'Mine.' } }, now, {}, pair.db);
  await pair.db.twins.update(sent.id, { updated: '2026-11-22T12:00:00+00:00' });
  await deleteLink(deleted.id, now, pair.db);
  expect(await undoFetch(pair.db)).toEqual({ removed: 3, back: 0, kept: 2 });
  expect((await allOf(pair.db)).map(({ id }) => id)).toEqual([edited.id, sent.id]);
  expect(await pair.db.bin.count()).toBe(1);
});

test('a fetch that finds nothing new leaves the way back from the one before', async () => {
  const pair = await startPair({ links: manyLinks(3) });
  await fetchAll(pair);
  expect(await fetchAll(pair, true)).toEqual(counted({ same: 3 }));
  expect(await canUndoFetch(pair.db)).toBe(true);
  expect(await undoFetch(pair.db)).toEqual({ removed: 3, back: 0, kept: 0 });
});

test('two links that a fetch made one are two again', async () => {
  const pair = await startPair({
    links: [{ url: 'https://example.org/old', title: 'Old', created: '2020-01-01T10:00:00+00:00' }],
  });
  await fetchAll(pair);
  await save(pair.db, { url: 'https://example.org/page', note: 'Here.' }, '2019-01-01T10:00:00Z');
  const before = await everything(pair.db);
  const { body } = await pair.shaarli.api('GET', '/links/0');
  await pair.shaarli.api('PUT', '/links/0', { ...(body as object), url: 'https://example.org/page' });
  await fetchAll(pair);
  expect(await pair.db.links.count()).toBe(1);
  expect(await undoFetch(pair.db)).toMatchObject({ back: 2, kept: 0 });
  expect(await everything(pair.db)).toEqual(before);
});

test('stopped in the middle, whole links are there, in a journal that is opened again too; it goes on, or is undone', async () => {
  const pair = await startPair({ links: manyLinks(1200) });
  await read(pair);
  const stop = new AbortController();
  const fetch = await readServer('fetch', pair.db);
  if (!fetch) throw new Error('nothing was read');
  pair.db.links.hook('creating', () => stop.abort());
  expect(await takeFetched(fetch, { clock: now, signal: stop.signal }, pair.db)).toBeUndefined();
  pair.db.close();
  const db = new Journal(pair.db.name);
  expect(await db.links.count()).toBe(500);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
  expect(await canUndoFetch(db)).toBe(true);
  expect((await takeOver({ db })).counts).toMatchObject({ added: 1200 });
  expect(await undoFetch(db)).toEqual({ removed: 1200, back: 0, kept: 0 });
  expect(await db.links.count()).toBe(0);
  db.close();
});

test('a fetch that was stopped in the middle is undone as far as it came', async () => {
  const pair = await startPair({ links: manyLinks(700) });
  await read(pair);
  const stop = new AbortController();
  pair.db.links.hook('creating', () => stop.abort());
  const fetch = await readServer('fetch', pair.db);
  if (!fetch) throw new Error('nothing was read');
  await takeFetched(fetch, { clock: now, signal: stop.signal }, pair.db);
  expect(await undoFetch(pair.db)).toEqual({ removed: 500, back: 0, kept: 0 });
  expect(await readServer('fetch', pair.db)).toBeUndefined();
  expect(await pair.db.fetched.count()).toBe(0);
});

test('the next fetch ends the way back from the last one; so does forgetting the server, which leaves the links', async () => {
  const pair = await startPair({ links: manyLinks(3) });
  await fetchAll(pair);
  await pair.shaarli.api('POST', '/links', { url: 'https://example.org/new', title: 'New', tags: [] });
  await fetchAll(pair);
  expect(await undoFetch(pair.db)).toEqual({ removed: 1, back: 0, kept: 0 });
  await fetchAll(pair);
  await forgetServer(pair.db);
  expect(await canUndoFetch(pair.db)).toBe(false);
  expect(await pair.db.fetchUndo.count()).toBe(0);
  expect(await pair.db.links.count()).toBe(4);
});

test('links that wait to be sent while the fetch that brought them is undone do not keep others from being sent', async () => {
  const sender = await startSender({ links: manyLinks(2) });
  const pair = { db: sender.db, shaarli: sender.shaarli, api: apiOf(sender.shaarli) };
  await fetchAll(pair);
  await sender.send(...(await allOf(pair.db)).map(({ id }) => id));
  expect(await undoFetch(pair.db)).toEqual({ removed: 2, back: 0, kept: 0 });
  const { id } = await sender.save({ title: 'Mine' });
  await sender.send(id);
  await sender.work();
  expect(await sender.queue()).toEqual([]);
  expect((await sender.shaarli.links()).map(({ title }) => title)).toContain('Mine');
});
