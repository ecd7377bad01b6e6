import { expect, test } from 'vitest';
import { periodOf } from '../../../src/core/period';
import type { Scope } from '../../../src/core/scope';
import { type Choice, countPlan, planOf, readPlan } from '../../../src/storage/publishing';
import { keepSite, readSite } from '../../../src/storage/site-settings';
import { link, quote } from '../../fixtures/links';
import { emptyJournal } from './journal';

const here = (id: string, more = {}) => link({ id, url: `https://example.org/${id}`, ...more });
const PUBLIC: Choice = { privateToo: false, notesToo: false };
const ALL: Choice = { privateToo: true, notesToo: true };

async function filled() {
  const db = emptyJournal();
  const quotes = [quote({ text: 'one' }), quote({ text: 'two', day: '2023-03-14', at: 1_678_800_000 })];
  await db.links.bulkPut([
    here('a', { tags: ['t'], days: ['2023-03-13', '2023-03-14'], quotes }),
    here('b', { tags: ['t', 'secret'], private: true, changedAt: 1_700_000_000 }),
    here('c', { tags: ['t'], days: ['2023-03-12'] }),
    here('d', { private: true, days: ['2023-04-01'] }),
  ]);
  await db.dayNotes.bulkPut([
    { day: '2023-03-13', text: 'Said of the day.', changedAt: 1 },
    { day: '2023-04-01', text: 'Nobody is to know.', changedAt: 1 },
    { day: '2023-05-01', text: 'A day without links.', changedAt: 1 },
  ]);
  return db;
}

type Shown = [day: string, note: string, ...links: string[]];

async function shown(scope: Scope, choice: Choice, db = filled()): Promise<Shown[]> {
  const days: Shown[] = [];
  const plan = await planOf(scope, undefined, await db);
  for await (const { day, note, entries } of readPlan(plan, choice, await db)) {
    days.push([
      day,
      note,
      ...entries.map(({ link, quotes }) => [link.id, ...quotes.map(({ text }) => text)].join(' ')),
    ]);
  }
  return days;
}

test('days with their links, each with the quotes of that day; nothing private, no day of private links alone, no notes', async () => {
  expect(await shown({ kind: 'all' }, PUBLIC)).toEqual([
    ['2023-03-12', '', 'c'],
    ['2023-03-13', '', 'a one'],
    ['2023-03-14', '', 'a two'],
  ]);
});

test('private links and notes on days come along where that is asked for', async () => {
  expect(await shown({ kind: 'all' }, ALL)).toEqual([
    ['2023-03-12', '', 'c'],
    ['2023-03-13', 'Said of the day.', 'a one', 'b'],
    ['2023-03-14', '', 'a two'],
    ['2023-04-01', 'Nobody is to know.', 'd'],
  ]);
  const notes = await shown({ kind: 'all' }, { privateToo: false, notesToo: true });
  expect(notes.map(([day, note]) => [day, note])).toContainEqual(['2023-03-13', 'Said of the day.']);
  expect(notes.flat()).not.toContain('Nobody is to know.');
});

test('a period takes its own days', async () => {
  expect(await shown({ kind: 'period', period: periodOf('2023-03-14', 'day') }, ALL)).toEqual([
    ['2023-03-14', '', 'a two'],
  ]);
  expect(await shown({ kind: 'period', period: periodOf('2023-03-12', 'week') }, ALL)).toEqual([
    ['2023-03-12', '', 'c'],
  ]);
});

test('what was found or chosen stands once, on its first day, with all its quotes', async () => {
  const days = [
    ['2023-03-12', '', 'c'],
    ['2023-03-13', '', 'a one two'],
  ];
  expect(await shown({ kind: 'tags', tags: ['t'] }, PUBLIC)).toEqual(days);
  expect(await shown({ kind: 'selection', ids: ['a', 'c', 'b'] }, { privateToo: false, notesToo: true })).toEqual(days);
});

test('it is counted what is published, and what stays out', async () => {
  const plan = await planOf({ kind: 'all' }, undefined, await filled());
  expect(countPlan(plan, PUBLIC)).toEqual({
    ...{ links: 2, days: 3, privateLinks: 2, notes: 1 },
    changedAt: link().changedAt,
  });
  expect(countPlan(plan, ALL)).toEqual({
    ...{ links: 4, days: 4, privateLinks: 2, notes: 2 },
    changedAt: 1_700_000_000,
  });
});

test('what is made private or deleted meanwhile is not published', async () => {
  const db = await filled();
  const plan = await planOf({ kind: 'all' }, undefined, db);
  await db.links.update('a', { private: true });
  await db.links.delete('c');
  const days: string[] = [];
  for await (const { day } of readPlan(plan, PUBLIC, db)) days.push(day);
  expect(days).toEqual([]);
});

test('many links are read in pieces, no day in two', async () => {
  const db = emptyJournal();
  await db.links.bulkPut(
    Array.from({ length: 1800 }, (_, place) =>
      here(String(place).padStart(5, '0'), {
        days: [`2023-03-${String(10 + Math.floor(place / 450)).padStart(2, '0')}`],
      }),
    ),
  );
  const days = await shown({ kind: 'all' }, PUBLIC, Promise.resolve(db));
  expect(days.map(([day, , ...links]) => [day, links.length])).toEqual([
    ['2023-03-10', 450],
    ['2023-03-11', 450],
    ['2023-03-12', 450],
    ['2023-03-13', 450],
  ]);
});

test('counting is stopped when nobody waits for it any more', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(planOf({ kind: 'all' }, stop.signal, await filled())).rejects.toThrow(/abort/i);
});

test('a site keeps its id, title and address', async () => {
  const db = emptyJournal();
  const site = await readSite(db);
  expect(site).toEqual({ title: '', address: '', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  await keepSite({ ...site, title: 'Mine' }, db);
  expect(await readSite(db)).toEqual({ ...site, title: 'Mine' });
});
