import type { Day } from '../core/link';
import type { TagUse } from '../core/tags';
import { freshId } from './fresh-id';
import type { Tables } from './plainly';

/**
 * Counts that would be dear to read from an index: links a day, one row a year (`days:2023`), and uses of every tag, one row (`tags`).
 * Whoever changes links writes one small row beside them, in the same transaction (`recent:…`), and need read nothing to do so. Reading
 * adds these rows to the large ones; where they have become many, they are added up for good (see `addUp`).
 */
export type CountRow =
  | { name: `days:${string}`; days: Map<Day, number> }
  | { name: 'tags'; tags: Map<string, TagUse> }
  | AddedUp
  | RecentChange;

/** Written with the large rows: who has read `tags` under this name has it still. */
interface AddedUp {
  name: 'recent';
  since: string;
}

/** What one transaction changed. */
export interface RecentChange {
  name: `recent:${string}`;
  /** Links that came onto a day; less than none where they left it. */
  days: Map<Day, number>;
  /** By identity, links that got a tag and when the last one did; less than none where they lost it. */
  tags: Map<string, TagUse>;
  /** Links that were written or deleted: as good as noted as `unindexed`, without rows of their own. */
  ids: string[];
}

/** How the names of all rows begin of what is not added up yet, and of what says since when. */
export const RECENT = 'recent' as const;

/** What is not added up yet, and the name under which the rest was. Call it inside a transaction over `counts`. */
export async function readRecent({
  counts,
}: Pick<Tables, 'counts'>): Promise<{ since?: string; changes: RecentChange[] }> {
  const rows = await counts.where('name').startsWith(RECENT).toArray();
  const [since] = rows.flatMap((row) => ('since' in row ? row.since : []));
  return { ...(since !== undefined && { since }), changes: recentChanges(rows) };
}

let named = 0;

/** A new name for a row of what is recent: they are read in the order in which they were written. */
export function nameOfRecent(): `recent:${string}` {
  named = Math.max(Date.now(), named + 1);
  return `${RECENT}:${freshId(named)}`;
}

/** What is not added up yet of these rows. */
export function recentChanges(rows: CountRow[]): RecentChange[] {
  return rows.filter((row) => 'ids' in row);
}
