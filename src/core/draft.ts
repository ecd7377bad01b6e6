import type { Bases, Typed } from './form';
import type { Instant } from './link';

/** What was typed for a page and not saved. One for each page. */
export interface Draft {
  /** The page's match key. */
  key: string;
  url: string;
  title: string;
  at: Instant;
  typed: Typed;
  bases: Bases;
}

/**
 * Writes the newest of what it is given, with at most one write under way; what comes meanwhile waits, and only the last of it is
 * written. So every keystroke may call `put`, and what is stored is never more than one write behind.
 * @param write stores one value; a failure is handed to `failed`, and the next `put` tries again
 */
export function latestWriter<T>(write: (value: T) => Promise<void>, failed: (error: unknown) => void) {
  let waiting: { value: T } | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting) {
      const { value } = waiting;
      waiting = undefined;
      await write(value).catch(failed);
    }
    running = undefined;
  }

  return {
    put(value: T): void {
      waiting = { value };
      running ??= run();
    },
    /** Forgets what waits, and resolves when nothing is under way any more. */
    async stop(): Promise<void> {
      waiting = undefined;
      await running;
    },
  };
}
