import { expect, test } from 'vitest';
import { readRoute, tagHash } from '../../../src/core/route';

test.each([
  ['', { kind: 'now' }],
  ['#/', { kind: 'now' }],
  ['#/2023-03-13', { kind: 'day', day: '2023-03-13' }],
  ['#/2023-02-31', { kind: 'now' }],
  [tagHash('c++/日本 %'), { kind: 'tag', tag: 'c++/日本 %' }],
  ['#/tag/%E0%A4%A', { kind: 'tag', tag: '%E0%A4%A' }],
])('%s', (hash, route) => {
  expect(readRoute(hash)).toEqual(route);
});
