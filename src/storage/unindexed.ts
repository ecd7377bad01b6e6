import { liveQuery } from 'dexie';
import { RECENT } from './count-rows';
import { type Journal, journal } from './database';

/**
 * Notes that links were written or deleted, for searches to look at them until the index has taken them in. `CountChanges.apply` does so
 * by itself; call it inside the transaction of any other change, or the links are not found.
 */
export async function noteUnindexed(ids: Iterable<string>, db: Journal): Promise<void> {
  await db.unindexed.bulkPut([...ids].map((id) => ({ id })));
}

/** Tells at first, and whenever links were written, here or in another window. @returns what ends it */
export function onUnindexed(answer: () => void, db: Journal = journal): () => void {
  const noted = () => db.unindexed.limit(1).primaryKeys();
  const recent = () => db.counts.where('name').startsWith(RECENT).primaryKeys();
  const changes = liveQuery(() => Promise.all([noted(), recent()])).subscribe(answer);
  return () => changes.unsubscribe();
}
