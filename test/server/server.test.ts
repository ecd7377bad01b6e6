import { existsSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { bearer, type Shaarli, type ShaarliOptions, startShaarli } from '../shaarli/server';

/* Other tests believe what this server says: that it is a real one is shown here. */

const started: Shaarli[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((shaarli) => shaarli.remove()));
});

async function start(options?: ShaarliOptions): Promise<Shaarli> {
  const shaarli = await startShaarli(options);
  started.push(shaarli);
  return shaarli;
}

const LINK = {
  url: 'https://example.org/a?b=1&c=é',
  title: 'A “title”',
  description: '> quote\n\nnote & <b>',
  tags: ['two words', 'Tag'],
  private: true,
};

const seconds = () => Math.floor(Date.now() / 1000);

function getInfo(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/v1/info`, { headers });
}

test('it refuses who has no token, or that of another secret', async () => {
  const { url, secret, api } = await start();
  for (const authorization of ['', 'Bearer x', bearer('another secret', seconds() - 270)]) {
    const answer = await getInfo(url, authorization ? { authorization } : {});
    expect([answer.status, await answer.json()]).toEqual([401, 'Not authorized']);
  }
  expect((await getInfo(url, { authorization: bearer(secret, seconds() - 270) })).status).toBe(200);
  expect(await api('GET', '/info')).toMatchObject({ status: 200, body: { global_counter: 0, private_counter: 0 } });
});

test('links are written, read, replaced and deleted', async () => {
  const { api, links } = await start();
  const posted = await api('POST', '/links', { ...LINK, created: '2020-01-02T03:04:05+02:00' });
  expect(posted).toMatchObject({ status: 201, body: { ...LINK, id: 0, created: '2020-01-02T03:04:05+02:00' } });
  expect(await links()).toEqual([posted.body]);
  expect(await api('POST', '/links', { url: LINK.url })).toEqual({ status: 409, body: posted.body });
  const changed = { ...LINK, title: 'Changed', private: false };
  expect(await api('PUT', '/links/0', changed)).toMatchObject({ status: 200, body: changed });
  expect(await api('DELETE', '/links/0')).toEqual({ status: 204, body: '' });
  expect(await api('GET', '/links/0')).toMatchObject({ status: 404 });
  expect(await links()).toEqual([]);
});

test('its clock can be ahead', async () => {
  const { url, secret, api } = await start({ clock: 600 });
  const late = await getInfo(url, { authorization: bearer(secret, seconds()) });
  expect(late.status).toBe(401);
  const ahead = (Date.parse(late.headers.get('date') ?? '') - Date.now()) / 1000;
  expect(Math.abs(ahead - 600)).toBeLessThan(10);
  expect((await api('GET', '/info')).status).toBe(200);
  const { body } = await api('POST', '/links', LINK);
  expect(Date.parse((body as { created: string }).created) / 1000 - seconds()).toBeGreaterThan(590);
});

test('its clock can be behind', async () => {
  const { url, secret, api } = await start({ clock: -600 });
  expect((await getInfo(url, { authorization: bearer(secret, seconds() - 270) })).status).toBe(401);
  expect((await api('GET', '/info')).status).toBe(200);
});

test('it can be in a sub-folder', async () => {
  const { url, secret } = await start({ path: '/sub/folder' });
  const headers = { authorization: bearer(secret, seconds() - 270) };
  expect(new URL(url).pathname).toBe('/sub/folder');
  expect((await getInfo(url, headers)).status).toBe(200);
  expect((await getInfo(`${url}/index.php`, headers)).status).toBe(200);
  expect((await getInfo(new URL(url).origin, headers)).status).toBe(404);
  const page = await fetch(url);
  expect(page.url).toBe(`${url}/`);
  expect(await page.text()).toContain('A Shaarli for tests');
  expect((await fetch(`${url}/tpl/default/css/shaarli.min.css`)).headers.get('content-type')).toContain('text/css');
});

test('it can be without rules for rewriting', async () => {
  const { url, secret, api } = await start({ rewriting: false });
  const headers = { authorization: bearer(secret, seconds() - 270) };
  expect((await getInfo(url, headers)).status).toBe(404);
  expect((await getInfo(`${url}/index.php`, headers)).status).toBe(200);
  expect((await api('GET', '/info')).status).toBe(200);
  expect((await fetch(`${url}/`)).status).toBe(200);
});

test('it can have its API off, or links private by default, and its own zone and separator', async () => {
  const off = await start({ apiEnabled: false });
  expect(await off.api('GET', '/info')).toEqual({ status: 401, body: 'Not authorized' });
  const shy = await start({ privateByDefault: true, zone: 'Asia/Kolkata', separator: ',' });
  expect(await shy.api('POST', '/links', { url: LINK.url })).toMatchObject({ status: 201, body: { private: true } });
  expect((await shy.links())[0]?.created).toMatch(/\+05:30$/);
  expect((await shy.api('GET', '/info')).body).toMatchObject({ settings: { timezone: 'Asia/Kolkata' } });
});

test('a stop keeps the data, the address stays; removing leaves nothing', async () => {
  const { url, api, links, stop, start: startAgain, remove, folder } = await start();
  await api('POST', '/links', LINK);
  await stop();
  await expect(getInfo(url)).rejects.toThrow('fetch failed');
  await startAgain();
  expect(await links()).toMatchObject([LINK]);
  await remove();
  await expect(getInfo(url)).rejects.toThrow('fetch failed');
  expect(existsSync(folder)).toBe(false);
});

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...LINK,
    url: `https://example.org/${index}`,
    created: new Date(1_600_000_000_000 + index * 1000).toISOString().replace('.000Z', '+00:00'),
  }));

test('many links can be there from the start', async () => {
  const seeded = many(2000);
  const { links, api } = await start({ links: seeded });
  const found = await links();
  expect(found).toMatchObject(seeded);
  expect(found.map(({ id }) => id)).toEqual(seeded.map((_, index) => index));
  expect(await api('POST', '/links', { url: 'https://example.org/new' })).toMatchObject({
    status: 201,
    body: { id: 2000 },
  });
});

test('with little memory it answers 500 to what is too large', async () => {
  const { api } = await start({ links: many(2000), memory: '4M' });
  expect(await api('GET', '/links?limit=all')).toEqual({ status: 500, body: '' });
});
