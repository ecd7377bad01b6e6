import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/errors';
import { dropOldBin } from '../../../src/storage/bin';
import { daysAround } from '../../../src/storage/counts';
import { deleteLink, editLink, restoreLink } from '../../../src/storage/links';
import { findPage, landingDay } from '../../../src/storage/reading';
import { changeSetting, setting } from '../../../src/storage/settings';
import { clock, countedAnew, emptyJournal, keptCounts, readDay, save } from './journal';

const morning = '2023-03-13T07:41:05Z';
const nextDay = '2023-03-14T09:00:00Z';

describe('saving', () => {
  test('makes one link for a page, whatever its tracking', async () => {
    const db = emptyJournal();
    const first = await save(db, { url: 'https://example.org/a?utm_source=x', note: 'one' }, morning);
    const second = await save(db, { url: 'https://EXAMPLE.org/a#part', note: 'two' }, nextDay);
    expect([first.known, second.known]).toEqual([false, true]);
    expect(await db.links.toArray()).toEqual([
      { ...first.link, note: 'one\n\ntwo', changedAt: Date.parse(nextDay) / 1000 },
    ]);
    expect(first.link.url).toBe('https://example.org/a?utm_source=x');
  });

  test('with a new quote on a later day puts the link onto both', async () => {
    const db = emptyJournal();
    await save(db, {}, morning, 'first');
    await save(db, {}, nextDay, 'second');
    expect((await readDay('2023-03-13', db))[0]?.quotes.map((one) => one.text)).toEqual(['first']);
    expect((await readDay('2023-03-14', db))[0]).toMatchObject({
      firstDay: '2023-03-13',
      quotes: [{ text: 'second' }],
    });
  });

  test('leads to a day on which the link stands', async () => {
    const db = emptyJournal();
    await save(db, {}, morning);
    expect((await save(db, { note: 'edited' }, nextDay)).day).toBe('2023-03-13');
    expect((await save(db, {}, nextDay, 'quote')).day).toBe('2023-03-14');
  });

  test('keeps the address under which the page was first saved', async () => {
    const db = emptyJournal();
    await save(db, { url: 'https://example.org/a?utm_source=x' }, morning);
    expect((await save(db, { url: 'https://example.org/a' }, nextDay)).link.url).toBe(
      'https://example.org/a?utm_source=x',
    );
  });

  test('with a quote that the page has already adds nothing, whatever the space around it', async () => {
    const db = emptyJournal();
    const { link } = await save(db, {}, morning, 'verse\n  two');
    for (const again of ['verse\n  two', '\nverse\n  two \n', 'verse\r\n  two'])
      expect((await save(db, {}, nextDay, again)).link).toEqual(link);
    expect((await save(db, {}, nextDay, 'verse two')).link.quotes).toHaveLength(2);
  });

  test('follows the hour at which the day begins, and the spelling of known tags', async () => {
    const db = emptyJournal();
    await changeSetting(db, 'dayStart', 240);
    await save(db, { tags: ['Europe'] }, '2023-03-14T02:59:59Z');
    const other = await save(db, { url: 'https://example.org/b', tags: ['europe'] }, '2023-03-14T03:00:00Z');
    expect(other.link).toMatchObject({ tags: ['Europe'], days: ['2023-03-14'] });
    expect((await readDay('2023-03-13', db)).length).toBe(1);
  });

  test('without an address is refused', async () => {
    for (const url of [' ', 'two words', 'javascript:alert(1)']) {
      await expect(save(emptyJournal(), { url }, morning)).rejects.toMatchObject({ code: 'noAddress' });
    }
  });
});

