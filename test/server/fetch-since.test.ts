import { expect, test } from 'vitest';
import { readServer, writeServer } from '../../src/storage/server';
import { importFile } from '../shaarli/import-file';
import { logIn, tokenIn } from '../shaarli/visitor';
import { allOf, apiOf, counted, fetchAll, manyLinks, type Pair, startPair } from './fetching';
import { startProxy } from './proxy';

/** A pair of which the first fetch is done, with what is asked from then on. */
async function startFetched(links = manyLinks(50)) {
  const { shaarli, db } = await startPair({ links });
  const proxy = await startProxy(shaarli.url);
  const pair = { shaarli, db, proxy, api: apiOf({ url: proxy.url, secret: shaarli.secret }) };
  await fetchAll(pair);
  proxy.asked.length = 0;
  return pair;
}

const whole = ({ proxy }: { proxy: { asked: string[] } }) => proxy.asked.some((one) => one.includes('/links?'));

async function post({ shaarli }: Pair, url: string): Promise<void> {
  await shaarli.api('POST', '/links', { url, title: 'New', description: '', tags: [], private: false });
}

/** As if the last fetch had been so many days ago. */
async function setBack({ db }: Pair, days: number): Promise<void> {
  const fetched = await readServer('fetched', db);
  if (!fetched) throw new Error('nothing was fetched');
  await writeServer('fetched', { ...fetched, upTo: fetched.upTo - days * 24 * 3600 }, db);
}

test('nothing happened: one question, no link', async () => {
  const pair = await startFetched();
  expect(await fetchAll(pair)).toEqual(counted());
  expect(pair.proxy.asked.map((one) => one.replace(/\?.*/, ''))).toEqual(['GET /api/v1/info', 'GET /api/v1/history']);
});

test('only what is new, changed or gone there is asked for, each once', async () => {
  const pair = await startFetched();
  await post(pair, 'https://example.org/new');
  for (const title of ['One', 'Two']) {
    const { body } = await pair.shaarli.api('GET', '/links/7');
    await pair.shaarli.api('PUT', '/links/7', { ...(body as object), title });
  }
  await pair.shaarli.api('DELETE', '/links/9');
  expect(await fetchAll(pair)).toEqual(counted({ added: 1, changed: 1 }));
  expect(pair.proxy.asked.filter((one) => /links\/\d/.test(one)).toSorted()).toEqual([
    'GET /api/v1/links/50',
    'GET /api/v1/links/7',
    'GET /api/v1/links/9',
  ]);
  // Nothing is ever deleted by a fetch.
  expect(await allOf(pair.db)).toHaveLength(51);
});

test('what the last fetch did not take over is there the next time', async () => {
  const pair = await startFetched();
  await post(pair, 'https://example.org/new');
  await setBack(pair, 1);
  expect(await fetchAll(pair)).toMatchObject({ added: 1 });
  expect(whole(pair)).toBe(false);
  expect(await fetchAll(pair)).toMatchObject({ added: 0, changed: 0 });
});

test('an import there names no link: everything is read', async () => {
  const pair = await startFetched();
  const link = '<DT><A HREF="https://example.org/i" PRIVATE="0">I</A>';
  await importFile(pair.shaarli, `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n${link}\n</DL><p>`);
  expect(await fetchAll(pair)).toEqual(counted({ added: 1, same: 50 }));
  expect(whole(pair)).toBe(true);
});

test('longer ago than the server remembers: everything is read', async () => {
  const pair = await startFetched();
  await setBack(pair, 32);
  expect(await fetchAll(pair)).toEqual(counted({ same: 50 }));
  expect(whole(pair)).toBe(true);
});

test('so much happened that everything is read sooner', async () => {
  const pair = await startFetched();
  for (let number = 0; number < 21; number += 1) await post(pair, `https://example.org/new/${number}`);
  expect(await fetchAll(pair)).toEqual(counted({ added: 21, same: 50 }));
  expect(whole(pair)).toBe(true);
});

test('a server without a history is read whole', async () => {
  const pair = await startFetched();
  pair.proxy.before = (asked) => (asked.includes('/history') ? 404 : undefined);
  await post(pair, 'https://example.org/new');
  expect(await fetchAll(pair)).toEqual(counted({ added: 1, same: 50 }));
});

test('made private on the page there, of which no history tells: everything has to be fetched', async () => {
  const pair = await startFetched();
  const visit = await logIn(pair.shaarli);
  await visit(`/admin/shaare/visibility?id=5&newVisibility=private&token=${tokenIn(await visit('/'))}`);
  expect(await fetchAll(pair)).toEqual(counted());
  expect(await fetchAll(pair, true)).toEqual(counted({ changed: 1, same: 49 }));
  expect((await allOf(pair.db))[5]?.private).toBe(true);
});

test('a page that has another link there: that one is asked for, too, and stays the one it is', async () => {
  const pair = await startFetched();
  await post(pair, 'https://example.org/3#part');
  expect(await fetchAll(pair)).toEqual(counted({ same: 1, changed: 1, doubles: 1 }));
  expect(await pair.db.twins.where('remote').equals(3).count()).toBe(1);
});
