import { useEffect } from 'preact/hooks';
import { alone, MadeWay, makeWayFor } from '../../platform/alone';
import { indexLinks } from '../../storage/indexing';
import { onUnindexed } from '../../storage/unindexed';

/** After a change it waits for a while (ms): others may follow, and an import writes many. */
const QUIET = 3000;

/** Keeps the search index up to date, whenever the page has nothing else to do. */
export function useIndexing(failed: (error: unknown) => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const index = () =>
      void alone('index', () => indexLinks(pause)).catch((error) => error instanceof MadeWay || failed(error));
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

/** An import writes far more than what is being taken in, and does not wait for it: what is not in the index when it is over is so later. */
async function pause(): Promise<void> {
  await idleTime();
  await makeWayFor('import');
}

/** Waits until the browser has nothing to do; for two seconds at most, since a page that nobody looks at is never asked. */
function idleTime(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 }));
}
