import { expect, test } from 'vitest';
import { deleteLink, editLink } from '../../src/storage/links';
import { lookAtTouched } from '../../src/storage/queue';
import { entry } from '../fixtures/links';
import { countedAnew, keptCounts, save } from '../unit/storage/journal';
import { allOf, counted, fetchAll, manyLinks, now, type Pair, previewed, read, startPair, takeOver } from './fetching';

const TALK = {
  url: 'https://www.youtube.com/watch?v=abc',
  title: 'A talk @ YouTube',
  description: '> two roads\n>   diverged\n\n> in a wood\n> — 2023-03-15T09:12:05+01:00\n\nA note.\n\nOf two parts.',
  tags: ['Poetry', 'to-read'],
  private: true,
  created: '2023-03-13T23:41:05+01:00',
};
const PAGE = { url: 'https://example.org/page', title: 'A page', created: '2024-01-01T10:00:00+00:00' };

/** Changes some of a link there, as its web page would. */
async function changeThere({ shaarli }: Pair, id: number, more: object): Promise<void> {
  const { body } = await shaarli.api('GET', `/links/${id}`);
  const { status } = await shaarli.api('PUT', `/links/${id}`, { ...(body as object), ...more });
  expect(status).toBe(200);
}

/** Changes some of the journal's only link. */
async function changeHere({ db }: Pair, more: object): Promise<void> {
  const [link] = await allOf(db);
  if (!link) throw new Error('no link');
  await editLink(link.id, { base: link, form: { ...entry(link), ...more } }, now, {}, db);
}

/** The ids of those that wait to be sent. */
async function waiting({ db }: Pair): Promise<string[]> {
  while (await lookAtTouched(now, db));
  return db.queue.toCollection().primaryKeys();
}

test('into an empty journal come quotes, note, tags, privacy, date and days', async () => {
  const pair = await startPair({ links: [TALK] });
  expect(await fetchAll(pair)).toEqual(counted({ added: 1 }));
  expect(await allOf(pair.db)).toMatchObject([
    {
      url: TALK.url,
      title: 'A talk @ YouTube',
      quotes: [
        { text: 'two roads\n  diverged', day: '2023-03-13' },
        { text: 'in a wood', day: '2023-03-15', offset: 60 },
      ],
      note: 'A note.\n\nOf two parts.',
      tags: ['Poetry', 'to-read'],
      private: true,
      savedAt: 1_678_747_265,
      offset: 60,
      days: ['2023-03-13', '2023-03-15'],
    },
  ]);
  expect(await keptCounts(pair.db)).toEqual(await countedAnew(pair.db));
});

test('ids are in the order of saving, whatever the numbers there', async () => {
  const links = manyLinks(30);
  const pair = await startPair({ links: [...links.slice(20), ...links.slice(0, 20)] });
  await fetchAll(pair);
  expect((await allOf(pair.db)).map(({ title }) => title)).toEqual(links.map(({ title }) => title));
});

test('fetched twice, nothing changes; what was fetched does not go back', async () => {
  const odd = { ...PAGE, tags: ['#x', 'to,read'], description: '\n>quoted\n>\n\n\n  note  \r\n' };
  const pair = await startPair({ links: [TALK, odd] });
  expect(await fetchAll(pair)).toMatchObject({ added: 2, rewritten: { '#x': 'x' } });
  const first = await allOf(pair.db);
  expect(await fetchAll(pair, true)).toMatchObject({ added: 0, changed: 0, same: 2 });
  expect(await allOf(pair.db)).toEqual(first);
  expect(await waiting(pair)).toEqual([]);
});

test('a page that is here too is united with what is there, and is not sent for that', async () => {
  const pair = await startPair({ links: [TALK] });
  await save(
    pair.db,
    { url: TALK.url, title: 'Mine', note: 'My note.', tags: ['poetry', 'talk'] },
    '2024-01-01T10:00:00Z',
  );
  await waiting(pair);
  expect(await fetchAll(pair)).toEqual(counted({ changed: 1 }));
  expect(await allOf(pair.db)).toMatchObject([
    {
      title: 'Mine',
      note: 'My note.\n\nA note.\n\nOf two parts.',
      tags: ['poetry', 'talk', 'to-read'],
      days: ['2023-03-13', '2023-03-15', '2024-01-01'],
    },
  ]);
  expect(await waiting(pair)).toEqual([]);
});

test('changed there: it is changed here, quotes, title, privacy and removed tags too', async () => {
  const pair = await startPair({ links: [{ ...TALK, tags: ['Poetry', 'two words'] }] });
  await fetchAll(pair);
  const description = '> two roads\n>   diverge\n\nAnother note.';
  await changeThere(pair, 0, { title: 'Now called so', description, tags: ['poetry'], private: false });
  expect(await fetchAll(pair)).toEqual(counted({ changed: 1 }));
  expect(await allOf(pair.db)).toMatchObject([
    {
      title: 'Now called so',
      quotes: [{ text: 'two roads\n  diverge', day: '2023-03-13' }],
      note: 'Another note.',
      tags: ['Poetry'],
      private: false,
      days: ['2023-03-13'],
    },
  ]);
  expect(await waiting(pair)).toEqual([]);
});

