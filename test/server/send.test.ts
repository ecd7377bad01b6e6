import { expect, test } from 'vitest';
import { isoWithOffset } from '../../src/core/day';
import { twinOf } from '../../src/storage/twins';
import { nastyTexts } from '../fixtures/nasty-texts';
import type { ServerLink } from '../shaarli/server';
import { startSender } from './sender';

const AT_SERVER = { tags: [] as string[], private: false };

test('a new link arrives with all that it has', async () => {
  const sender = await startSender();
  const link = await sender.save(
    { url: 'https://example.org/poem', title: 'A poem', site: 'Verse', note: 'My *own* 🌿', tags: ['verse', 'été'] },
    'First line\n  second line',
  );
  await sender.send(link.id);
  await sender.work();
  expect(await sender.shaarli.links()).toMatchObject([
    {
      url: 'https://example.org/poem',
      title: 'A poem @ Verse',
      description: '> First line\n>   second line\n\nMy *own* 🌿',
      tags: ['verse', 'été'],
      private: false,
      created: isoWithOffset(link.savedAt, 60),
      updated: '',
    },
  ]);
  expect(await sender.queue()).toEqual([]);
  expect(await sender.sending()).toEqual({ lastSent: sender.now().ms, failures: 0 });
  expect(sender.alarm()).toBeUndefined();
});

test('what changes later goes out, and nothing else is written', async () => {
  const sender = await startSender();
  const link = await sender.save({ note: 'One' });
  await sender.send(link.id);
  await sender.work();
  await sender.edit(link.id, { note: 'Two', private: true, tags: ['new'] }, 'A passage');
  await sender.work();
  const changed = { description: '> A passage\n\nTwo', private: true, tags: ['new'] };
  const [there] = await sender.shaarli.links();
  expect(there).toMatchObject(changed);
  expect(there?.updated).not.toBe('');

  await sender.send(link.id);
  await sender.work();
  // Sent once more, it is the same already: the server is asked, not written to.
  expect(await sender.shaarli.links()).toEqual([there]);
  expect(await sender.queue()).toEqual([]);
});

test('what was changed there comes here', async () => {
  const sender = await startSender();
  const link = await sender.save({ note: 'Mine', tags: ['a', 'b'] }, 'A passage');
  await sender.send(link.id);
  await sender.work();
  const there = {
    url: link.url,
    title: 'Their title',
    description: '> A passage\n\nMine\n\nand theirs',
    tags: ['b', 'c'],
    private: true,
  };
  await sender.shaarli.api('PUT', '/links/0', there);
  await sender.send(link.id);
  await sender.work();
  expect(await sender.link(link.id)).toMatchObject({
    ...link,
    title: 'Their title',
    note: 'Mine\n\nand theirs',
    tags: ['b', 'c'],
    private: true,
    changedAt: expect.any(Number),
  });
  expect(await sender.shaarli.links()).toMatchObject([there]);
});

test('what was changed on both sides is kept of both', async () => {
  const sender = await startSender();
  const link = await sender.save({ note: 'One', tags: ['a'] }, 'A passage');
  await sender.send(link.id);
  await sender.work();
  await sender.shaarli.api('PUT', '/links/0', {
    ...AT_SERVER,
    url: link.url,
    title: 'Their title',
    description: '> A passage\n\n> Their passage\n\nTheir note',
    tags: ['a', 'theirs'],
  });
  await sender.edit(link.id, { note: 'My note', title: 'My title', tags: ['a', 'mine'] }, 'My passage');
  await sender.work();
  const both = await sender.link(link.id);
  expect(both.title).toBe('My title');
  expect(both.quotes.map(({ text }) => text).sort()).toEqual(['A passage', 'My passage', 'Their passage']);
  expect(both.note).toBe('My note\n\nTheir note');
  expect(both.tags.toSorted()).toEqual(['a', 'mine', 'theirs']);
  const [there] = await sender.shaarli.links();
  for (const text of ['A passage', 'My passage', 'Their passage', 'My note', 'Their note'])
    expect(there?.description).toContain(text);
  expect(there).toMatchObject({ title: 'My title', tags: ['a', 'mine', 'theirs'] });
  expect(await sender.queue()).toEqual([]);
});

