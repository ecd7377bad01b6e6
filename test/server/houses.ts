import { afterEach } from 'vitest';
import { type Shaarli, type ShaarliOptions, startShaarli } from '../shaarli/server';
import { type Stranger, startStranger } from './stranger';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

/** A Shaarli for one test. */
export async function shaarliFor(options?: ShaarliOptions): Promise<Shaarli> {
  const shaarli = await startShaarli(options);
  ends.push(() => shaarli.remove());
  return shaarli;
}

/** A server for one test that is no Shaarli. */
export async function strangerFor(...args: Parameters<typeof startStranger>): Promise<Stranger> {
  const stranger = await startStranger(...args);
  ends.push(() => stranger.close());
  return stranger;
}
