import { expect, test } from 'vitest';
import { Problem } from '../../src/core/errors';
import { dropFetch, TakenUpElsewhere } from '../../src/storage/fetched';
import { readServer } from '../../src/storage/server';
import { goOnReading, readServerLinks } from '../../src/sync/fetch-links';
import type { Shaarli } from '../shaarli/server';
import { logIn, tokenIn } from '../shaarli/visitor';
import { allOf, apiOf, counted, fetchAll, manyLinks, options, type Pair, read, startPair, takeOver } from './fetching';
import { startProxy } from './proxy';

/** A pair with something between the two. */
async function startProxied(...given: Parameters<typeof startPair>) {
  const { shaarli, db } = await startPair(...given);
  const proxy = await startProxy(shaarli.url);
  return { shaarli, db, proxy, api: apiOf({ url: proxy.url, secret: shaarli.secret }) };
}

const pagesOf = (asked: string[]) => asked.flatMap((one) => /links\?(.*)/.exec(one)?.[1] ?? []);

const sizesOf = (asked: string[]) => pagesOf(asked).map((page) => Number(/limit=(\d+)/.exec(page)?.[1]));

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

/** Pins a link, deletes it, or changes its privacy, on the web pages there. */
async function onPage({ shaarli }: { shaarli: Shaarli }, path: string): Promise<void> {
  const visit = await logIn(shaarli);
  const token = tokenIn(await visit('/'));
  await visit(`${path}${path.includes('?') ? '&' : '?'}token=${token}`);
}

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
  await onPage(pair, '/admin/shaare/3/pin');
  expect((await pair.shaarli.api('GET', '/links?limit=1')).body).toMatchObject([{ id: 3 }]);
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
  expect(pagesOf(pair.proxy.asked).slice(0, 3)).toEqual([
    'offset=0&limit=1000',
    'offset=980&limit=1000',
    'offset=0&limit=1000',
  ]);
});

test('what is deleted on its web page leaves no trace but the count: it is read again', async () => {
  const pair = await startProxied({ links: manyLinks(1500) });
  pair.proxy.before = once(/offset=980/, () => onPage(pair, '/admin/shaare/delete?id=1499'));
  expect(await fetchAll(pair)).toEqual(counted({ added: 1499 }));
});

test('a server that has too little memory for large pages is read whole', async () => {
  const links = manyLinks(1200, { description: 'Long text. '.repeat(500) });
  const pair = await startProxied({ links, memory: '24M' });
  expect(await fetchAll(pair)).toEqual(counted({ added: 1200 }));
  expect(pair.proxy.answered).toContain(500);
});

test('a server that fails over large pages is read in smaller ones', async () => {
  const pair = await startProxied({ links: manyLinks(700) });
  pair.proxy.before = (asked) => (/limit=(1000|500)/.test(asked) ? 500 : undefined);
  expect(await fetchAll(pair)).toEqual(counted({ added: 700 }));
  expect([...new Set(sizesOf(pair.proxy.asked))]).toEqual([1000, 500, 250]);
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
  expect([...new Set(sizesOf(pair.proxy.asked))]).toEqual([1000, 500, 250, 125, 62, 31, 20]);
});

test('broken off, it is taken up where it was, also by another window and after the server was gone', async () => {
  const pair = await startProxied({ links: manyLinks(2300) });
  const stop = new AbortController();
  pair.proxy.before = once(/offset=980/, async () => stop.abort());
  await expect(
    readServerLinks(pair.api, { ...options, whole: true, signal: stop.signal }, pair.db),
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

test('a second window that takes it up ends the first one', async () => {
  const pair = await startProxied({ links: manyLinks(1500) });
  pair.proxy.before = once(/offset=980/, () => goOnReading(pair.api, options, pair.db));
  await expect(read(pair)).rejects.toBeInstanceOf(TakenUpElsewhere);
  expect(await pair.db.fetched.count()).toBe(1500);
  expect((await takeOver(pair)).counts.added).toBe(1500);
});

test.each([600, -600])('a server whose clock is %i seconds off is read, and its moments are its own', async (clock) => {
  const pair = await startPair({ links: manyLinks(3), clock });
  expect(await fetchAll(pair)).toEqual(counted({ added: 3 }));
  const { upTo } = (await readServer('fetched', pair.db)) ?? { upTo: 0 };
  expect(Math.abs(upTo - clock - Date.now() / 1000)).toBeLessThan(30);
  await pair.shaarli.api('POST', '/links', { url: 'https://example.org/late', title: 'Late', tags: [] });
  expect(await fetchAll(pair)).toMatchObject({ added: 1 });
});

test('a wrong secret is told, and nothing is begun', async () => {
  const { shaarli, db } = await startPair({ links: manyLinks(3) });
  const api = apiOf({ url: shaarli.url, secret: 'another secret' });
  await expect(readServerLinks(api, { ...options, whole: false }, db)).rejects.toMatchObject({ code: 'serverShut' });
  expect(await readServer('fetch', db)).toBeUndefined();
});

test('a server, or a cache before it, that always gives the same page is not asked for ever', async () => {
  const pair = await startPair({ links: manyLinks(1100) });
  const links = pair.api.links.bind(pair.api);
  let asked = 0;
  pair.api.links = (_, limit, signal) => {
    asked += 1;
    if (asked > 20) throw new Error('asked again and again');
    return links(0, limit, signal);
  };
  await expect(read(pair)).rejects.toThrow(new Problem('serverFault'));
  expect(await readServer('fetched', pair.db)).toBeUndefined();
});
