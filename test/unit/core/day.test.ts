import { describe, expect, it, test } from 'vitest';
import { addDays, dayOf, daysOfMonth, isDay, isoWithOffset, monthOf, weekdayOf } from '../../../src/core/day';

const at = (iso: string) => Date.parse(iso) / 1000;

describe('the day of an instant', () => {
  test.each([
    ['the zone decides', '2023-03-13T23:30:00Z', 60, 0, '2023-03-14'],
    ['west of Greenwich', '2023-03-14T02:00:00Z', -300, 0, '2023-03-13'],
    ['a quarter of an hour counts', '2023-03-13T18:20:00Z', 345, 0, '2023-03-14'],
    ['midnight belongs to the day that begins', '2023-03-13T23:00:00Z', 60, 0, '2023-03-14'],
    ['the second before does not', '2023-03-13T22:59:59Z', 60, 0, '2023-03-13'],
    ['a day may begin at four', '2023-03-14T02:59:59Z', 60, 240, '2023-03-13'],
    ['and then four belongs to the new one', '2023-03-14T03:00:00Z', 60, 240, '2023-03-14'],
  ])('%s', (_rule, iso, offset, dayStart, day) => {
    expect(dayOf(at(iso), offset, dayStart)).toBe(day);
  });
});

test('a day is a day of the calendar', () => {
  expect(['2023-03-13', '2024-02-29'].every(isDay)).toBe(true);
  expect(['2023-02-29', '2023-13-01', '2023-3-13', '', 'today', '2023-03-13T'].some(isDay)).toBe(false);
});

test('days, months and weeks', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2023-01-01', -1)).toBe('2022-12-31');
  expect(monthOf('2023-01-31', -1)).toBe('2022-12');
  expect(daysOfMonth('2024-02')).toHaveLength(29);
  expect(weekdayOf('2023-03-13')).toBe(0);
});

it('writes an instant with its offset', () => {
  expect(isoWithOffset(at('2023-03-14T08:12:05Z'), 60)).toBe('2023-03-14T09:12:05+01:00');
  expect(isoWithOffset(at('2023-03-14T08:12:05Z'), -210)).toBe('2023-03-14T04:42:05-03:30');
});
