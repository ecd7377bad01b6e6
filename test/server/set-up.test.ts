import { beforeEach, expect, test, vi } from 'vitest';
import { readSecret } from '../../src/platform/server-secret';
import type { Journal } from '../../src/storage/database';
import { sendLinks } from '../../src/storage/queue';
import { noAutoSend, readServer, writeServer } from '../../src/storage/server';
import { twinOf } from '../../src/storage/twins';
import { keepServer, removeServer, type TestedServer, testServer } from '../../src/sync/set-up';
import { configure } from '../shaarli/configure';
import { emptyJournal } from '../unit/storage/journal';
import { shaarliFor, strangerFor } from './houses';
import { saying } from './stranger';

const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (name: string) => Object.fromEntries(stored.has(name) ? [[name, stored.get(name)]] : []),
        set: async (values: object) => Object.entries(values).forEach(([name, value]) => void stored.set(name, value)),
        remove: async (name: string) => void stored.delete(name),
      },
    },
  },
}));
beforeEach(() => stored.clear());

const LINK = { url: 'https://example.org/', title: 'A link', created: '2020-01-02T03:04:05+02:00' };
const now = () => Date.now();

test('what is there is told', async () => {
  const { url, secret } = await shaarliFor({ path: '/links', zone: 'Asia/Kolkata', links: [LINK] });
  const tested = await testServer({ address: `${url}/admin/configure`, secret: `  ${secret}\n` }, now);
  expect(tested).toMatchObject({
    server: { address: url, api: `${url}/api/v1`, zone: 'Asia/Kolkata' },
    secret,
    info: { title: 'A Shaarli for tests', links: 1, privateLinks: 0 },
  });
  expect(Math.abs(tested.ahead)).toBeLessThan(5000);
  expect(stored.size).toBe(0);
});

test('without rules for rewriting', async () => {
  const { url, secret } = await shaarliFor({ rewriting: false });
  const { server, info } = await testServer({ address: url, secret }, now);
  expect([server.api, info.links]).toEqual([`${url}/index.php/api/v1`, 0]);
});

test.each([600, -600, 86_400, -86_400, 100, -200])(
  'a clock that is %i s ahead is told, and does no harm',
  async (clock) => {
    const { url, secret } = await shaarliFor({ clock });
    const { ahead, info } = await testServer({ address: url, secret }, now);
    expect(Math.abs(ahead / 1000 - clock)).toBeLessThan(5);
    expect(info.links).toBe(0);
  },
);

test('a wrong secret, an API that is off, and a Shaarli without a secret are refusals', async () => {
  const off = await shaarliFor({ apiEnabled: false });
  const none = await shaarliFor({ secret: '' });
  const { url } = await shaarliFor();
  const refused = { code: 'serverShut' };
  await expect(testServer({ address: url, secret: 'another secret' }, now)).rejects.toMatchObject(refused);
  await expect(testServer({ address: off.url, secret: off.secret }, now)).rejects.toMatchObject(refused);
  await expect(testServer({ address: none.url, secret: 'any secret' }, now)).rejects.toMatchObject(refused);
});

test('without a secret nobody is asked', async () => {
  const { url, asked } = await strangerFor(saying(401, '"Not authorized"'));
  await expect(testServer({ address: url, secret: ' ' }, now)).rejects.toMatchObject({ code: 'noSecret' });
  expect(asked).toEqual([]);
});

test('a secret is shown to none but a Shaarli, and only as a signature', async () => {
  const secret = 'a secret that stays here';
  const stranger = await strangerFor(saying(200, '<html>'));
  await expect(testServer({ address: stranger.url, secret }, now)).rejects.toMatchObject({ code: 'serverOther' });
  expect(stranger.asked.some(({ headers }) => headers.authorization)).toBe(false);
  const shaarli = await strangerFor(saying(401, '"Not authorized"'));
  await expect(testServer({ address: shaarli.url, secret }, now)).rejects.toMatchObject({ code: 'serverShut' });
  const told = shaarli.asked.map(({ path, headers }) => path + JSON.stringify(headers)).join();
  expect(told).toContain('Bearer');
  expect(told).not.toContain(secret);
  expect(told).not.toContain(Buffer.from(secret).toString('base64').slice(0, -2));
});

