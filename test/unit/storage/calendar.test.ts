import { expect, test } from 'vitest';
import { periodOf } from '../../../src/core/period';
import { countsOfMonths, daysBeside, onThisDay } from '../../../src/storage/calendar';
import { countsOfDays } from '../../../src/storage/counts';
import type { Journal } from '../../../src/storage/database';
import { emptyJournal, save } from './journal';

/** A journal with a link on each of those days; the same day again is one more link. */
async function journalOf(...days: string[]): Promise<Journal> {
  const db = emptyJournal();
  for (const [place, day] of days.entries()) {
    const url = `https://example.org/${place}`;
    await save(db, { url, title: `Link ${place}` }, `${day}T10:00:${10 + place}Z`);
  }
  return db;
}

test('the periods beside one are the nearest with links', async () => {
  const db = await journalOf('2022-12-31', '2023-03-13', '2023-03-15', '2023-05-02');
  const beside = async (day: string, kind: 'day' | 'week' | 'month') => {
    const { before, after, any } = await daysBeside(periodOf(day, kind), db);
    return [before, after, any];
  };
  expect(await beside('2023-03-13', 'day')).toEqual(['2022-12-31', '2023-03-15', true]);
  expect(await beside('2023-03-13', 'week')).toEqual(['2022-12-31', '2023-05-02', true]);
  expect(await beside('2023-03-13', 'month')).toEqual(['2022-12-31', '2023-05-02', true]);
  expect(await beside('2023-04-20', 'week')).toEqual(['2023-03-15', '2023-05-02', true]);
  expect(await beside('2023-05-02', 'month')).toEqual(['2023-03-15', undefined, true]);
});

test('an empty journal has nothing beside', async () => {
  expect(await daysBeside(periodOf('2023-03-13', 'week'), emptyJournal())).toMatchObject({ any: false });
});

test('months and years are counted from the days', async () => {
  const db = await journalOf('2022-12-31', '2023-03-13', '2023-03-13', '2023-05-02');
  expect([...countsOfMonths(await countsOfDays(db))].sort()).toEqual([
    ['2022', 1],
    ['2022-12', 1],
    ['2023', 3],
    ['2023-03', 2],
    ['2023-05', 1],
  ]);
});

test('a date has its earlier years, the latest first, with the first titles of each', async () => {
  const db = await journalOf(
    '2021-03-13',
    '2019-03-13',
    '2021-03-14',
    '2021-03-13',
    '2021-03-13',
    '2021-03-13',
    '2023-03-13',
  );
  expect(await onThisDay('2023-03-13', db)).toEqual([
    { day: '2021-03-13', count: 4, titles: ['Link 0', 'Link 3', 'Link 4'] },
    { day: '2019-03-13', count: 1, titles: ['Link 1'] },
  ]);
  expect(await onThisDay('2019-03-13', db)).toEqual([]);
});

test('29 February meets leap years only', async () => {
  const db = await journalOf('2020-02-29', '2021-02-28', '2021-03-01', '2024-02-29');
  expect((await onThisDay('2024-02-29', db)).map(({ day }) => day)).toEqual(['2020-02-29']);
  expect((await onThisDay('2022-02-28', db)).map(({ day }) => day)).toEqual(['2021-02-28']);
});
