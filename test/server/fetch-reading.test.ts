import { expect, test } from 'vitest';
import { dropFetch } from '../../src/storage/fetched';
import { readServer } from '../../src/storage/server';
import { goOnReading } from '../../src/sync/fetch-links';
import { allOf, apiOf, counted, fetchAll, manyLinks, options, type Pair, read, startPair } from './fetching';
import { startProxy } from './proxy';

/** A pair with something between the two. */
async function startProxied(...given: Parameters<typeof startPair>) {
  const { shaarli, db } = await startPair(...given);
  const proxy = await startProxy(shaarli.url);
  return { shaarli, db, proxy, api: apiOf({ url: proxy.url, secret: shaarli.secret }) };
}

const pagesOf = (asked: string[]) => asked.flatMap((one) => /links\?(.*)/.exec(one)?.[1] ?? []);

/** Does it once, before the request that matches. */
const once = (wanted: RegExp, act: () => Promise<unknown>) => {
  let done = false;
  return async (asked: string) => {
    if (!done && wanted.test(asked)) {
      done = true;
      await act();
    }
    return undefined;
  };
};

const titles = async ({ db }: Pick<Pair, 'db'>) => (await allOf(db)).map(({ title }) => title);

test('an empty server has nothing', async () => {
  expect(await fetchAll(await startPair())).toEqual(counted());
});

test('a server that is larger than a page is read whole', async () => {
  const pair = await startProxied({ links: manyLinks(2300) });
  expect(await fetchAll(pair)).toEqual(counted({ added: 2300 }));
  expect(pagesOf(pair.proxy.asked)).toEqual(['offset=0&limit=1000', 'offset=980&limit=1000', 'offset=1960&limit=1000']);
  expect(new Set(await titles(pair)).size).toBe(2300);
});

test('pinned links, which come first, come once', async () => {
  const pair = await startPair({ links: manyLinks(1100) });
  const sticky = await pinThere(pair, 3);
  expect(sticky).toBe(3);
  expect(await fetchAll(pair)).toEqual(counted({ added: 1100 }));
});

test('what is saved and deleted there meanwhile is seen', async () => {
  const pair = await startProxied({ links: manyLinks(1500) });
  pair.proxy.before = once(/offset=980/, async () => {
    for (const id of [1499, 1490, 1400, 700]) await pair.shaarli.api('DELETE', `/links/${id}`);
    await pair.shaarli.api('POST', '/links', { url: 'https://example.org/late', title: 'Late', tags: [] });
  });
  expect(await fetchAll(pair)).toEqual(counted({ added: 1497 }));
  expect(new Set(await titles(pair))).toEqual(new Set((await pair.shaarli.links()).map(({ title }) => title)));
});

test('more is deleted there than pages overlap: it is read again', async () => {
  const pair = await startProxied({ links: manyLinks(1500) });
  pair.proxy.before = once(/offset=980/, async () => {
    for (let id = 1499; id > 1470; id -= 1) await pair.shaarli.api('DELETE', `/links/${id}`);
  });
  expect(await fetchAll(pair)).toEqual(counted({ added: 1471 }));
  expect(pagesOf(pair.proxy.asked)).toEqual([
    'offset=0&limit=1000',
    'offset=980&limit=1000',
    'offset=0&limit=1000',
    'offset=980&limit=1000',
  ]);
});

test('what is deleted on its web page leaves no trace but the count: it is read again', async () => {
  const pair = await startProxied({ links: manyLinks(1500) });
  pair.proxy.before = once(/offset=980/, () => deleteThere(pair, 1499));
  expect(await fetchAll(pair)).toEqual(counted({ added: 1499 }));
});

test('a server that fails over large pages is read in smaller ones', async () => {
  const links = manyLinks(1200, { description: 'Long text. '.repeat(500) });
  const pair = await startProxied({ links, memory: '32M' });
  expect(await fetchAll(pair)).toEqual(counted({ added: 1200 }));
  const sizes = pagesOf(pair.proxy.asked).map((page) => Number(/limit=(\d+)/.exec(page)?.[1]));
  expect(sizes[0]).toBe(1000);
  expect(Math.min(...sizes)).toBeLessThan(1000);
});

test('a failure that passes is waited out; one that does not is told, and what was read stays', async () => {
  const pair = await startProxied({ links: manyLinks(1500) });
  let failures = 2;
  pair.proxy.before = (asked) => (asked.includes('offset=980') && failures-- > 0 ? 'cut' : undefined);
  await read(pair);
  await dropFetch(pair.db);
  pair.proxy.before = (asked) => (asked.includes('offset=980') ? 'cut' : undefined);
  await expect(read(pair)).rejects.toMatchObject({ code: 'serverSilent' });
  expect(await readServer('fetch', pair.db)).toMatchObject({ read: 1000, total: 1500 });
});

test('a server that keeps failing is asked for ever smaller pages, and then told', async () => {
  const pair = await startProxied({ links: manyLinks(10) });
  pair.proxy.before = (asked) => (asked.includes('/links') ? 500 : undefined);
  await expect(read(pair)).rejects.toMatchObject({ code: 'serverFault' });
  const sizes = pagesOf(pair.proxy.asked).map((page) => Number(/limit=(\d+)/.exec(page)?.[1]));
  expect(sizes).toEqual([1000, 500, 250, 125, 62, 31, 20, 20, 20]);
});

test('broken off, it is taken up where it was, also by another window and after the server was gone', async () => {
  const pair = await startProxied({ links: manyLinks(2300) });
  const stop = new AbortController();
  pair.proxy.before = once(/offset=980/, async () => stop.abort());
  await expect(
    import('../../src/sync/fetch-links').then(({ readServerLinks }) =>
      readServerLinks(pair.api, { ...options, whole: true, signal: stop.signal }, pair.db),
    ),
  ).rejects.toMatchObject({ name: 'AbortError' });
  expect(await readServer('fetch', pair.db)).toMatchObject({ read: 1000, total: 2300 });
  await pair.shaarli.stop();
  await expect(goOnReading(pair.api, options, pair.db)).rejects.toMatchObject({ code: 'serverSilent' });
  await pair.shaarli.start();
  pair.proxy.asked.length = 0;
  await goOnReading(pair.api, options, pair.db);
  expect(pagesOf(pair.proxy.asked)[0]).toBe('offset=980&limit=1000');
  expect(await pair.db.fetched.count()).toBe(2300);
});
