import type { Bases, Typed } from './form';
import type { Instant } from './link';

/** What was typed for a page and not saved. One for each page. */
export interface Draft {
  /** The page's match key, or `adding`. */
  key: string;
  /** Address and title as the form showed them, for a list of drafts. */
  url: string;
  title: string;
  at: Instant;
  typed: Typed;
  bases: Bases;
}

/**
 * Calls `write` after every `put`, with at most one call under way; what is put meanwhile waits, and is written by one call more. So
 * every keystroke may put, and what is stored is never more than one write behind.
 * @param write stores what is there when it is called; a failure is handed to `failed`, and the next `put` tries again
 */
export function latestWriter(write: () => Promise<void>, failed: (error: unknown) => void) {
  let waiting = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting) {
      waiting = false;
      await write().catch(failed);
    }
    running = undefined;
  }

  return {
    put(): void {
      waiting = true;
      running ??= run();
    },
    /** Forgets what waits, and resolves when nothing is under way any more. */
    async stop(): Promise<void> {
      waiting = false;
      await running;
    },
  };
}
