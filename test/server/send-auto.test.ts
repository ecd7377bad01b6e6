import { expect, test } from 'vitest';
import { importLinks } from '../../src/storage/import';
import { saveLinks } from '../../src/storage/save-many';
import { readServer } from '../../src/storage/server';
import { renameTag, undoTagChange } from '../../src/storage/tag-changes';
import { entry, link } from '../fixtures/links';
import { type Sender, startSender } from './sender';

const titles = async (sender: Sender) => {
  await sender.work();
  expect(await sender.queue()).toEqual([]);
  return (await sender.shaarli.links()).map(({ title }) => title);
};

const page = (name: string) => ({ url: `https://example.org/${name}`, title: name });

test('each link as it is saved', async () => {
  const sender = await startSender({}, { what: 'all' });
  await sender.save(page('open'));
  await sender.save({ ...page('hidden'), private: true });
  const many = ['one', 'two'].map((name) => ({ base: entry(page(name)), form: entry(page(name)) }));
  sender.later(1000);
  await saveLinks(many, sender.now(), sender.db);
  expect(await titles(sender)).toEqual(['open', 'hidden', 'one', 'two']);
});

test('public ones only', async () => {
  const sender = await startSender({}, { what: 'public' });
  await sender.save(page('open'));
  const hidden = await sender.save({ ...page('hidden'), private: true });
  expect(await titles(sender)).toEqual(['open']);
  await sender.edit(hidden.id, { private: false });
  expect(await titles(sender)).toEqual(['open', 'hidden']);
  // Once it is there it stays the same on both sides: private there, too.
  await sender.edit(hidden.id, { private: true });
  expect(await titles(sender)).toEqual(['open', 'hidden']);
  expect((await sender.shaarli.links()).map((one) => one.private)).toEqual([false, true]);
});

test('one that is made private before it went does not go, unless somebody asked for it', async () => {
  const sender = await startSender({}, { what: 'public' });
  await sender.shaarli.stop();
  const hidden = await sender.save(page('hidden'));
  const asked = await sender.save(page('asked'));
  await sender.save(page('open'));
  await sender.work();
  expect((await sender.queue()).map(({ id }) => id)).toContain(hidden.id);
  await sender.send(asked.id);
  for (const { id } of [hidden, asked]) await sender.edit(id, { private: true });
  await sender.shaarli.start();
  sender.later(60_000);
  expect((await titles(sender)).toSorted()).toEqual(['asked', 'open']);
  const there = await sender.shaarli.links();
  expect(there.find(({ title }) => title === 'asked')?.private).toBe(true);
});

test('what waits already goes by the choice as it is by then: all, then public ones only', async () => {
  const sender = await startSender({}, { what: 'all' });
  await sender.shaarli.stop();
  await sender.save(page('open'));
  await sender.save({ ...page('hidden'), private: true });
  await sender.work();
  sender.later(60_000);
  await sender.autoSend({ what: 'public' });
  await sender.shaarli.start();
  expect(await titles(sender)).toEqual(['open']);
});

test('those with a tag', async () => {
  const sender = await startSender({}, { what: 'tag', tag: 'share' });
  await sender.save({ ...page('with'), tags: ['a', 'share'] });
  const without = await sender.save({ ...page('without'), tags: ['a'] });
  expect(await titles(sender)).toEqual(['with']);
  await sender.edit(without.id, { tags: ['a', 'share'] });
  expect(await titles(sender)).toEqual(['with', 'without']);
});

test('the tag is the same however it is spelled, and follows its renaming', async () => {
  const sender = await startSender({}, { what: 'tag', tag: 'share' });
  await sender.save({ ...page('one'), tags: ['Share'] });
  expect(await titles(sender)).toEqual(['one']);
  const change = await renameTag('Share', 'public', sender.now(), sender.db);
  await sender.save({ ...page('two'), tags: ['public'] });
  expect(await titles(sender)).toEqual(['one', 'two']);
  await undoTagChange(change, sender.now(), sender.db);
  expect(await readServer('autoSend', sender.db)).toMatchObject({ what: 'tag', tag: 'share' });
});

test('none, unless it is sent by hand', async () => {
  const sender = await startSender();
  const { id } = await sender.save(page('one'));
  expect(await titles(sender)).toEqual([]);
  await sender.send(id);
  expect(await titles(sender)).toEqual(['one']);
});

test('what was saved before it was chosen is not meant, until it gets a quote', async () => {
  const sender = await startSender();
  const old = await sender.save(page('old'));
  sender.later(60_000);
  await sender.autoSend({ what: 'all' });
  await sender.edit(old.id, { note: 'edited' });
  expect(await titles(sender)).toEqual([]);
  await sender.edit(old.id, {}, 'A new passage');
  expect(await titles(sender)).toEqual(['old']);
});

test('an import of old links and a renamed tag send what is there, and nothing else', async () => {
  const sender = await startSender();
  const sent = await sender.save({ ...page('sent'), tags: ['old'] });
  await sender.save({ ...page('kept'), tags: ['old'] });
  await sender.send(sent.id);
  expect(await titles(sender)).toEqual(['sent']);
  sender.later(60_000);
  await sender.autoSend({ what: 'all' });
  await importLinks([link({ ...page('imported'), tags: ['old'] })], sender.db);
  await renameTag('old', 'new', sender.now(), sender.db);
  expect(await titles(sender)).toEqual(['sent']);
  expect(await sender.shaarli.links()).toMatchObject([{ tags: ['new'] }]);
});

test('without a server nothing is noted, and nothing waits', async () => {
  const sender = await startSender();
  await sender.db.server.clear();
  await sender.save(page('one'));
  await sender.work();
  expect(await sender.db.touched.count()).toBe(0);
  expect(await sender.queue()).toEqual([]);
  expect(sender.alarm()).toBeUndefined();
});