test('changed here only: it stays so, and still waits to be sent', async () => {
  const pair = await startPair({ links: [TALK] });
  await fetchAll(pair);
  await changeHere(pair, { note: 'Mine.' });
  expect(await waiting(pair)).toHaveLength(1);
  expect(await fetchAll(pair, true)).toEqual(counted({ same: 1 }));
  expect(await allOf(pair.db)).toMatchObject([{ note: 'Mine.' }]);
  expect(await waiting(pair)).toHaveLength(1);
});

test('changed on both sides: both texts stay, and what came of it is to be sent', async () => {
  const pair = await startPair({ links: [TALK] });
  await fetchAll(pair);
  await changeHere(pair, { note: 'Mine.', tags: ['Poetry', 'to-read', 'here'] });
  await pair.db.touched.clear();
  await changeThere(pair, 0, { description: 'Theirs.', tags: ['Poetry', 'there'] });
  expect(await fetchAll(pair)).toEqual(counted({ changed: 1 }));
  expect(await allOf(pair.db)).toMatchObject([
    { note: 'Mine.\n\nTheirs.', quotes: [], tags: ['Poetry', 'here', 'there'] },
  ]);
  expect(await waiting(pair)).toHaveLength(1);
});

test('a note without an address comes with that of its own page', async () => {
  const pair = await startPair();
  const { body } = await pair.shaarli.api('POST', '/links', { title: 'A thought', description: 'of mine', tags: [] });
  expect(await fetchAll(pair)).toEqual(counted({ added: 1 }));
  const { shorturl } = body as { shorturl: string };
  expect(await allOf(pair.db)).toMatchObject([
    { url: `${pair.shaarli.url}/shaare/${shorturl}`, title: 'A thought', note: 'of mine' },
  ]);
});

test.each([
  { separator: ' ', tags: ['-dash', '#hash', 'comma,ed', 'Ünïcode'], now: ['dash', 'hash', 'comma-ed', 'Ünïcode'] },
  { separator: '|', tags: ['two words', 'a', 'Two Words '], now: ['two-words', 'a'] },
])('tags of a server that separates them by "$separator" become ours', async ({ separator, tags, now: ours }) => {
  const pair = await startPair({ separator, links: [{ ...PAGE, tags }] });
  await fetchAll(pair);
  expect((await allOf(pair.db))[0]?.tags).toEqual(ours);
});

test('tags take the spelling that the journal knows', async () => {
  const pair = await startPair({ links: [{ ...PAGE, tags: ['europe'] }] });
  await save(pair.db, { url: 'https://example.org/other', tags: ['Europe'] }, '2024-01-01T10:00:00Z');
  await fetchAll(pair);
  expect((await allOf(pair.db)).map(({ tags }) => tags)).toEqual([['Europe'], ['Europe']]);
});

test('what was deleted here stays deleted, also when the bin is empty', async () => {
  const pair = await startPair({ links: [TALK, PAGE] });
  await fetchAll(pair);
  const [talk] = await allOf(pair.db);
  await deleteLink(talk?.id ?? '', now, pair.db);
  expect(await fetchAll(pair, true)).toEqual(counted({ same: 1, left: 1 }));
  await pair.db.bin.clear();
  await read(pair, true);
  expect((await previewed(pair)).left).toEqual([{ title: TALK.title, url: TALK.url, fields: [] }]);
  expect((await takeOver(pair)).counts).toMatchObject({ same: 1, left: 1 });
  expect(await pair.db.links.count()).toBe(1);
});

test('what lies in the bin when the server is first fetched is left there', async () => {
  const pair = await startPair({ links: [PAGE] });
  const { link } = await save(pair.db, { url: PAGE.url }, '2024-01-01T10:00:00Z');
  await deleteLink(link.id, now, pair.db);
  expect(await fetchAll(pair)).toEqual(counted({ left: 1 }));
});

test('what is saved anew after it was deleted here meets its counterpart again', async () => {
  const pair = await startPair({ links: [TALK] });
  await fetchAll(pair);
  await deleteLink((await allOf(pair.db))[0]?.id ?? '', now, pair.db);
  const { link } = await save(pair.db, { url: TALK.url, note: 'Anew.' }, '2026-11-22T11:00:00Z');
  expect(await fetchAll(pair, true)).toEqual(counted({ changed: 1 }));
  expect(await allOf(pair.db)).toMatchObject([{ id: link.id, note: 'Anew.\n\nA note.\n\nOf two parts.' }]);
  expect(await pair.db.twins.toArray()).toMatchObject([{ id: link.id, remote: 0 }]);
});

