import { describe, expect, test } from 'vitest';
import { ShaarliApi } from '../../src/sync/api';
import { tokenFor } from '../../src/sync/token';
import type { Shaarli } from '../shaarli/server';
import { shaarliFor, strangerFor } from './houses';
import { saying } from './stranger';

const LINK = {
  url: 'https://example.org/a?b=1&c=é',
  title: 'A “title”',
  description: '> quote\n\n  note & <b>\t',
  tags: ['two words', 'Tag'],
  private: true,
};
const CREATED = '2020-01-02T03:04:05+02:00';

const apiOf = ({ url, secret }: Pick<Shaarli, 'url' | 'secret'>, clock = () => Date.now()) =>
  new ShaarliApi({ api: `${url}/api/v1`, secret }, clock);

test('links are written, read, replaced and deleted', async () => {
  const shaarli = await shaarliFor();
  const api = apiOf(shaarli);
  const { link } = await api.create({ ...LINK, created: CREATED });
  expect(link).toMatchObject({ ...LINK, id: 0, created: CREATED, updated: '' });
  expect(await api.link(0)).toEqual(link);
  expect(await api.links(0, 10)).toEqual([link]);
  expect(await api.links(10, 10)).toEqual([]);
  const changed = { ...LINK, title: 'Changed', private: false };
  expect((await api.change(0, changed))?.link).toMatchObject({ ...changed, created: CREATED });
  expect(await shaarli.links()).toMatchObject([changed]);
  expect(await api.info()).toMatchObject({ links: 1, privateLinks: 0 });
  expect(await api.remove(0)).toBe(true);
  expect(await shaarli.links()).toEqual([]);
});

test('the link that has the address already is handed over, whoever asks', async () => {
  const api = apiOf(await shaarliFor());
  const { link } = await api.create({ ...LINK, created: CREATED });
  expect(await api.create({ ...LINK, title: 'Another', created: CREATED })).toEqual({ taken: link });
  await api.create({ ...LINK, url: 'https://example.org/other', created: CREATED });
  expect(await api.change(1, LINK)).toEqual({ taken: link });
});

test('a link that is not there', async () => {
  const api = apiOf(await shaarliFor());
  expect(await api.link(7)).toBeUndefined();
  expect(await api.change(7, LINK)).toBeUndefined();
  expect(await api.remove(7)).toBe(false);
});

test('what happened since, and not before', async () => {
  const api = apiOf(await shaarliFor());
  const begin = Math.floor(Date.now() / 1000);
  await api.create({ ...LINK, created: CREATED });
  await api.change(0, { ...LINK, title: 'Changed' });
  const events = await api.history(begin);
  expect(events.map(({ event, id }) => [event, id])).toEqual([
    ['UPDATED', 0],
    ['CREATED', 0],
  ]);
  expect(events.every(({ at }) => at >= begin && at < begin + 60)).toBe(true);
  expect(await api.history(begin + 3600)).toEqual([]);
});

describe('clocks', () => {
  test.each([600, -600, 7200])('a server that is %i s ahead takes writes, each once', async (clock) => {
    const shaarli = await shaarliFor({ clock });
    const api = apiOf(shaarli);
    await api.create({ ...LINK, created: CREATED });
    expect(Math.abs(api.ahead / 1000 - clock)).toBeLessThan(5);
    expect(await shaarli.links()).toHaveLength(1);
  });

  test('a clock of ours that is set while we ask', async () => {
    const shaarli = await shaarliFor();
    let wrong = 0;
    const api = apiOf(shaarli, () => Date.now() + wrong);
    await api.info();
    for (wrong of [600_000, -600_000, 0]) expect((await api.info()).links).toBe(0);
  });

  test('a token that is refused with clocks that agree is not sent twice', async () => {
    const { url, asked } = await strangerFor(saying(401, '"Not authorized"'));
    await expect(apiOf({ url, secret: 'x' }).info()).rejects.toMatchObject({ code: 'serverShut' });
    expect(asked).toHaveLength(1);
  });

  test('a server that tells no time, or nonsense', async () => {
    const { url } = await strangerFor((_request, response) => {
      response.sendDate = false;
      response.writeHead(401, { date: 'yesterday' }).end('"Not authorized"');
    });
    const api = apiOf({ url, secret: 'x' });
    await expect(api.info()).rejects.toMatchObject({ code: 'serverShut' });
    expect(api.ahead).toBe(0);
  });
});

test('a token has what a Shaarli reads, and the moment in the middle of what it takes', async () => {
  const [header, claims, signature] = (await tokenFor('a secret', 1_700_000_000_500)).split('.');
  const read = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString());
  expect([read(header), read(claims)]).toEqual([{ typ: 'JWT', alg: 'HS512' }, { iat: 1_700_000_000 - 270 }]);
  expect(signature).toHaveLength(86);
});