test('a secret and a title that a Shaarli stores in another way than they were entered', async () => {
  const shaarli = await shaarliFor({ apiEnabled: false });
  const [secret, title] = ['a&b<c>"d"\'e\'&amp;', 'Tom & "Jerry" <3'];
  await configure(shaarli, { title, secret });
  const tested = await testServer({ address: shaarli.url, secret }, now);
  expect(tested.info.title).toBe(title);
  expect(tested.secret).not.toBe(secret);
  await expect(testServer({ address: shaarli.url, secret: tested.secret }, now)).resolves.toMatchObject({
    secret: tested.secret,
  });
});

/** A journal with a server in it, links that are there or are to go there, and a stop. */
async function usedJournal(tested: TestedServer): Promise<Journal> {
  const db = emptyJournal();
  await keepServer(tested, db);
  await writeServer('autoSend', { what: 'all', tag: '', since: 1 }, db);
  await writeServer('sending', { failures: 3, retryAt: 5, stopped: 'serverShut', lastSent: 4 }, db);
  await sendLinks(['waits'], { ms: 1, offset: 0 }, db);
  const remote = { ...LINK, id: 0, shorturl: 'liWnLw', description: '', tags: [], private: false, updated: '' };
  await db.twins.put(twinOf('there', remote));
  return db;
}

const known = async (db: Journal) => [await db.twins.count(), await db.queue.count()];

const tested = (address: string, secret = 'a secret'): TestedServer => ({
  server: { address, api: `${address}/api/v1`, zone: 'UTC' },
  secret,
  info: { links: 0, privateLinks: 0, title: '', zone: 'UTC' },
  ahead: 0,
});

test('another secret, or https for http, is the same Shaarli: all that is known of it stays, and sending goes on', async () => {
  const db = await usedJournal(tested('http://example.org/links', 'the old one'));
  await keepServer(tested('https://example.org/links', 'the new one'), db);
  expect(await readSecret()).toBe('the new one');
  expect(await readServer('server', db)).toMatchObject({ address: 'https://example.org/links' });
  expect(await readServer('sending', db)).toEqual({ failures: 0, lastSent: 4 });
  expect(await readServer('autoSend', db)).toMatchObject({ what: 'all' });
  expect(await known(db)).toEqual([1, 1]);
});

test('another Shaarli begins anew: what waited for the old one does not go to it', async () => {
  const db = await usedJournal(tested('https://example.org/links'));
  await keepServer(tested('https://example.org/other'), db);
  expect(await known(db)).toEqual([0, 0]);
  expect((await readServer('autoSend', db)) ?? noAutoSend).toEqual(noAutoSend);
});

test('what is set up half sends nothing: the server is there last', async () => {
  const db = await usedJournal(tested('https://example.org/links', 'the old one'));
  const full = new Error('The disk is full');
  const set = vi.spyOn((await import('webextension-polyfill')).default.storage.local, 'set').mockRejectedValue(full);
  await expect(keepServer(tested('https://example.org/other', 'the new one'), db)).rejects.toBe(full);
  set.mockRestore();
  expect(await readServer('server', db)).toBeUndefined();
  expect(await known(db)).toEqual([0, 0]);
});

test('removed, nothing is left of it', async () => {
  const db = await usedJournal(tested('https://example.org/links'));
  await removeServer(db);
  expect(await readSecret()).toBe('');
  expect(await db.server.count()).toBe(0);
  expect(await known(db)).toEqual([0, 0]);
});

test('the secret is not in the database', async () => {
  const { url, secret } = await shaarliFor();
  const db = emptyJournal();
  await keepServer(await testServer({ address: url, secret }, now), db);
  expect(await readSecret()).toBe(secret);
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  expect(JSON.stringify(rows)).toContain(url);
  expect(JSON.stringify(rows)).not.toContain(secret);
});
