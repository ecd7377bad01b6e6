import { describe, expect, test } from 'vitest';
import { writtenLink } from '../../../src/core/server-link';
import {
  deleteThere,
  giveUp,
  lookAtTouched,
  nextInQueue,
  type QueueRow,
  sendDiffering,
  sendLinks,
  tryAgain,
  waiting,
  waitNoMore,
} from '../../../src/storage/queue';
import { isAhead } from '../../../src/storage/queue-failures';
import { idsOf } from '../../../src/storage/scope';
import { readServer, writeServer } from '../../../src/storage/server';
import { twinOf } from '../../../src/storage/twins';
import { link } from '../../fixtures/links';
import { clock, emptyJournal } from './journal';

const NOW = clock('2023-03-13T12:00:00Z');
const here = (id: string, more = {}) => link({ id, url: `https://example.org/${id}`, ...more });

/** Links of which the server has `same` as it is, `changed` as it was when it was public, and `fresh` not at all. */
async function journalWithServer() {
  const db = emptyJournal();
  await writeServer('server', { address: 'https://s.example', api: 'https://s.example/api/v1', zone: 'UTC' }, db);
  const [same, changed, fresh] = [here('same'), here('changed', { private: true }), here('fresh')];
  await db.links.bulkPut([same, changed, fresh]);
  const there = (of: typeof same, remote: number) =>
    twinOf(of.id, { ...writtenLink(of), id: remote, shorturl: `s${remote}`, created: '', updated: '' });
  await db.twins.bulkPut([there(same, 1), there({ ...changed, private: false }, 2)]);
  return db;
}

const waits = async (db: ReturnType<typeof emptyJournal>) =>
  (await db.queue.toArray()).map(({ id, what }) => `${id} ${what}`);

test('everything is sent but what the server has as it is', async () => {
  const db = await journalWithServer();
  expect(await sendDiffering(await idsOf({ kind: 'all' }, db), NOW, db)).toBe(2);
  expect(await waits(db)).toEqual(['changed send', 'fresh send']);
});

test('what is told not to be sent: a link that was made private here does not stay public there', async () => {
  const db = await journalWithServer();
  await sendLinks(['same', 'changed', 'fresh'], NOW, db);
  expect(await waitNoMore(db)).toBe(3);
  while (await lookAtTouched(NOW, db));
  expect(await waits(db)).toEqual(['changed send']);
});

test('what is told not to be sent leaves alone what is to be deleted there, and what the server may have heard', async () => {
  const db = await journalWithServer();
  await sendLinks(['fresh'], NOW, db);
  await db.queue.update('fresh', { told: writtenLink(here('fresh')) });
  await deleteThere(['same'], NOW, db);
  expect(await waitNoMore(db)).toBe(0);
  expect(await waits(db)).toEqual(['fresh send', 'same delete']);
});

const told = writtenLink(here('x'));

describe('what becomes of a touched link', () => {
  const refusedFor = (why: QueueRow['why']): Partial<QueueRow> => ({ state: 'refused', ...(why && { why }) });
  const cases: [name: string, id: string, row: Partial<QueueRow> | undefined, left: object[]][] = [
    ['on the server as it is: nothing', 'same', undefined, []],
    ['on the server otherwise: it waits', 'changed', undefined, [{ what: 'send', state: 'waiting', at: NOW.ms }]],
    ['not on the server: nothing, unless it is sent by itself', 'fresh', undefined, []],
    ['waiting already: it keeps its place', 'fresh', {}, [{ what: 'send', state: 'waiting', at: 1 }]],
    ['refused: the change may have mended it', 'fresh', refusedFor('serverTaken'), [{ state: 'waiting', at: NOW.ms }]],
    ['deleted there: it waits for a person', 'fresh', refusedFor('serverGone'), [{ state: 'refused', at: 1 }]],
    ['come back before it was deleted there: nothing', 'same', { what: 'delete' }, []],
    ['come back, perhaps after it: it is sent', 'same', { what: 'delete', seen: told }, [{ what: 'send', seen: told }]],
    ['come back, perhaps never there: it is sent', 'fresh', { what: 'delete', told }, [{ what: 'send', told }]],
    ['gone: it is not sent', 'gone', {}, []],
    ['gone: it is deleted there', 'gone', { what: 'delete' }, [{ what: 'delete', at: 1 }]],
    [
      'gone, and refused to be deleted there: it stays so',
      'gone',
      { what: 'delete', ...refusedFor('serverChanged') },
      [{ what: 'delete', state: 'refused' }],
    ],
  ];

  test.each(cases)('%s', async (_name, id, row, left) => {
    const db = await journalWithServer();
    if (row) await db.queue.put({ ...waiting(id, 'send', 1), ...row });
    await db.touched.put({ id });
    expect(await lookAtTouched(NOW, db)).toBe(true);
    expect(await lookAtTouched(NOW, db)).toBe(false);
    expect(await db.queue.toArray()).toMatchObject(left);
    expect(await db.queue.count()).toBe(left.length);
  });
});

