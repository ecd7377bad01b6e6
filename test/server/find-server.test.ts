import { expect, test } from 'vitest';
import { askServer } from '../../src/platform/http';
import { findServer } from '../../src/sync/find-server';
import { shaarliFor, strangerFor } from './houses';
import { saying } from './stranger';

const withSlashes = ['', '/', '/index.php', '/index.php?page=2#top', '/?searchtags=a'];
const pages = ['/admin/tools', '/daily?day=20230313', '/login', '/shaare/liWnLw', '/tags/cloud', '/index.php/daily'];

test('a Shaarli is found from every address of it, in a sub-folder', async () => {
  const { url } = await shaarliFor({ path: '/sub/folder' });
  for (const end of [...withSlashes, ...pages])
    expect(await findServer(url + end), end).toEqual({ address: url, api: `${url}/api/v1` });
});

test('at the root of its host, typed without scheme', async () => {
  const { url } = await shaarliFor();
  for (const end of [...withSlashes, ...pages, '/some/folder/that/is/not/there'])
    expect(await findServer(` ${url.slice('http://'.length)}${end} `), end).toEqual({
      address: url,
      api: `${url}/api/v1`,
    });
});

test('without rules for rewriting', async () => {
  const { url } = await shaarliFor({ path: '/links', rewriting: false });
  for (const end of withSlashes)
    expect(await findServer(url + end), end).toEqual({ address: url, api: `${url}/index.php/api/v1` });
});

test('with its API off: that is told later, by the secret', async () => {
  const { url } = await shaarliFor({ apiEnabled: false });
  expect((await findServer(url)).address).toBe(url);
});

test('nobody is there: one request, and no more', async () => {
  const { url, close } = await strangerFor(saying(200, 'x'));
  await close();
  await expect(findServer(`${url}/links`)).rejects.toMatchObject({ code: 'serverSilent', detail: new URL(url).host });
  await expect(findServer('http://nobody.invalid')).rejects.toMatchObject({ code: 'serverSilent' });
});

test.each([
  ['a page', 200, '<html>Hello</html>'],
  ['a page that is not found', 404, '<html>Not found</html>'],
  ['a question for a password', 401, '<html>Who are you?</html>'],
  ['another API', 401, '{"error":"no"}'],
  ['JSON for everybody', 200, '{"global_counter":1,"private_counter":0}'],
])('%s is no Shaarli', async (_name, status, body) => {
  const { url, asked } = await strangerFor(saying(status, body));
  await expect(findServer(`${url}/links`)).rejects.toMatchObject({ code: 'serverOther' });
  expect(asked.map(({ path }) => path)).toEqual([
    '/links/api/v1/info',
    '/links/index.php/api/v1/info',
    '/api/v1/info',
    '/index.php/api/v1/info',
  ]);
});

test('a Shaarli that is set to help developers says more, and is one', async () => {
  const { url } = await strangerFor(saying(401, '{"message":"Not authorized","stacktrace":"…"}'));
  expect(await findServer(url)).toEqual({ address: url, api: `${url}/api/v1` });
});

test('a server that fails', async () => {
  const { url } = await strangerFor(saying(502, '<html>Bad gateway</html>'));
  await expect(findServer(url)).rejects.toMatchObject({ code: 'serverFault' });
});

test('an address that leads to another one: it is named, and no secret goes there', async () => {
  const shaarli = await shaarliFor({ path: '/links' });
  const stranger = await strangerFor((request, response) => {
    response.writeHead(301, { location: `${shaarli.url}${request.url}` }).end();
  });
  await expect(findServer(stranger.url)).rejects.toMatchObject({ code: 'serverMovedTo', detail: shaarli.url });
  const login = await strangerFor(saying(302, '', { location: `${shaarli.url}/login?return=a` }));
  await expect(findServer(login.url)).rejects.toMatchObject({
    code: 'serverMovedTo',
    detail: `${shaarli.url}/login`,
  });
  expect([...stranger.asked, ...login.asked].filter(({ headers }) => headers.authorization)).toEqual([]);
});

test('an address that leads to nowhere, or round and round', async () => {
  const { url } = await strangerFor(saying(301, '', { location: 'http://nobody.invalid/' }));
  await expect(findServer(url)).rejects.toMatchObject({ code: 'serverMoved', detail: new URL(url).host });
  const round = await strangerFor(saying(302, '', { location: '/api/v1/info' }));
  await expect(findServer(round.url)).rejects.toMatchObject({ code: 'serverMoved' });
});

test('a server that takes the question and says nothing is silent in the end', async () => {
  const { url } = await strangerFor(() => {});
  await expect(askServer(url, { patience: 100 })).rejects.toMatchObject({ code: 'serverSilent' });
  const half = await strangerFor((_request, response) => void response.writeHead(200).write('{'));
  await expect(askServer(half.url, { patience: 100 })).rejects.toMatchObject({ code: 'serverSilent' });
  const stop = new AbortController();
  const asking = askServer(url, { signal: stop.signal });
  stop.abort();
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
});

test('what is no address asks nobody', async () => {
  await expect(findServer('not an address')).rejects.toMatchObject({ code: 'noServerAddress' });
});
