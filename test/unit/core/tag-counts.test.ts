import { expect, test } from 'vitest';
import { countTags } from '../../../src/core/tag-counts';

test('tags are counted, the most used first, then by name', () => {
  const links = [['b', 'a'], ['c'], [], ['c', 'a'], ['c']].map((tags) => ({ tags }));
  expect(countTags(links)).toEqual([
    { tag: 'c', count: 3 },
    { tag: 'a', count: 2 },
    { tag: 'b', count: 1 },
  ]);
});