describe('refusals', () => {
  test('401: the API is off, or the secret is another one', async () => {
    const { url } = await shaarliFor();
    await expect(apiOf({ url, secret: 'another' }).links(0, 1)).rejects.toMatchObject({ code: 'serverShut' });
  });

  test('500: what is too large for its memory', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({
      ...LINK,
      url: `${LINK.url}${index}`,
      created: CREATED,
    }));
    const shaarli = await shaarliFor({ links: many, memory: '4M' });
    await expect(apiOf(shaarli).links(0, 2000)).rejects.toMatchObject({ code: 'serverFault' });
  });

  test('200 with a page of HTML: a write that was none', async () => {
    const shaarli = await shaarliFor();
    const api = apiOf(shaarli);
    const wrong = { ...LINK, created: CREATED, tags: 'no list' as unknown as string[] };
    await expect(api.create(wrong)).rejects.toMatchObject({ code: 'serverFault' });
    expect(await shaarli.links()).toEqual([]);
  });

  test('nobody there', async () => {
    const shaarli = await shaarliFor();
    await shaarli.stop();
    await expect(apiOf(shaarli).info()).rejects.toMatchObject({ code: 'serverSilent' });
    await shaarli.start();
    expect((await apiOf(shaarli).info()).links).toBe(0);
  });

  test.each([
    [404, '<html>Not found</html>', 'serverOther'],
    [403, '<html>Forbidden</html>', 'serverOther'],
    [200, '<html>Hello</html>', 'serverFault'],
    [200, '{}', 'serverFault'],
    [204, '', 'serverFault'],
    [429, 'Slower', 'serverFault'],
    [503, '<html>Later</html>', 'serverFault'],
  ])('%i, %s: no link is said to be gone, saved or read', async (status, body, code) => {
    const { url } = await strangerFor((request, response) =>
      saying(status, status === 204 ? '' : body)(request, response),
    );
    const api = apiOf({ url, secret: 'x' });
    const wrong = { code };
    await expect(api.link(0)).rejects.toMatchObject(wrong);
    await expect(api.links(0, 1)).rejects.toMatchObject(wrong);
    await expect(api.change(0, LINK)).rejects.toMatchObject(wrong);
    await expect(api.create({ ...LINK, created: CREATED })).rejects.toMatchObject(wrong);
    await expect(api.history(0)).rejects.toMatchObject(wrong);
    if (status !== 204) await expect(api.remove(0)).rejects.toMatchObject(wrong);
  });

  test.each(['[null]', '[1]', '[{}]', '["a"]', '[{"event":"CREATED","datetime":"never"}]'])(
    'lists of what is none: %s',
    async (body) => {
      const { url } = await strangerFor(saying(200, body));
      const api = apiOf({ url, secret: 'x' });
      await expect(api.links(0, 1)).rejects.toMatchObject({ code: 'serverFault' });
      await expect(api.history(0)).rejects.toMatchObject({ code: 'serverFault' });
    },
  );

  test('a 2xx for /info that is not a Shaarli’s', async () => {
    const { url } = await strangerFor(saying(200, '{"version":1}'));
    await expect(apiOf({ url, secret: 'x' }).info()).rejects.toMatchObject({ code: 'serverOther' });
  });

  test.each([301, 302, 307, 308])('%i: the token goes nowhere else', async (status) => {
    const other = await strangerFor(saying(200, '[]'));
    const { url } = await strangerFor(saying(status, '', { location: `${other.url}/api/v1/links` }));
    const api = apiOf({ url, secret: 'x' });
    const moved = { code: 'serverMoved', detail: new URL(url).host };
    await expect(api.links(0, 1)).rejects.toMatchObject(moved);
    await expect(api.create({ ...LINK, created: CREATED })).rejects.toMatchObject(moved);
    expect(other.asked).toEqual([]);
  });
});

test('no failure names the secret', async () => {
  const secret = 'a secret that stays here';
  const { url } = await strangerFor(saying(401, '"Not authorized"'));
  const error = await apiOf({ url, secret })
    .info()
    .catch((caught) => caught);
  expect(`${error} ${error.stack} ${JSON.stringify(error)}`).not.toContain(secret);
});

test('its title is told as it was entered', async () => {
  const info = {
    global_counter: 0,
    private_counter: 0,
    settings: { title: 'Tom &amp; &quot;Jerry&quot; &lt;3 &amp;lt;' },
  };
  const { url } = await strangerFor(saying(200, JSON.stringify(info)));
  expect(await apiOf({ url, secret: 'x' }).info()).toMatchObject({ title: 'Tom & "Jerry" <3 &lt;', zone: 'UTC' });
});
