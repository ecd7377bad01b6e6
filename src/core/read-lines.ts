import type { ReadResult } from './read-result';

/** Entries of a file once it was read, one on each line: to be kept, and read again far sooner than the file itself. */
export function writeReadLine(result: ReadResult): string {
  return `${JSON.stringify(result)}\n`;
}

/**
 * Reads them again, some at a time, from one of them on. What it gives holds on to none of the text.
 * @param pieces the lines' UTF-8, however it is cut
 * @param first how many are left out
 */
export async function* readLines(pieces: AsyncIterable<Uint8Array>, first = 0): AsyncGenerator<ReadResult[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let left = first;
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    const wanted = left ? lines.slice(left) : lines;
    left = Math.max(0, left - lines.length);
    yield wanted.map((line): ReadResult => JSON.parse(line));
  }
}
