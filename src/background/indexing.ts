import { alone, MadeWay, makeWayFor } from '../platform/alone';
import { staysAwake } from '../platform/stay-awake';
import { indexLinks } from '../storage/indexing';

/** Brings the search index up to date, where no daily page is open that does it in its idle time. */
export async function indexByTheWay(): Promise<void> {
  try {
    // Nobody waits for the background: it needs no pauses.
    await alone('index', () => staysAwake(() => indexLinks(() => makeWayFor('import'))));
  } catch (error) {
    if (!(error instanceof MadeWay)) throw error;
  }
}
