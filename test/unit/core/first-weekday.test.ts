import { expect, test } from 'vitest';
import { firstWeekday, firstWeekdayOfRegion } from '../../../src/core/first-weekday';

test.each([
  ['en', 6],
  ['en-US', 6],
  ['en-GB', 0],
  ['en-IN', 6],
  ['en-AU', 0],
  ['en-EG', 5],
  ['fr', 0],
  ['fr-CA', 6],
  ['fr-DZ', 5],
])('in %s weeks begin on day %i, told by the browser or not', (language, first) => {
  expect(firstWeekday(language)).toBe(first);
  expect(firstWeekdayOfRegion(language)).toBe(first);
});
