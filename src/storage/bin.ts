import type { Link } from '../core/link';
import { type TagUse, tagIdentity } from '../core/tags';
import { CountChanges, tagUses } from './counts';
import { type BinRow, type Journal, journal } from './database';
import { backFromBin, type Clock } from './links';

/** How long what was deleted waits, in seconds. */
export const KEPT_FOR = 30 * 24 * 3600;

const AT_ONCE = 500;

/** What was deleted, the newest deletion first, and how much there is in all. */
export async function readBin(limit: number, db: Journal = journal): Promise<{ rows: BinRow[]; count: number }> {
  const [rows, count] = await Promise.all([
    db.bin.orderBy('deletedAt').reverse().limit(limit).toArray(),
    db.bin.count(),
  ]);
  return { rows, count };
}

/**
 * Takes many links back out of the bin, in one transaction. Where a page was saved anew meanwhile, the two become one.
 * @returns the links that came of them, by the ids asked for; those that were not in the bin are missing
 */
export async function restoreLinks(ids: string[], db: Journal = journal): Promise<Map<string, Link>> {
  const back = new Map<string, Link>();
  await db.transaction('rw', [...db.written, db.bin], async () => {
    const changes = new CountChanges();
    const uses = new Map(await tagUses(db));
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = await db.bin.bulkGet(ids.slice(start, start + AT_ONCE));
      const rows = some.filter((row) => row !== undefined);
      for (const [id, link] of await restoreSome(rows, uses, changes, db)) back.set(id, link);
    }
    await changes.apply(db);
  });
  return back;
}

/** @param uses of every tag; those that come back with the links are added */
async function restoreSome(
  rows: BinRow[],
  uses: Map<string, TagUse>,
  changes: CountChanges,
  db: Journal,
): Promise<Map<string, Link>> {
  const ids = rows.map(({ id }) => id);
  const keys = rows.map(({ key }) => key);
  const [anew, taken] = await Promise.all([
    db.links.where('key').anyOf(keys).toArray(),
    db.links.where('id').anyOf(ids).primaryKeys(),
  ]);
  // A page may lie there more than once: the second time it is known.
  const known = new Map(anew.map((link) => [link.key, link]));
  const takenIds = new Set(taken);
  const back = new Map<string, Link>();
  for (const row of rows) {
    const there = known.get(row.key);
    const link = backFromBin(row.link, there, takenIds.has(row.id), uses);
    changes.replace(there, link);
    // A tag has one spelling: the next link that brings it gets this one's.
    for (const tag of link.tags)
      if (!uses.has(tagIdentity(tag))) uses.set(tagIdentity(tag), { tag, count: 0, last: 0 });
    known.set(row.key, link);
    back.set(row.id, link);
  }
  await db.links.bulkPut([...new Map([...back.values()].map((link) => [link.id, link])).values()]);
  await db.bin.bulkDelete(ids);
  return back;
}

/** Takes all of it back. @returns how many came back, of how many that lay there: pages that lay there twice are one */
export async function restoreAll(db: Journal = journal): Promise<number> {
  const back = await restoreLinks(await db.bin.orderBy('deletedAt').primaryKeys(), db);
  return new Set([...back.values()].map(({ id }) => id)).size;
}

/** Removes for good. */
export async function removeForGood(id: string, db: Journal = journal): Promise<void> {
  await db.bin.delete(id);
}

/** Removes all of it for good. */
export async function emptyBin(db: Journal = journal): Promise<void> {
  await db.bin.clear();
}

/** Removes for good what has lain in the bin for 30 days. */
export async function dropOldBin(clock: Clock, db: Journal = journal): Promise<void> {
  const limit = Math.floor(clock.ms / 1000) - KEPT_FOR;
  await db.bin.where('deletedAt').below(limit).delete();
}
