import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, linesOf } from '../../../src/core/text-measure';

describe('the columns of a text', () => {
  test.each([
    ['', 0],
    ['| a |', 5],
    ['short\na longer line\n', 13],
    ['\tx', 9],
    ['1234567\t|', 9],
    ['12345678\t|', 17],
    ['目次', 4],
    ['e\u0301te\u0301', 3],
    ['─┼─', 3],
    ['👍|', 3],
  ])('%j takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('the lines of a text', () => {
  test.each([
    ['', 1],
    ['one', 1],
    ['one\ntwo\n\nfour', 4],
    ['x'.repeat(81), 2],
    [`${'x'.repeat(160)}\ny`, 3],
  ])('of %j', (text, lines) => {
    expect(linesOf(text, 80, 100)).toBe(lines);
  });

  test('are counted no further than asked', () => {
    expect(linesOf('\n'.repeat(1_000_000), 80, 46)).toBe(46);
  });

  test('are never fewer than its line ends make', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(linesOf(text, 80, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(text.split('\n').length);
      }),
    );
  });
});
