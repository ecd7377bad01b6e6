import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Blocks } from '../../../src/ui/daily/blocks';

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => `id ${from + place}`);
const cut = (blocks: Blocks, items: string[]) => blocks.cut(items, (item) => item);

test('a list that grows at its end is cut into blocks of fifty', () => {
  const blocks = new Blocks();
  cut(blocks, ids(0, 15));
  const after = cut(blocks, ids(0, 115));
  expect(after.map(({ items }) => items.length)).toEqual([50, 50, 15]);
  expect(after.flatMap(({ items }) => items)).toEqual(ids(0, 115));
});

test('what stands in a block stays in it, whatever comes and goes', () => {
  const all = ids(0, 300);
  const some = fc.subarray(all, { minLength: 1 });
  fc.assert(
    fc.property(fc.array(some, { minLength: 2, maxLength: 6 }), (lists) => {
      const blocks = new Blocks();
      let before = new Map<string, number>();
      for (const list of lists) {
        const now = cut(blocks, list);
        expect(now.flatMap(({ items }) => items)).toEqual(list);
        expect(new Set(now.map(({ name }) => name)).size).toBe(now.length);
        const names = new Map(now.flatMap(({ name, items }) => items.map((item) => [item, name])));
        for (const [item, name] of before) if (names.has(item)) expect(names.get(item)).toBe(name);
        before = names;
      }
    }),
    { numRuns: 40 },
  );
});