describe('editing', () => {
  test('moves nothing, unless asked to', async () => {
    const db = emptyJournal();
    const { link } = await save(db, {}, morning, 'quote');
    await editLink(link.id, { base: link, form: { ...link, title: 'New' } }, clock(nextDay), {}, db);
    expect((await readDay('2023-03-13', db))[0]).toMatchObject({ at: link.savedAt, link: { title: 'New' } });
    const move = { from: '2023-03-13', to: '2023-03-01' };
    await editLink(link.id, { base: link, form: link }, clock(nextDay), { move }, db);
    expect(await readDay('2023-03-13', db)).toEqual([]);
    expect((await readDay('2023-03-01', db))[0]?.quotes).toMatchObject([{ text: 'quote' }]);
  });

  test('can take a new passage too, which a draft from the popup may hold', async () => {
    const db = emptyJournal();
    const { link } = await save(db, {}, morning);
    const edited = await editLink(
      link.id,
      { base: link, form: link },
      clock(nextDay),
      { passage: { text: 'new', anchor: '' } },
      db,
    );
    expect(edited).toMatchObject({ quotes: [{ text: 'new', day: '2023-03-14' }], days: ['2023-03-13', '2023-03-14'] });
  });

  test('to the address of another link is refused, with its day', async () => {
    const db = emptyJournal();
    await save(db, { url: 'https://example.org/b' }, morning);
    const { link } = await save(db, {}, nextDay);
    const edit = editLink(
      link.id,
      { base: link, form: { ...link, url: 'https://example.org/b' } },
      clock(nextDay),
      {},
      db,
    );
    await expect(edit).rejects.toMatchObject({ code: 'addressTaken', detail: '2023-03-13' } satisfies Partial<Problem>);
    expect(await db.links.get(link.id)).toEqual(link);
  });

  test('a link that was deleted meanwhile brings it back', async () => {
    const db = emptyJournal();
    const { link } = await save(db, {}, morning);
    await deleteLink(link.id, clock(nextDay), db);
    await editLink(link.id, { base: link, form: { ...link, note: 'kept' } }, clock(nextDay), {}, db);
    expect((await findPage(link.url, db)).link).toMatchObject({ id: link.id, note: 'kept' });
    expect(await db.bin.count()).toBe(0);
  });
});

describe('deleting', () => {
  test('is undone whole', async () => {
    const db = emptyJournal();
    const { link } = await save(db, { tags: ['a'] }, morning, 'quote');
    await deleteLink(link.id, clock(nextDay), db);
    expect(await findPage(link.url, db)).toMatchObject({ binned: { link } });
    await restoreLink(link.id, db);
    expect(await db.links.toArray()).toEqual([link]);
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
  });

  test('is undone into a page that was saved anew', async () => {
    const db = emptyJournal();
    const { link } = await save(db, { note: 'old' }, morning, 'old quote');
    await deleteLink(link.id, clock(nextDay), db);
    const anew = await save(db, { note: 'new' }, nextDay, 'new quote');
    const united = await restoreLink(link.id, db);
    expect(united).toMatchObject({ id: anew.link.id, note: 'new\n\nold', savedAt: link.savedAt });
    expect(united.quotes.map((one) => one.text)).toEqual(['old quote', 'new quote']);
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
  });

  test('is undone in the spelling that its tags have by now', async () => {
    const db = emptyJournal();
    const { link } = await save(db, { tags: ['europe', 'b'] }, morning);
    await deleteLink(link.id, clock(nextDay), db);
    await save(db, { url: 'https://example.org/b', tags: ['Éurope'] }, nextDay);
    expect((await restoreLink(link.id, db)).tags).toEqual(['Éurope', 'b']);
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
  });

  test('lasts after 30 days', async () => {
    const db = emptyJournal();
    const { link } = await save(db, {}, morning);
    await deleteLink(link.id, clock('2023-03-13T08:00:00Z'), db);
    await dropOldBin(clock('2023-04-12T08:00:00Z'), db);
    expect(await db.bin.count()).toBe(1);
    await dropOldBin(clock('2023-04-12T08:00:01Z'), db);
    expect(await db.bin.count()).toBe(0);
  });
});

test('the ways to the nearest days skip the empty ones', async () => {
  const db = emptyJournal();
  for (const [url, iso] of [
    ['a', '2021-12-31T12:00:00Z'],
    ['b', '2023-03-13T12:00:00Z'],
    ['c', '2023-06-01T12:00:00Z'],
  ]) {
    await save(db, { url: `https://example.org/${url}` }, iso ?? '');
  }
  expect(await daysAround(db, '2023-03-13')).toEqual({ before: '2021-12-31', after: '2023-06-01', last: '2023-06-01' });
  expect(await landingDay('2023-05-01', db)).toBe('2023-03-13');
  expect(await landingDay('2023-06-01', db)).toBe('2023-06-01');
  expect(await landingDay('2020-01-01', db)).toBe('2020-01-01');
});

test('a setting that makes no sense is its default', async () => {
  const db = emptyJournal();
  await db.settings.put({ name: 'dayStart', value: 'four' });
  expect(await setting(db, 'dayStart')).toBe(0);
  await expect(changeSetting(db, 'dayStart', 999)).rejects.toThrow(RangeError);
});