test('an address that is another link’s here is not taken over from there', async () => {
  const sender = await startSender();
  const one = await sender.save({ url: 'https://example.org/one' });
  const two = await sender.save({ url: 'https://example.org/two' });
  await sender.send(one.id);
  await sender.work();
  const there = { ...AT_SERVER, url: two.url, title: 'Changed', description: '' };
  await sender.shaarli.api('PUT', '/links/0', there);
  await sender.send(one.id);
  await sender.work();
  expect(await sender.link(one.id)).toMatchObject({ url: one.url, key: one.key, title: 'Changed' });
  expect(await sender.shaarli.links()).toMatchObject([{ url: one.url, title: 'Changed' }]);
});

test('private and public are told, whatever the server would take', async () => {
  const sender = await startSender({ privateByDefault: true });
  const open = await sender.save({ url: 'https://example.org/open' });
  const hidden = await sender.save({ url: 'https://example.org/hidden', private: true });
  await sender.send(open.id, hidden.id);
  await sender.work();
  expect((await sender.shaarli.links()).map((link) => link.private)).toEqual([false, true]);
  await sender.edit(open.id, { note: 'changed' });
  await sender.edit(hidden.id, { note: 'changed' });
  await sender.work();
  expect((await sender.shaarli.links()).map((link) => [link.description, link.private])).toEqual([
    ['changed', false],
    ['changed', true],
  ]);
});

test('every nasty text arrives, and is found to be there as it was sent', async () => {
  const sender = await startSender();
  const links = [];
  for (const [place, { text, title = 'T', tags = [], url }] of nastyTexts.entries()) {
    const address = url ?? `https://example.org/${place}`;
    links.push(await sender.save({ url: address, note: text, title, tags }, text));
  }
  await sender.send(...links.map(({ id }) => id));
  await sender.work();
  expect(await sender.queue()).toEqual([]);
  expect(await sender.db.twins.count()).toBe(new Set(links.map(({ id }) => id)).size);
});

test('a megabyte of text arrives', async () => {
  const sender = await startSender();
  const note = 'Straße 語 🌿\n'.repeat(50_000).trimEnd();
  const { id } = await sender.save({ note });
  await sender.send(id);
  await sender.work();
  expect((await sender.shaarli.links())[0]?.description).toBe(note);
});

test('what is no text cannot make an empty note', async () => {
  const sender = await startSender();
  const { id } = await sender.save({
    url: 'https://example.org/\ud800?q=\udc00',
    note: 'half \ud83c',
    title: '\udf3f',
  });
  const stored = await sender.link(id);
  // As an old journal or another program may have left it.
  await sender.db.links.put({ ...stored, title: 'bad \ud800', tags: ['t\udfff'], note: 'half \ud83c' });
  await sender.send(id);
  await sender.work();
  expect(await sender.shaarli.links()).toMatchObject([
    { url: 'https://example.org/\ufffd?q=\ufffd', title: 'bad \ufffd', tags: ['t\ufffd'], description: 'half \ufffd' },
  ]);
});

test.each([
  'javascript:alert(1)',
  'ftp://example.org/file',
  'file:///etc/passwd',
  'https://',
  'data:text/plain,x',
  'about:blank',
])('%s is not sent', async (url) => {
  const sender = await startSender();
  const { id } = await sender.save({});
  await sender.db.links.update(id, { url });
  await sender.send(id);
  await sender.work();
  expect(await sender.shaarli.links()).toEqual([]);
  expect(await sender.queue()).toMatchObject([{ id, state: 'refused', why: 'serverNoWebAddress' }]);
});

