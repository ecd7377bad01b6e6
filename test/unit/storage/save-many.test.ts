import { expect, test } from 'vitest';
import { emptyForm, learn, saveOf, typeInto } from '../../../src/core/form';
import { deleteLinks } from '../../../src/storage/bulk';
import { toEnd } from '../../../src/storage/pieces';
import { firstDays } from '../../../src/storage/reading';
import { saveLinks } from '../../../src/storage/save-many';
import { clock, countedAnew, emptyJournal, keptCounts, readDay, save } from './journal';

const morning = '2023-03-13T07:41:05Z';
const nextDay = '2023-03-14T09:00:00Z';
const saveOfTab = (url: string, title: string, tags: string[] = []) =>
  saveOf(typeInto(learn(emptyForm, { tab: { url, title } }), 'tags', tags)).save;

test('each page is saved with the tags, in the order given', async () => {
  const db = emptyJournal();
  const pages = Array.from({ length: 40 }, (_, place) => saveOfTab(`https://example.org/${place}`, `T${place}`, ['t']));
  const outcomes = await saveLinks(pages, clock(morning), db);
  expect(outcomes.every((one) => 'link' in one && !one.known)).toBe(true);
  const shown = await readDay('2023-03-13', db);
  expect(shown.map(({ link }) => link.title)).toEqual(pages.map(({ form }) => form.title));
  expect(shown.every(({ link }) => link.tags.join() === 't')).toBe(true);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('a known page keeps what it has and gains the tags', async () => {
  const db = emptyJournal();
  const first = await save(db, { title: 'Mine', note: 'n', tags: ['old'], private: true }, morning);
  const [outcome] = await saveLinks([saveOfTab(first.link.url, 'Theirs', ['new'])], clock(nextDay), db);
  expect(outcome).toMatchObject({
    known: true,
    day: '2023-03-13',
    link: { id: first.link.id, title: 'Mine', note: 'n', tags: ['old', 'new'], private: true, days: ['2023-03-13'] },
  });
});

test('one that cannot be saved keeps no other back', async () => {
  const db = emptyJournal();
  const pages = ['https://a.example/', 'javascript:alert(1)', 'https://b.example/'].map((url) => saveOfTab(url, 'T'));
  const outcomes = await saveLinks(pages, clock(morning), db);
  expect(outcomes.map((one) => ('link' in one ? one.link.url : one.problem.code))).toEqual([
    'https://a.example/',
    'noAddress',
    'https://b.example/',
  ]);
  expect(await db.links.count()).toBe(2);
});

test('the new ones are taken back at once, into the bin', async () => {
  const db = emptyJournal();
  const pages = ['https://a.example/', 'https://b.example/'].map((url) => saveOfTab(url, 'T'));
  const outcomes = await saveLinks(pages, clock(morning), db);
  const ids = outcomes.flatMap((one) => ('link' in one ? one.link.id : []));
  await toEnd(deleteLinks([...ids, 'gone already'], clock(morning), db));
  expect([await db.links.count(), await db.bin.count()]).toEqual([0, 2]);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('the first days of pages are told by their keys', async () => {
  const db = emptyJournal();
  const { link } = await save(db, {}, morning);
  expect(await firstDays([link.key, 'https://other.example/'], db)).toEqual(new Map([[link.key, '2023-03-13']]));
});