test('two links there of one page: both texts come, they are listed, and each is known by itself from then on', async () => {
  const one = { ...PAGE, description: 'One.', tags: ['a'] };
  const two = {
    ...PAGE,
    url: `${PAGE.url}#part`,
    description: 'Two.',
    tags: ['b'],
    created: '2022-01-01T10:00:00+00:00',
  };
  const pair = await startPair({ links: [one, two] });
  await read(pair);
  expect((await previewed(pair)).doubles).toMatchObject([{ title: PAGE.title, url: two.url }]);
  expect((await takeOver(pair)).counts).toMatchObject({ added: 1, changed: 1, doubles: 1 });
  expect(await allOf(pair.db)).toMatchObject([
    { url: PAGE.url, note: 'One.\n\nTwo.', tags: ['a', 'b'], days: ['2022-01-01', '2024-01-01'] },
  ]);
  expect(await pair.shaarli.links()).toHaveLength(2);
  // What is taken out here does not come back from the other one.
  await changeHere(pair, { note: 'One.', tags: ['a'] });
  expect(await fetchAll(pair, true)).toEqual(counted({ same: 2, doubles: 1 }));
  await changeThere(pair, 1, { description: 'Two and three.' });
  expect(await fetchAll(pair)).toEqual(counted({ changed: 1, doubles: 1, same: 1 }));
  expect(await allOf(pair.db)).toMatchObject([{ note: 'One.\n\nTwo and three.', tags: ['a'] }]);
  expect((await pair.shaarli.links())[0]).toMatchObject({ description: 'One.' });
});

test('deleted there and saved anew under another number: it is the same page, and its counterpart is the new one', async () => {
  const pair = await startPair({ links: [PAGE, TALK] });
  await fetchAll(pair);
  await pair.shaarli.api('DELETE', '/links/0');
  await pair.shaarli.api('POST', '/links', { url: PAGE.url, title: 'Anew', description: 'New.', tags: [] });
  expect(await fetchAll(pair)).toEqual(counted({ changed: 1 }));
  expect(await pair.db.twins.orderBy('remote').toArray()).toMatchObject([{ remote: 1 }, { remote: 2 }]);
  expect(await allOf(pair.db)).toHaveLength(2);
});

test('a number that was given to another page: neither is taken for the other', async () => {
  const pair = await startPair({ links: [PAGE] });
  await fetchAll(pair);
  await pair.shaarli.api('DELETE', '/links/0');
  await pair.shaarli.api('POST', '/links', {
    url: 'https://example.org/new',
    title: 'New',
    description: 'x',
    tags: [],
  });
  expect((await pair.shaarli.links())[0]).toMatchObject({ id: 0, title: 'New' });
  expect(await fetchAll(pair)).toEqual(counted({ added: 1 }));
  expect((await allOf(pair.db)).map(({ title, note }) => [title, note])).toEqual([
    ['A page', ''],
    ['New', 'x'],
  ]);
  expect(await pair.db.twins.toArray()).toMatchObject([{ id: (await allOf(pair.db))[1]?.id }]);
});

test('a link whose address there becomes that of another page here is united with it', async () => {
  const pair = await startPair({ links: [{ ...TALK, url: 'https://example.org/old' }] });
  await fetchAll(pair);
  const { link } = await save(pair.db, { url: PAGE.url, note: 'Here.' }, '2024-01-01T10:00:00Z');
  await changeThere(pair, 0, { url: PAGE.url });
  expect(await fetchAll(pair)).toEqual(counted({ changed: 1 }));
  expect(await allOf(pair.db)).toMatchObject([
    {
      id: link.id,
      url: PAGE.url,
      note: 'Here.\n\nA note.\n\nOf two parts.',
      days: ['2023-03-13', '2023-03-15', '2024-01-01'],
    },
  ]);
  expect(await pair.db.twins.toArray()).toMatchObject([{ id: link.id, remote: 0 }]);
  expect(await fetchAll(pair, true)).toEqual(counted({ same: 1 }));
});

test('what was sent after it was read is not set back', async () => {
  const pair = await startPair({ links: [{ ...PAGE, description: 'Old.' }] });
  await fetchAll(pair);
  await read(pair, true);
  await changeHere(pair, { note: 'New.' });
  await changeThere(pair, 0, { description: 'New.' });
  const [remote] = await pair.shaarli.links();
  const [twin] = await pair.db.twins.toArray();
  if (!twin || !remote) throw new Error('no twin');
  await pair.db.twins.put({ ...twin, updated: remote.updated, common: { ...twin.common, description: 'New.' } });
  expect((await takeOver(pair)).counts).toMatchObject({ same: 1 });
  expect(await allOf(pair.db)).toMatchObject([{ note: 'New.' }]);
  expect((await pair.db.twins.toArray())[0]?.common.description).toBe('New.');
});
