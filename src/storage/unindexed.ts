import type { Journal } from './database';

/**
 * Notes that links were written or deleted, for searches to look at them until the index has taken them in. `CountChanges.apply` does so
 * by itself; call it inside the transaction of any other change, or the links are not found.
 */
export async function noteUnindexed(ids: Iterable<string>, db: Journal): Promise<void> {
  await db.unindexed.bulkPut([...ids].map((id) => ({ id })));
}
