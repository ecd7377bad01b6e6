import { expect, test } from 'vitest';
import { writtenLink } from '../../../src/core/server-link';
import { deleteThere, lookAtTouched, sendAllLinks, sendLinks, waitNoMore } from '../../../src/storage/queue';
import { writeServer } from '../../../src/storage/server';
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
  expect(await sendAllLinks(NOW, db)).toBe(2);
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
