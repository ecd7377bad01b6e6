import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../../src/core/day';
import { daysOf, periodOf, readPeriod } from '../../../src/core/period';

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
