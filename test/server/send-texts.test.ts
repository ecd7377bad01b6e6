import { expect, test } from 'vitest';
import { twinOf } from '../../src/storage/twins';
import { nastyTexts } from '../fixtures/nasty-texts';
import type { ServerLink } from '../shaarli/server';
import { startSender } from './sender';

/* Texts, addresses and tags that servers damage, or that damage servers. */

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
