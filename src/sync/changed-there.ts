import { Problem } from '../core/errors';
import type { Instant } from '../core/link';
import type { ShaarliApi } from './api';
import { type Patience, patiently } from './patience';

export interface FetchOptions extends Patience {
  /** ms since 1970 */
  clock: () => number;
}

/** Links that are worth asking for one by one: as many at most, and for each thousand that reading everything would bring. */
const ONE_BY_ONE = { atMost: 200, atLeast: 20, aThousand: 10 };

/**
 * The links that something happened to, by their numbers. Undefined where the server does not tell which, or where everything is read
 * sooner: each request takes it as long as a large page.
 * @param links how many there are
 */
export async function changedThere(
  api: ShaarliApi,
  since: Instant,
  links: number,
  options: FetchOptions,
): Promise<number[] | undefined> {
  const events = await patiently(() => api.history(since, options.signal), options).catch((error: unknown) => {
    // A server without a history, or with a damaged one, has no hints to give.
    if (error instanceof Problem && (error.code === 'serverOther' || error.code === 'serverFault')) return undefined;
    throw error;
  });
  if (!events || events.some(({ event }) => event === 'IMPORT')) return undefined;
  const ids = [...new Set(events.flatMap(({ id }) => id ?? []))];
  const { atMost, atLeast, aThousand } = ONE_BY_ONE;
  return ids.length <= Math.min(atMost, Math.max(atLeast, (aThousand * links) / 1000)) ? ids : undefined;
}
