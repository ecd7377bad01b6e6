import { liveQuery } from 'dexie';
import { type Journal, journal } from './database';
import type { Tables } from './plainly';

/**
 * Notes that links were written or deleted, for the queue to look at them (see `queue.ts`): in the transaction of the change itself,
 * so that none is missed whatever happens next. Nothing is noted where there is no server.
 * Call it inside a transaction over `db.written`.
 */
export async function touch(ids: Iterable<string>, db: Journal): Promise<void> {
  if (await isTouching(db)) await db.touched.bulkPut([...ids].map((id) => ({ id })));
}

/** Whether there is a server. */
export async function isTouching(db: Pick<Tables, 'server'>): Promise<boolean> {
  return (await db.server.get('server')) !== undefined;
}

/** Tells whenever links were touched, here or in another window. */
export function onTouched(answer: () => void, db: Journal = journal): void {
  liveQuery(() => db.touched.limit(1).count()).subscribe((count) => {
    if (count) answer();
  });
}
