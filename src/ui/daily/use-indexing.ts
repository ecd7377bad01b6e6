import { useEffect } from 'preact/hooks';
import { alone } from '../../platform/alone';
import { indexLinks } from '../../storage/indexing';
import { onUnindexed } from '../../storage/unindexed';

/** After a change it waits for a while (ms): others may follow, and an import writes many. */
const QUIET = 3000;

/** Keeps the search index up to date, whenever the page has nothing else to do. */
export function useIndexing(failed: (error: unknown) => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const index = () => void alone('index', () => indexLinks(idleTime)).catch(failed);
    const stop = onUnindexed(() => {
      clearTimeout(timer);
      timer = setTimeout(index, QUIET);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}

/** Waits until the browser has nothing to do; for two seconds at most, since a page that nobody looks at is never asked. */
function idleTime(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 }));
}