test('the oldest goes first; what was refused does not go', async () => {
  const db = emptyJournal();
  expect(await nextInQueue(db)).toBeUndefined();
  await db.queue.bulkPut([
    { ...waiting('c', 'send', 1), state: 'refused' },
    waiting('b', 'send', 3),
    waiting('a', 'delete', 2),
  ]);
  expect(await nextInQueue(db)).toMatchObject({ id: 'a' });
});

test('what is told twice to be sent waits once, and keeps its place', async () => {
  const db = await journalWithServer();
  expect(await sendLinks(['same', 'fresh'], NOW, db)).toBe(2);
  expect(await sendLinks(['fresh', 'changed'], { ...NOW, ms: NOW.ms + 1 }, db)).toBe(1);
  expect((await db.queue.toArray()).map(({ id, at }) => [id, at - NOW.ms])).toEqual([
    ['changed', 1],
    ['fresh', 0],
    ['same', 0],
  ]);
});

test('what the server may have heard is not forgotten by deleting, sending and trying again', async () => {
  const db = await journalWithServer();
  await db.queue.put({ ...waiting('fresh', 'send', 1), told, tries: 2 });
  await deleteThere(['fresh', 'same', 'unknown'], NOW, db);
  expect(await waits(db)).toEqual(['fresh delete', 'same delete']);
  expect(await db.queue.get('fresh')).toEqual({ ...waiting('fresh', 'delete', NOW.ms), told });
  await db.queue.update('fresh', { state: 'refused', why: 'serverChanged', seen: told });
  await tryAgain(NOW, 'fresh', db);
  expect(await db.queue.get('fresh')).toEqual({ ...waiting('fresh', 'delete', NOW.ms), told, seen: told });
  await sendLinks(['fresh'], NOW, db);
  expect(await db.queue.get('fresh')).toEqual({ ...waiting('fresh', 'send', NOW.ms), told, seen: told });
});

test('one is tried again or given up, or all are; trying again ends what stopped the sending', async () => {
  const db = await journalWithServer();
  const refuseAll = () =>
    db.queue.bulkPut(
      ['a', 'b', 'c'].map((id) => ({ ...waiting(id, 'send', 1), state: 'refused', why: 'serverFault' })),
    );
  const states = async () => (await db.queue.toArray()).map(({ id, state }) => `${id} ${state}`);
  await refuseAll();
  await writeServer('sending', { lastSent: 5, failures: 3, retryAt: 9, stopped: 'serverShut' }, db);
  await tryAgain(NOW, 'b', db);
  expect(await states()).toEqual(['a refused', 'b waiting', 'c refused']);
  expect(await readServer('sending', db)).toEqual({ lastSent: 5, failures: 0 });
  await giveUp('a', db);
  expect(await states()).toEqual(['b waiting', 'c refused']);
  await giveUp(undefined, db);
  expect(await states()).toEqual(['b waiting']);
  await refuseAll();
  await tryAgain(NOW, undefined, db);
  expect(await states()).toEqual(['a waiting', 'b waiting', 'c waiting']);
});

test('what is due later waits, but not for a moment that only a clock which was put back can have set', () => {
  const MINUTE = 60_000;
  expect(isAhead(undefined, 1000)).toBe(false);
  expect(isAhead(999, 1000)).toBe(false);
  expect(isAhead(1001, 1000)).toBe(true);
  expect(isAhead(15 * MINUTE, 0)).toBe(true);
  expect(isAhead(15 * MINUTE + 1, 0)).toBe(false);
});
