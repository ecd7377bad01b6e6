import { describe, expect, test } from 'vitest';
import { type Sender, startSender } from './sender';

const OTHER = { title: 'Theirs', description: '> Their passage\n\nTheir note', tags: ['theirs'], private: false };

/** A link that is on the server, put there by somebody else. */
async function putThere(sender: Sender, more: object): Promise<void> {
  const { status } = await sender.shaarli.api('POST', '/links', {
    url: 'https://example.org/a',
    ...OTHER,
    created: '2020-01-02T03:04:05+02:00',
    ...more,
  });
  expect(status).toBe(201);
}

describe('an address that is there already', () => {
  test('is taken over: both texts stay, on both sides, and the date that is earlier', async () => {
    const sender = await startSender();
    await putThere(sender, {});
    const link = await sender.save({ note: 'My note', tags: ['mine'] }, 'My passage');
    await sender.send(link.id);
    await sender.work();
    const united = await sender.link(link.id);
    expect(united).toMatchObject({ title: 'A page', note: 'My note\n\nTheir note', tags: ['mine', 'theirs'] });
    expect(united.quotes.map(({ text }) => text)).toEqual(['Their passage', 'My passage']);
    expect(united.savedAt).toBe(Date.parse('2020-01-02T03:04:05+02:00') / 1000);
    expect(united.days).toEqual(['2020-01-02', ...link.days]);
    expect(await sender.shaarli.links()).toMatchObject([
      { id: 0, title: 'A page', tags: ['mine', 'theirs'], created: '2020-01-02T03:04:05+02:00' },
    ]);
    // And from then on it is that one.
    await sender.edit(link.id, { note: 'Mine alone' });
    await sender.work();
    const there = await sender.shaarli.links();
    expect(there).toHaveLength(1);
    expect(there[0]?.description).toMatch(/\n\nMine alone$/);
    expect(await sender.queue()).toEqual([]);
  });

  test('is private afterwards if it was on either side', async () => {
    const sender = await startSender();
    await putThere(sender, { url: 'https://example.org/open' });
    await putThere(sender, { url: 'https://example.org/hidden', private: true });
    const hidden = await sender.save({ url: 'https://example.org/open', private: true });
    const open = await sender.save({ url: 'https://example.org/hidden' });
    await sender.send(hidden.id, open.id);
    await sender.work();
    expect((await sender.shaarli.links()).map((link) => link.private)).toEqual([true, true]);
    expect((await sender.db.links.toArray()).map((link) => link.private)).toEqual([true, true]);
  });

  test('that says the same is not written to', async () => {
    const sender = await startSender();
    const link = await sender.save({ note: 'Note', title: 'Title' });
    await putThere(sender, { title: 'Title', description: 'Note', tags: [] });
    await sender.send(link.id);
    await sender.work();
    expect(await sender.shaarli.links()).toMatchObject([{ title: 'Title', description: 'Note', updated: '' }]);
    expect(await sender.db.twins.count()).toBe(1);
  });

  test('is not taken over where it is another of our links', async () => {
    const sender = await startSender();
    const one = await sender.save({ url: 'https://example.org/one', note: 'one' });
    const two = await sender.save({ url: 'https://example.org/two', note: 'two' });
    const sent = await sender.save({ url: 'https://example.org/three', note: 'three' });
    await sender.send(one.id, sent.id);
    await sender.work();
    const there = await sender.shaarli.links();
    // Somebody gives it the address of our other link, there.
    await sender.shaarli.api('PUT', `/links/${there[0]?.id}`, { ...there[0], url: two.url });
    await sender.send(two.id);
    await sender.edit(sent.id, { url: 'https://example.org/two/' });
    await sender.db.links.update(sent.id, { url: two.url });
    await sender.work();
    expect(await sender.queue()).toMatchObject(
      [two.id, sent.id].sort().map((id) => ({ id, state: 'refused', why: 'serverTaken' })),
    );
    expect((await sender.link(two.id)).note).toBe('two');
    expect(await sender.shaarli.links()).toMatchObject([{ description: 'one' }, { description: 'three' }]);
  });

  test('is taken over from a link that lies in the bin', async () => {
    const sender = await startSender();
    const old = await sender.save({ note: 'Old note' });
    await sender.send(old.id);
    await sender.work();
    await sender.remove(old.id);
    const anew = await sender.save({ note: 'New note' });
    await sender.send(anew.id);
    await sender.work();
    expect((await sender.link(anew.id)).note).toBe('New note\n\nOld note');
    expect(await sender.shaarli.links()).toMatchObject([{ description: 'New note\n\nOld note' }]);
    expect(await sender.db.twins.toArray()).toMatchObject([{ id: anew.id, remote: 0 }]);
  });
});

describe('a link that was deleted there', () => {
  test('is sent anew when somebody says so, and not before', async () => {
    const sender = await startSender({}, { what: 'all' });
    const link = await sender.save({ note: 'One' });
    await sender.work();
    await sender.shaarli.api('DELETE', '/links/0');
    await sender.edit(link.id, { note: 'Two' });
    await sender.work();
    expect(await sender.queue()).toMatchObject([{ id: link.id, state: 'refused', why: 'serverGone' }]);
    await sender.edit(link.id, { note: 'Three' });
    await sender.work();
    expect(await sender.shaarli.links()).toEqual([]);
    await sender.tryAgain();
    await sender.work();
    expect(await sender.shaarli.links()).toMatchObject([{ description: 'Three' }]);
    expect(await sender.queue()).toEqual([]);
  });

  test('whose number another one has by now is left alone, and so is that one', async () => {
    const sender = await startSender();
    const link = await sender.save({ note: 'Mine' });
    await sender.send(link.id);
    await sender.work();
    await sender.shaarli.api('DELETE', '/links/0');
    await putThere(sender, { url: 'https://example.org/other' });
    await sender.edit(link.id, { note: 'Changed' });
    await sender.work();
    expect(await sender.queue()).toMatchObject([{ state: 'refused', why: 'serverGone' }]);
    expect(await sender.shaarli.links()).toMatchObject([{ id: 0, ...OTHER, updated: '' }]);
  });

  test('leaves its number to another of ours', async () => {
    const sender = await startSender();
    const gone = await sender.save({ url: 'https://example.org/gone' });
    await sender.send(gone.id);
    await sender.work();
    await sender.shaarli.api('DELETE', '/links/0');
    const next = await sender.save({ url: 'https://example.org/next' });
    await sender.send(next.id);
    await sender.work();
    expect(await sender.shaarli.links()).toMatchObject([{ id: 0, url: next.url }]);
    expect(await sender.db.twins.toArray()).toMatchObject([{ id: next.id, remote: 0 }]);
    expect(await sender.queue()).toEqual([]);
  });

  test('is not believed to be gone because something else answers 404', async () => {
    const sender = await startSender();
    const link = await sender.save({});
    await sender.send(link.id);
    await sender.work();
    await sender.edit(link.id, { note: 'Changed' });
    const { open } = sender;
    sender.open = () => open(`${sender.shaarli.url}/no/api`);
    await sender.work();
    expect((await sender.sending())?.stopped).toBe('serverOther');
    expect(await sender.db.twins.count()).toBe(1);
    expect(await sender.queue()).toMatchObject([{ state: 'waiting' }]);
  });
});
