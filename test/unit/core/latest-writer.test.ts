import { expect, test } from 'vitest';
import { latestWriter } from '../../../src/core/draft';

/** A store whose writes end when the test says so. */
function slowStore() {
  const written: string[] = [];
  let end = () => {};
  const write = (text: string) =>
    new Promise<void>((resolve) => {
      end = () => {
        written.push(text);
        resolve();
      };
    });
  return { written, write, end: () => end() };
}

test('one write at a time, and of what waits only the newest', async () => {
  const store = slowStore();
  const writer = latestWriter(store.write, () => {});
  for (const text of ['a', 'ab', 'abc']) writer.put(text);
  store.end();
  await expect.poll(() => store.written).toEqual(['a']);
  await Promise.resolve();
  store.end();
  await expect.poll(() => store.written).toEqual(['a', 'abc']);
});

test('stopping waits for the write under way and drops the rest', async () => {
  const store = slowStore();
  const writer = latestWriter(store.write, () => {});
  writer.put('a');
  writer.put('b');
  const stopped = writer.stop();
  store.end();
  await stopped;
  expect(store.written).toEqual(['a']);
});

test('a failure is told, and the next write is tried', async () => {
  const failures: unknown[] = [];
  const written: string[] = [];
  const writer = latestWriter(
    async (text: string) => {
      if (text === 'bad') throw new Error('full');
      written.push(text);
    },
    (error) => failures.push(error),
  );
  writer.put('bad');
  await expect.poll(() => failures).toHaveLength(1);
  writer.put('good');
  await expect.poll(() => written).toEqual(['good']);
});
