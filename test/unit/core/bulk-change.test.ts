import { expect, test } from 'vitest';
import { type BulkChange, bulkChanged, countChanging } from '../../../src/core/bulk-change';

const link = (tags: string[], hidden = false) => ({ tags, private: hidden });
const tags = (add: string[], remove: string[] = []): BulkChange => ({ field: 'tags', add, remove });

test('tags come behind those that are there, and go whatever their spelling', () => {
  expect(bulkChanged(link(['a', 'Éurope', 'b']), tags(['c', 'A'], ['europe'])).tags).toEqual(['a', 'b', 'c']);
});

test('a tag that is both added and taken away is there, where it stood', () => {
  expect(bulkChanged(link(['x', 'a']), tags(['x'], ['X', 'a'])).tags).toEqual(['x']);
});

test('what is so already is not another link', () => {
  const same = link(['a', 'b'], true);
  expect(bulkChanged(same, tags(['B'], ['z']))).toBe(same);
  expect(bulkChanged(same, { field: 'private', private: true })).toBe(same);
  expect(bulkChanged(same, { field: 'private', private: false })).toEqual(link(['a', 'b']));
});

test('what would change is counted', () => {
  const all = [link(['a']), link(['a', 'b']), link([])];
  expect(countChanging(all, tags(['a']))).toBe(1);
  expect(countChanging(all, tags([], ['b']))).toBe(1);
  expect(countChanging(all, { field: 'private', private: false })).toBe(0);
});
