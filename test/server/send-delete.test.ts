import { expect, test } from 'vitest';
import { type Sender, startSender } from './sender';

async function withSentLink(): Promise<{ sender: Sender; id: string }> {
  const sender = await startSender();
  const { id } = await sender.save({ note: 'One' }, 'A passage');
  await sender.send(id);
  await sender.work();
  return { sender, id };
}

/** Nothing is left to do, and the server has what the journal has. */
async function expectBothSame(sender: Sender, notes: string[]): Promise<void> {
  await sender.work();
  expect(await sender.queue()).toEqual([]);
  expect((await sender.shaarli.links()).map(({ description }) => description)).toEqual(notes);
  expect(await sender.db.links.count()).toBe(notes.length);
  expect(await sender.db.twins.count()).toBe(notes.length);
}

test('a link is deleted there, too, where that was asked for', async () => {
  const { sender, id } = await withSentLink();
  await sender.remove(id, true);
  await expectBothSame(sender, []);
});

test('and stays there where it was not', async () => {
  const { sender, id } = await withSentLink();
  await sender.remove(id);
  await sender.work();
  expect(await sender.shaarli.links()).toHaveLength(1);
  expect(await sender.queue()).toEqual([]);
  await sender.restore(id);
  await expectBothSame(sender, ['> A passage\n\nOne']);
});

test('one that was not sent yet is not sent any more', async () => {
  const sender = await startSender();
  const { id } = await sender.save({});
  await sender.send(id);
  await sender.remove(id, true);
  await expectBothSame(sender, []);
});

test('one that is gone there already is done', async () => {
  const { sender, id } = await withSentLink();
  await sender.shaarli.api('DELETE', '/links/0');
  await sender.remove(id, true);
  await expectBothSame(sender, []);
});

test('one whose number another has by now does not take that one along', async () => {
  const { sender, id } = await withSentLink();
  await sender.shaarli.api('DELETE', '/links/0');
  await sender.shaarli.api('POST', '/links', { url: 'https://example.org/other', title: 'Other' });
  await sender.remove(id, true);
  await sender.work();
  expect(await sender.shaarli.links()).toMatchObject([{ id: 0, title: 'Other' }]);
  expect(await sender.queue()).toEqual([]);
});

test('one that was changed there is not deleted unseen, and is when somebody says so again', async () => {
  const { sender, id } = await withSentLink();
  const [there] = await sender.shaarli.links();
  await sender.shaarli.api('PUT', '/links/0', { ...there, description: 'Much work' });
  await sender.remove(id, true);
  await sender.work();
  expect(await sender.queue()).toMatchObject([{ id, what: 'delete', state: 'refused', why: 'serverChanged' }]);
  expect(await sender.shaarli.links()).toMatchObject([{ description: 'Much work' }]);
  await sender.tryAgain(id);
  await expectBothSame(sender, []);
});

test('taken back before it was deleted there, it stays', async () => {
  const { sender, id } = await withSentLink();
  const before = await sender.shaarli.links();
  await sender.remove(id, true);
  await sender.restore(id);
  await expectBothSame(sender, ['> A passage\n\nOne']);
  expect(await sender.shaarli.links()).toEqual(before);
});

test('taken back after it was deleted there, it can be sent again', async () => {
  const { sender, id } = await withSentLink();
  await sender.remove(id, true);
  await expectBothSame(sender, []);
  await sender.restore(id);
  await sender.work();
  expect(await sender.shaarli.links()).toEqual([]);
  await sender.send(id);
  await expectBothSame(sender, ['> A passage\n\nOne']);
});

test('taken back while it is being deleted there, it is sent again', async () => {
  const { sender, id } = await withSentLink();
  await sender.remove(id, true);
  const api = sender.open();
  const remove = api.remove.bind(api);
  api.remove = async (number) => {
    await sender.restore(id);
    return remove(number);
  };
  sender.open = () => api;
  await expectBothSame(sender, ['> A passage\n\nOne']);
});

test('deleted, there too, while it is sent for the first time, it is deleted there', async () => {
  const sender = await startSender();
  const { id } = await sender.save({});
  await sender.send(id);
  const api = sender.open();
  const create = api.create.bind(api);
  api.create = async (link) => {
    await sender.remove(id, true);
    return create(link);
  };
  sender.open = () => api;
  await expectBothSame(sender, []);
});

test('deleted, taken back, deleted and taken back again, it is there once', async () => {
  const { sender, id } = await withSentLink();
  await sender.remove(id, true);
  await sender.restore(id);
  await sender.remove(id, true);
  await sender.restore(id);
  await sender.edit(id, { note: 'Two' });
  await expectBothSame(sender, ['> A passage\n\nTwo']);
});

test('its page saved anew before it was deleted there, that one is sent', async () => {
  const { sender, id } = await withSentLink();
  await sender.remove(id, true);
  const anew = await sender.save({ note: 'Anew' });
  await sender.send(anew.id);
  await expectBothSame(sender, ['Anew']);
});
