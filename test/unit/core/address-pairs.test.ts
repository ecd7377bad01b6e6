import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchKey } from '../../../src/core/match-key';
import { withoutTracking } from '../../../src/core/tracking';

const TABLE = readFileSync(path.resolve(import.meta.dirname, '../../fixtures/address-pairs.txt'), 'utf8');

/** The groups of the table: what the pairs differ in, and the pairs. */
const groups = TABLE.split(/^## /m)
  .slice(1)
  .map((group) => {
    const [what = '', ...lines] = group.trim().split('\n');
    return { what, pairs: lines.map((line) => line.split(' ') as [verdict: string, one: string, other: string]) };
  });

describe.each(groups)('$what', ({ pairs }) => {
  test.each(pairs)('%s %s %s', (verdict, one, other) => {
    const same = matchKey(one) === matchKey(other);
    expect(same ? '=' : '≠').toBe(verdict);
    // What is saved is the address without tracking: it must be found again under the address with it.
    expect(matchKey(withoutTracking(one).address)).toBe(matchKey(one));
  });
});

test('the table has its 200 pairs, each a line of three, none twice', () => {
  const pairs = groups.flatMap((group) => group.pairs);
  expect(pairs.length).toBeGreaterThanOrEqual(200);
  expect(pairs.filter((pair) => pair.length !== 3 || pair[1] === pair[2])).toEqual([]);
  expect(new Set(pairs.map((pair) => pair.join(' '))).size).toBe(pairs.length);
});
