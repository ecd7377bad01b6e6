import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noFacts, type PageAnswer } from '../../../src/core/page-answer';
import { readLinkText, readPage } from '../../../src/platform/page';

/** The browser's `scripting`: each test says what it answers. */
const executeScript = vi.hoisted(() => vi.fn<() => Promise<{ result: unknown }[]>>());
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }));

const tab = { id: 1, url: 'https://example.org/', title: 'A page', private: false, open: true };
const said: PageAnswer = { ...noFacts, title: 'A page', quote: 'Words.', top: true, focused: true };
const refusal = () => Promise.reject(new Error('Cannot access contents of the page'));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  executeScript.mockReset();
  vi.useRealTimers();
});

/** Reads the page while its clock runs, and gives what came of it and after how many milliseconds. */
async function read(patience = 10_000): Promise<[unknown, number]> {
  const start = Date.now();
  const reading = readPage(tab, patience).then((result): [unknown, number] => [result, Date.now() - start]);
  await vi.advanceTimersByTimeAsync(patience);
  return reading;
}

test('a page that is refused at first, right after a command, is asked again until it answers', async () => {
  executeScript.mockImplementationOnce(refusal).mockImplementationOnce(refusal).mockImplementationOnce(refusal);
  executeScript.mockResolvedValue([{ result: said }]);
  const [reading, after] = await read();
  expect(reading).toMatchObject({ title: 'A page', quote: 'Words.' });
  expect(executeScript).toHaveBeenCalledTimes(4);
  expect(after).toBe(150);
});

test('one that is always refused is forbidden, and known as such before a person wonders', async () => {
  executeScript.mockImplementation(refusal);
  const [reading, after] = await read();
  expect(reading).toEqual({ refused: 'forbidden' });
  expect(after).toBeGreaterThan(400);
  expect(after).toBeLessThanOrEqual(600);
});

test('one that says nothing is late', async () => {
  executeScript.mockReturnValue(new Promise(() => {}));
  expect(await read(1000)).toEqual([{ refused: 'late' }, 1000]);
});

test('what a late page says after all is heard; what was in time is told once', async () => {
  const hear = vi.fn();
  executeScript.mockImplementation(() => new Promise((resolve) => setTimeout(resolve, 2000, [{ result: said }])));
  void readPage(tab, 1000, hear);
  await vi.advanceTimersByTimeAsync(1999);
  expect(hear).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(hear).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ quote: 'Words.' }));
  void readPage(tab, 3000, hear);
  await vi.advanceTimersByTimeAsync(4000);
  expect(hear).toHaveBeenCalledTimes(1);
});

test('what is no answer of ours is none', async () => {
  executeScript.mockResolvedValue([{ result: null }, { result: { quote: 1 } }]);
  expect((await read())[0]).toEqual({ refused: 'forbidden' });
});

test('a page that no script may enter is not tried', async () => {
  expect(await readPage({ ...tab, open: false }, 1000)).toEqual({ refused: 'forbidden' });
  expect(executeScript).not.toHaveBeenCalled();
});

test('the text of a link is asked for again too, and is empty where scripts may not run', async () => {
  executeScript.mockImplementationOnce(refusal).mockResolvedValue([{ result: 'The target' }]);
  const text = readLinkText(tab, 0, 'https://example.org/target');
  await vi.advanceTimersByTimeAsync(50);
  expect(await text).toBe('The target');
  executeScript.mockReset().mockImplementation(refusal);
  const none = readLinkText(tab, 0, 'https://example.org/target');
  await vi.advanceTimersByTimeAsync(600);
  expect(await none).toBe('');
});
