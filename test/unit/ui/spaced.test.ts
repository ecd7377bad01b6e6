import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { spaced } from '../../../src/ui/parts/spaced';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that takes so long, and how often it was begun. */
function workOf(ms: number) {
  const begun = { count: 0 };
  const work = () => {
    begun.count += 1;
    return new Promise<void>((resolve) => setTimeout(resolve, ms));
  };
  return { begun, ...spaced(work) };
}

test('the first is done at once; what is asked meanwhile is done once, after a rest', async () => {
  const { begun, ask } = workOf(10);
  ask();
  expect(begun.count).toBe(1);
  for (let count = 0; count < 5; count += 1) ask();
  await vi.advanceTimersByTimeAsync(300);
  expect(begun.count).toBe(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(begun.count).toBe(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(begun.count).toBe(2);
  ask();
  expect(begun.count).toBe(3);
});

test('it takes no more than a fifth of the time', async () => {
  const { begun, ask } = workOf(1000);
  for (let ms = 0; ms < 19_000; ms += 50) {
    ask();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(begun.count).toBe(4);
});

test('nothing is done after its end', async () => {
  const { begun, ask, end } = workOf(10);
  ask();
  ask();
  end();
  await vi.advanceTimersByTimeAsync(5000);
  ask();
  expect(begun.count).toBe(1);
});
