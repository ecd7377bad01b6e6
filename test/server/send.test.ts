import { expect, test } from 'vitest';
import { isoWithOffset } from '../../src/core/day';
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
