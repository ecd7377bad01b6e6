import { expect, test } from 'vitest';
import { latestWriter } from '../../../src/core/draft';

/** A store whose writes end when the test says so; it takes what is typed at the moment a write begins. */
function slowStore() {
  const written: string[] = [];
  const typed = { text: '' };
  let end = () => {};
  const write = () => {
    const { text } = typed;
    return new Promise<void>((resolve) => {
      end = () => {
        written.push(text);
        resolve();
      };
    });
  };
  return { written, typed, write, end: () => end() };
}

test('one write at a time, and of what waits only the newest', async () => {
  const store = slowStore();
  const writer = latestWriter(store.write, () => {});
  for (const text of ['a', 'ab', 'abc']) {
    store.typed.text = text;
    writer.put();
  }
  store.end();
  await expect.poll(() => store.written).toEqual(['a']);
  await Promise.resolve();
  store.end();
  await expect.poll(() => store.written).toEqual(['a', 'abc']);
});

test('stopping waits for the write under way and drops the rest', async () => {
  const store = slowStore();
  const writer = latestWriter(store.write, () => {});
  store.typed.text = 'a';
  writer.put();
  store.typed.text = 'b';
  writer.put();
  const stopped = writer.stop();
  store.end();
  await stopped;
  expect(store.written).toEqual(['a']);
});

test('a failure is told, and the next write is tried', async () => {
  const failures: unknown[] = [];
  const written: string[] = [];
  let text = 'bad';
  const writer = latestWriter(
    async () => {
      if (text === 'bad') throw new Error('full');
      written.push(text);
    },
    (error) => failures.push(error),
  );
  writer.put();
  await expect.poll(() => failures).toHaveLength(1);
  text = 'good';
  writer.put();
  await expect.poll(() => written).toEqual(['good']);
});
