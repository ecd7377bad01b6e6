import { type Journal, journal } from '../storage/database';
import { beginFetch, type Fetch, takeUpFetch } from '../storage/fetched';
import { readServer } from '../storage/server';
import type { ShaarliApi } from './api';
import { changedThere, type FetchOptions } from './changed-there';
import { patiently } from './patience';
import { firstPage, Reading } from './reading';

/** A server remembers for 31 days what happened (s). */
const REMEMBERED = 30 * 24 * 3600;
/** What was going on when the last fetch began is looked at again (s). */
const MARGIN = 120;

/**
 * Begins to read what a Shaarli has: everything, or what changed there since the last fetch where that can be told. What is read is
 * kept beside the journal (see `storage/fetched.ts`); taking it over is another step.
 * Whatever breaks it off (a failure, the signal, the end of the browser), `goOnReading` takes it up again.
 * @throws Problem, see `ShaarliApi`
 * @throws DOMException `AbortError` when the signal says so
 */
export async function readServerLinks(
  api: ShaarliApi,
  { whole, ...options }: FetchOptions & { whole: boolean },
  db: Journal = journal,
): Promise<void> {
  const { links } = await patiently(() => api.info(options.signal), options);
  const began = Math.floor((options.clock() + api.ahead) / 1000);
  const last = whole ? undefined : await readServer('fetched', db);
  const fresh = last && began - last.upTo <= REMEMBERED;
  const ids = fresh && (await changedThere(api, last.upTo - MARGIN, links, options));
  const fetch: Fetch = {
    run: crypto.randomUUID(),
    began,
    total: ids ? ids.length : links,
    read: 0,
    reading: ids ? { round: 0, ids } : { round: 1, ids: [], pages: firstPage },
  };
  await beginFetch(fetch, db);
  await new Reading(api, fetch, options, db).read();
}

/** Takes up a reading that was broken off. Nothing happens where there is none. Throws as `readServerLinks`. */
export async function goOnReading(api: ShaarliApi, options: FetchOptions, db: Journal = journal): Promise<void> {
  const fetch = await takeUpFetch(crypto.randomUUID(), db);
  if (fetch?.reading) await new Reading(api, fetch, options, db).read();
}
