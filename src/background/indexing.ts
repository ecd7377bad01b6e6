import { alone } from '../platform/alone';
import { staysAwake } from '../platform/stay-awake';
import { indexLinks } from '../storage/indexing';

/** Brings the search index up to date, where no daily page is open that does it in its idle time. */
export function indexByTheWay(): Promise<void> {
  // Nobody waits for the background: it needs no pauses.
  return alone('index', () => staysAwake(() => indexLinks(async () => {})));
}
