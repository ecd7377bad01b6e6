import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayByKey, dayInYear, shadesOf, weeksOfMonth } from '../../../src/core/calendar';
import { addDays, daysOfMonth, monthOf, weekdayOf } from '../../../src/core/day';

const aDay = fc.integer({ min: 0, max: 70_000 }).map((count) => addDays('1900-01-01', count));
const aWeekday = fc.integer({ min: 0, max: 6 });

test('the lines of a month hold all its days, each under its weekday', () => {
  fc.assert(
    fc.property(aDay, aWeekday, (day, first) => {
      const month = monthOf(day);
      const lines = weeksOfMonth(month, first);
      const places = lines.flatMap(({ days }) => days);
      expect(places.filter(Boolean)).toEqual(daysOfMonth(month));
      places.forEach((one, place) => {
        if (one) expect((weekdayOf(one) - first + 7) % 7).toBe(place % 7);
      });
      // No line is empty.
      for (const { days } of lines) expect(days.some(Boolean)).toBe(true);
    }),
  );
});

test('a line is called by the week in which most of its days lie', () => {
  const names = (first: number) => weeksOfMonth('2023-01', first).map(({ week }) => week?.name);
  expect(names(0)).toEqual(['2022-W52', '2023-W01', '2023-W02', '2023-W03', '2023-W04', '2023-W05']);
  expect(names(6)).toEqual(['2023-W01', '2023-W02', '2023-W03', '2023-W04', '2023-W05']);
});

test('the last month there is has a calendar', () => {
  expect(weeksOfMonth('9999-12', 0).at(-1)?.days[4]).toBe('9999-12-31');
});

const MONDAY = 0;
const SUNDAY = 6;

test.each<[string, string, boolean, string | undefined]>([
  ['ArrowLeft', '2023-03-01', false, '2023-02-28'],
  ['ArrowRight', '2023-12-31', false, '2024-01-01'],
  ['ArrowUp', '2023-03-13', false, '2023-03-06'],
  ['ArrowDown', '2023-03-13', false, '2023-03-20'],
  ['Home', '2023-03-15', false, '2023-03-13'],
  ['End', '2023-03-15', false, '2023-03-19'],
  ['PageUp', '2023-03-31', false, '2023-02-28'],
  ['PageDown', '2023-03-31', false, '2023-04-30'],
  ['PageUp', '2024-02-29', true, '2023-02-28'],
  ['PageDown', '2023-03-13', true, '2024-03-13'],
  ['ArrowRight', '9999-12-31', false, undefined],
  ['PageDown', '9999-12-31', false, undefined],
  ['ArrowLeft', '0000-01-01', false, undefined],
  ['Enter', '2023-03-13', false, undefined],
  ['constructor', '2023-03-13', false, undefined],
])('%s leads from %s (with Shift: %s) to %s', (key, day, shift, to) => {
  expect(dayByKey(day, key, shift, MONDAY)).toBe(to);
});

test('a week begins where the reader’s does', () => {
  expect(dayByKey('2023-03-15', 'Home', false, SUNDAY)).toBe('2023-03-12');
  expect(dayByKey('2023-03-12', 'End', false, SUNDAY)).toBe('2023-03-18');
});

test('29 February is a date of leap years only', () => {
  expect(dayInYear('2024-02-29', '2020')).toBe('2020-02-29');
  expect(dayInYear('2024-02-29', '2023')).toBeUndefined();
  expect(dayInYear('2024-02-28', '2023')).toBe('2023-02-28');
});

test('a few links are light, ten are dark, whatever else there is little of', () => {
  const shade = shadesOf([1, 1, 2, 3, 12]);
  expect([0, 1, 2, 3, 9, 10, 12].map(shade)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  expect([0, 1].map(shadesOf([]))).toEqual([0, 1]);
});

test('who saves much every day still sees which days had more', () => {
  const days = Array.from({ length: 90 }, (_, place) => 20 + place);
  const shades = days.map(shadesOf(days));
  for (const shade of [1, 2, 3]) expect(shades.filter((one) => one === shade).length).toBeGreaterThan(25);
});

test('more links are never lighter', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500)), fc.nat(500), fc.nat(500), (days, one, other) => {
      const shade = shadesOf(days);
      expect(shade(Math.max(one, other))).toBeGreaterThanOrEqual(shade(Math.min(one, other)));
      expect(shade(one) === 0).toBe(one === 0);
    }),
  );
});
