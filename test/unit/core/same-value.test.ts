import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameValue } from '../../../src/core/same-value';

test('a copy says the same, whatever it is of', () => {
  fc.assert(fc.property(fc.object(), (value) => sameValue(value, structuredClone(value))));
});

test.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [
    [1, 2],
    [2, 1],
  ],
  [{ a: [{ b: 'x' }] }, { a: [{ b: 'y' }] }],
  [null, {}],
  ['1', 1],
])('%j and %j do not', (one, other) => {
  expect(sameValue(one, other)).toBe(false);
  expect(sameValue(other, one)).toBe(false);
});