test('an address of which the server can make nothing leaves nothing there', async () => {
  const sender = await startSender();
  const bad = 'http://example.org:0000080/';
  const { id } = await sender.save({ note: 'text' });
  await sender.send(id);
  await sender.work();
  const there = await sender.shaarli.links();
  for (const url of [bad, 'http://other.example:0000080/']) await sender.send((await sender.save({ url })).id);
  await sender.edit(id, { url: 'http://third.example:0000080/', note: 'more text' });
  await sender.work();
  expect(await sender.queue()).toMatchObject([0, 1, 2].map(() => ({ state: 'refused', why: 'serverNoWebAddress' })));
  expect(await sender.shaarli.links()).toEqual([{ ...there[0], updated: expect.any(String) }]);
});

test('addresses that the server makes its own are sent once', async () => {
  const sender = await startSender();
  const urls = [
    'HTTP://Example.org/Upper',
    'https://a.example/?utm_source=x&b=1',
    'https://b.example/\u0001x',
    'http://c.example:080/',
  ];
  for (const url of urls) await sender.send((await sender.save({ url })).id);
  await sender.work();
  expect(await sender.queue()).toEqual([]);
  const there = await sender.shaarli.links();
  expect(there).toHaveLength(urls.length);
  await sender.send(...(await sender.db.links.toCollection().primaryKeys()));
  await sender.work();
  expect((await sender.shaarli.links()).map(({ id, url }) => [id, url])).toEqual(there.map(({ id, url }) => [id, url]));
});

test('a note that was fetched from there stays a note', async () => {
  const sender = await startSender();
  const note = (await sender.shaarli.api('POST', '/links', { title: 'A note', description: 'text' }))
    .body as ServerLink;
  const { id } = await sender.save({ url: note.url, title: 'A note', note: 'text' });
  await sender.db.twins.put(twinOf(id, note));
  await sender.edit(id, { note: 'changed' });
  await sender.work();
  expect(await sender.shaarli.links()).toMatchObject([{ url: note.url, title: 'A note', description: 'changed' }]);
});

test.each([' ', ',', '|'])('tags arrive as they are where %j separates them', async (separator) => {
  const sender = await startSender({ separator });
  const tags = ['c++', 'Été', 'a|b', '日本', 'node.js', 'x:y/z', '.hidden'];
  const { id } = await sender.save({ tags });
  await sender.send(id);
  await sender.work();
  expect((await sender.shaarli.links())[0]?.tags.toSorted()).toEqual(tags.toSorted());
  await sender.edit(id, { note: 'changed' });
  await sender.work();
  expect(await sender.shaarli.links()).toMatchObject([{ tags, description: 'changed' }]);
  expect((await sender.link(id)).tags).toEqual(tags);
});

const DAYS: [zone: string, saved: string, day: string][] = [
  ['UTC', '2023-03-13T00:00:00Z', '20230313'],
  ['UTC', '2023-03-13T23:59:59Z', '20230313'],
  ['UTC', '2023-03-13T12:00:00Z', '20230313'],
  ['Europe/Berlin', '2023-03-12T23:00:00Z', '20230313'],
  ['Europe/Berlin', '2023-03-13T22:59:59Z', '20230313'],
  ['Asia/Kolkata', '2023-03-12T18:30:00Z', '20230313'],
  ['America/New_York', '2023-03-12T05:00:00Z', '20230312'],
  ['America/New_York', '2023-03-13T03:59:59Z', '20230312'],
];

test.each(DAYS)('in %s what was saved at %s stands on the server’s page of %s', async (zone, saved, day) => {
  const sender = await startSender({ zone });
  const link = await sender.save({ title: 'Here it is' });
  await sender.db.links.update(link.id, { savedAt: Date.parse(saved) / 1000 });
  await sender.send(link.id);
  await sender.work();
  const [there] = await sender.shaarli.links();
  expect(Math.abs(Date.parse(there?.created ?? '') - Date.parse(saved))).toBeLessThanOrEqual(1000);
  expect(there?.created).toMatch(/\+01:00$/);
  const page = await (await fetch(`${sender.shaarli.url}/daily?day=${day}`)).text();
  expect(page).toContain('Here it is');
});
