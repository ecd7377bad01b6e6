import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../../src/core/day';
import { dayIn, daysOf, nearness, periodOf, readPeriod } from '../../../src/core/period';

const aDay = fc.integer({ min: 0, max: 70_000 }).map((count) => addDays('1900-01-01', count));

test.each([
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2024-12-30', '2025-W01'],
  ['2023-01-01', '2022-W52'],
  ['2023-03-13', '2023-W11'],
])('%s lies in week %s, as ISO 8601 counts', (day, name) => {
  expect(periodOf(day, 'week').name).toBe(name);
});

test('a week has seven days from Monday on, and its name leads back to it', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const week = periodOf(day, 'week');
      expect(daysOf(week)).toHaveLength(7);
      expect(daysOf(week)).toContain(day);
      expect(weekdayOf(week.first)).toBe(0);
      expect(readPeriod(week.name)).toEqual(week);
      expect(periodOf(addDays(week.last, 1), 'week').name).not.toBe(week.name);
    }),
  );
});

test('a month and a day are read back by their names', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      for (const kind of ['day', 'month'] as const) {
        const period = periodOf(day, kind);
        expect(daysOf(period)).toContain(day);
        expect(readPeriod(period.name)).toEqual(period);
      }
    }),
  );
});

test.each([
  '2023-W00',
  '2023-W53',
  '2023-W1',
  '2023-00',
  '2023-13',
  '2023-02-29',
  '2023',
  '',
  'x',
  '0000-W00',
  '9999-W53',
])('%j is no period', (name) => {
  expect(readPeriod(name)).toBeUndefined();
});

test('a day is today or yesterday, a week or a month this one or the last', () => {
  const near = (day: string, kind: 'day' | 'week' | 'month') => nearness(periodOf(day, kind), '2024-01-01');
  expect(near('2024-01-01', 'day')).toBe('this');
  expect(near('2023-12-31', 'day')).toBe('last');
  expect(near('2023-12-30', 'day')).toBeUndefined();
  expect(near('2024-01-07', 'week')).toBe('this');
  expect(near('2023-12-31', 'week')).toBe('last');
  expect(near('2024-01-08', 'week')).toBeUndefined();
  expect(near('2024-01-31', 'month')).toBe('this');
  expect(near('2023-12-01', 'month')).toBe('last');
  expect(near('2024-02-01', 'month')).toBeUndefined();
});

test('a period leads to the first day that lies in it, else to its own first', () => {
  const week = periodOf('2023-03-13', 'week');
  expect(dayIn(week, undefined, '2023-03-20', '2023-03-19', '2023-03-13')).toBe('2023-03-19');
  expect(dayIn(week, '2023-03-12')).toBe('2023-03-13');
});
