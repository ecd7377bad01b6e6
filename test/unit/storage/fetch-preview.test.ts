import { expect, test } from 'vitest';
import { previewFetch } from '../../../src/storage/fetch-preview';
import { beginFetch, keepRead } from '../../../src/storage/fetched';
import { clock, emptyJournal } from './journal';

test('whatever length a title or an address there has, the preview shows its beginning', async () => {
  const db = emptyJournal();
  const remote = {
    id: 0,
    shorturl: 'abc',
    url: `https://example.org/${'a'.repeat(100_000)}`,
    title: 'T'.repeat(100_000),
    description: '',
    tags: [],
    private: false,
    created: '2020-01-02T03:04:05+02:00',
    updated: '',
  };
  const fetch = { run: 'here', began: 1, total: 1, read: 1 };
  await beginFetch(fetch, db);
  await keepRead(fetch, { links: [remote] }, db);
  const { added } = await previewFetch({ clock: clock('2026-11-22T10:00:00Z') }, db);
  expect(added).toMatchObject([{ title: expect.stringMatching(/^T{10,500}$/) }]);
  expect(JSON.stringify(added).length).toBeLessThan(1000);
});
