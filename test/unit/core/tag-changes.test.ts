import { describe, expect, test } from 'vitest';
import { renamingOf, replaceTag } from '../../../src/core/tag-changes';
import type { TagUse } from '../../../src/core/tags';

describe('a new name for a tag', () => {
  const use = (tag: string): [string, TagUse] => [tag.toLowerCase(), { tag, count: 12, last: 0 }];
  const uses = new Map([use('europe'), use('Politics')]);

  test.each([
    ['to read', 'to-read'],
    [' #Asia ', 'Asia'],
    ['a, b', 'a-b'],
    ['Éurope', 'Éurope'],
    [' # ', ''],
    ['', ''],
  ])('%j is written %j', (typed, name) => {
    expect(renamingOf('europe', typed, uses)).toEqual({ name, joins: undefined });
  });

  test('that another tag has joins the two, in that one’s spelling', () => {
    expect(renamingOf('europe', 'politics', uses)).toEqual({ name: 'Politics', joins: use('Politics')[1] });
  });
});

test.each([
  [['a', 'Europe', 'b'], 'Asia', ['a', 'Asia', 'b']],
  [['a', 'europe'], 'Europe', ['a', 'Europe']],
  [['a', 'europe', 'b'], '', ['a', 'b']],
  [['Asia', 'europe'], 'Asia', ['Asia']],
  [['europe', 'b', 'Asia'], 'Asia', ['Asia', 'b']],
  [['a'], 'Asia', ['a']],
])('%j with europe called %j', (tags, name, expected) => {
  expect(replaceTag(tags, 'europe', name)).toEqual(expected);
});
