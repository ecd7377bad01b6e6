import { expect, test } from 'vitest';
import { takeFetched } from '../../../src/storage/fetch-take';
import { beginFetch, keepRead, TakenUpElsewhere, takeUpFetch } from '../../../src/storage/fetched';
import { readServer } from '../../../src/storage/server';
import { clock, emptyJournal } from './journal';

const remote = (id: number) => ({
  id,
  shorturl: `short${id}`,
  url: `https://example.org/${id}`,
  title: `Link ${id}`,
  description: '',
  tags: [],
  private: false,
  created: '2020-01-02T03:04:05+02:00',
  updated: '',
});

test('what another window has begun to read anew is not taken over before all of it is read', async () => {
  const db = emptyJournal();
  const fetch = { run: 'here', began: 1, total: 2, read: 2 };
  await beginFetch(fetch, db);
  await keepRead(fetch, { links: [remote(0), remote(1)] }, db);
  const reading = { round: 1, ids: [], pages: { offset: 1, size: 1, tail: [0] } };
  const elsewhere = { ...fetch, run: 'elsewhere', read: 1, reading };
  await beginFetch(elsewhere, db);
  await keepRead(elsewhere, { links: [remote(0)] }, db);
  const taken = await takeUpFetch('here again', db);
  if (!taken) throw new Error('there is no fetch');
  await expect(takeFetched(taken, { clock: clock('2026-11-22T10:00:00Z') }, db)).rejects.toThrow(TakenUpElsewhere);
  expect(await db.links.count()).toBe(0);
  expect(await readServer('fetched', db)).toBeUndefined();
  expect(await readServer('fetch', db)).toMatchObject({ reading });
});
