import { expect, test } from 'vitest';
import { periodOf } from '../../../src/core/period';
import { readRoute, searchHash, tagHash } from '../../../src/core/route';

test.each([
  ['', { kind: 'now' }],
  ['#/', { kind: 'now' }],
  ['#/2023-03-13', { kind: 'period', period: periodOf('2023-03-13', 'day') }],
  ['#/2023-W11', { kind: 'period', period: periodOf('2023-03-13', 'week') }],
  ['#/2023-03', { kind: 'period', period: periodOf('2023-03-13', 'month') }],
  ['#/2023-02-31', { kind: 'now' }],
  ['#/2023-W53', { kind: 'now' }],
  ['#/2023-13', { kind: 'now' }],
  [tagHash('c++/日本 %'), { kind: 'tags', tags: ['c++/日本 %'] }],
  [tagHash('a/b', 'c'), { kind: 'tags', tags: ['a/b', 'c'] }],
  ['#/tag/%E0%A4%A', { kind: 'tags', tags: ['%E0%A4%A'] }],
  ['#/tag/', { kind: 'now' }],
  ['#/tags', { kind: 'allTags' }],
  ['#/bin', { kind: 'bin' }],
  [searchHash('"a & b" #c++ é'), { kind: 'search', text: '"a & b" #c++ é' }],
  ['#/search', { kind: 'now' }],
])('%s', (hash, route) => {
  expect(readRoute(hash)).toEqual(route);
});
