import { expect, test } from 'vitest';
import { periodOf } from '../../../src/core/period';
import { readDigest } from '../../../src/storage/digest';
import { link, quote } from '../../fixtures/links';
import { emptyJournal } from './journal';

const here = (id: string, more = {}) => link({ id, url: `https://example.org/${id}`, ...more });

test('a period has its days in order, and on each its links with the quotes of that day', async () => {
  const db = emptyJournal();
  const first = quote({ text: 'first', day: '2023-03-13', at: 10 });
  const later = quote({ text: 'later', day: '2023-03-15', at: 30 });
  await db.links.bulkPut([
    here('a', { days: ['2023-03-12'], savedAt: 1 }),
    here('b', { days: ['2023-03-15'], savedAt: 40 }),
    here('c', { days: ['2023-03-13', '2023-03-15', '2023-04-01'], savedAt: 10, quotes: [first, later] }),
    here('d', { days: ['2023-03-20'], savedAt: 50 }),
  ]);
  const { days, links, period } = await readDigest(periodOf('2023-03-13', 'week'), db);
  expect(period.name).toBe('2023-W11');
  expect(
    days.map(({ day, entries }) => [day, entries.map((one) => [one.link.id, one.quotes.map(({ text }) => text)])]),
  ).toEqual([
    ['2023-03-13', [['c', ['first']]]],
    [
      '2023-03-15',
      [
        ['c', ['later']],
        ['b', []],
      ],
    ],
  ]);
  // Once each, though one of them stands on two days.
  expect(links.map(({ id }) => id)).toEqual(['c', 'b']);
});

test('a period without links has no days', async () => {
  const db = emptyJournal();
  await db.links.put(here('a', { days: ['2023-03-13'] }));
  expect(await readDigest(periodOf('2023-04-01', 'month'), db)).toMatchObject({ days: [], links: [] });
});
