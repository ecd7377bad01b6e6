import { expect, test, vi } from 'vitest';
import { type Read, readAhead } from '../../../src/ui/parts/read-ahead';

/** A reading of these pieces, with what was told of it and how many pieces were read. */
function reading(pieces: number[][], failing = false) {
  const seen = { told: [] as Read<number>[], read: 0, over: false, failures: [] as unknown[] };
  async function* generate(): AsyncGenerator<number[]> {
    try {
      for (const piece of pieces) {
        seen.read += 1;
        yield piece;
      }
      if (failing) throw new Error('no more');
    } finally {
      seen.over = true;
    }
  }
  const reader = readAhead(
    generate(),
    (now) => seen.told.push(now),
    (error) => seen.failures.push(error),
  );
  return { seen, ...reader };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('the first piece is told at once, and one more is read', async () => {
  const { seen } = reading([[1, 2], [3], [4]]);
  await settled();
  expect(seen.told).toEqual([{ items: [1, 2], ended: false }]);
  expect(seen).toMatchObject({ read: 2, over: false });
});

test('more comes when it is wanted, and the end is known before one asks', async () => {
  const { seen, more } = reading([[1, 2], [3], [4]]);
  await settled();
  more();
  expect(seen.told.at(-1)).toEqual({ items: [1, 2, 3], ended: false });
  await settled();
  more();
  await settled();
  expect(seen.told.at(-1)).toEqual({ items: [1, 2, 3, 4], ended: true });
});

test('what is wanted before it is read is told as soon as it is', async () => {
  const { seen, more } = reading([[1], [2], [3]]);
  await settled();
  more();
  more();
  await settled();
  expect(seen.told.at(-1)?.items).toEqual([1, 2, 3]);
});

test('empty pieces are passed over', async () => {
  const { seen } = reading([[], [], [1], [], []]);
  await settled();
  expect(seen.told).toEqual([
    { items: [1], ended: false },
    { items: [1], ended: true },
  ]);
});

test('nothing found is an end', async () => {
  const { seen } = reading([]);
  await settled();
  expect(seen.told).toEqual([{ items: [], ended: true }]);
});

test('stopping stops the work, and nothing is told any more', async () => {
  const { seen, stop } = reading([[1], [2], [3]]);
  stop();
  await vi.waitFor(() => expect(seen.over).toBe(true));
  expect(seen.told).toEqual([]);
  expect(seen.read).toBeLessThan(3);
});

test('a failure is told', async () => {
  const { seen } = reading([[1]], true);
  await settled();
  expect(seen.failures).toHaveLength(1);
});
