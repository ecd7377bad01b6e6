import type { Link } from '../core/link';
import { tagIdentity } from '../core/tags';
import { CountChanges } from './counts';
import { type BinRow, type Journal, journal } from './database';
import { readGround } from './ground';
import { backFromBin, type Clock } from './links';
import { inPieces, type SoFar, toEnd } from './pieces';
import { type Tables, WRITTEN } from './plainly';

/** How long what was deleted waits, in seconds. */
export const KEPT_FOR = 30 * 24 * 3600;

/** What was deleted, the newest deletion first, and how much there is in all. */
export async function readBin(limit: number, db: Journal = journal): Promise<{ rows: BinRow[]; count: number }> {
  const [rows, count] = await Promise.all([
    db.bin.orderBy('deletedAt').reverse().limit(limit).toArray(),
    db.bin.count(),
  ]);
  return { rows, count };
}

/**
 * Takes many links back out of the bin, piece by piece. Where a page was saved anew meanwhile, the two become one. What is done are the
 * links that came of them, by the ids asked for; those that were not in the bin are missing.
 */
export async function* restoreLinks(ids: string[], db: Journal = journal): AsyncGenerator<SoFar<Map<string, Link>>> {
  const done = new Map<string, Link>();
  for await (const { count, piece } of inPieces(ids, [...WRITTEN, 'bin'], restoreSome, db)) {
    for (const [id, link] of piece) done.set(id, link);
    yield { count, done };
  }
}

async function restoreSome(tables: Tables, some: string[]): Promise<Map<string, Link>> {
  const [found, ground] = await Promise.all([tables.bin.bulkGet(some), readGround(tables)]);
  const rows = found.filter((row) => row !== undefined);
  const [anew, taken] = await Promise.all([
    Promise.all(rows.map(({ key }) => tables.links.get({ key }))),
    tables.links.bulkGet(rows.map(({ id }) => id)),
  ]);
  // A page may lie there more than once: the second time it is known.
  const known = new Map(anew.flatMap((link) => (link ? [[link.key, link]] : [])));
  const uses = ground.uses.all();
  const changes = new CountChanges();
  const back = new Map<string, Link>();
  for (const [place, row] of rows.entries()) {
    const there = known.get(row.key);
    const link = backFromBin(row.link, there, taken[place] !== undefined, uses);
    changes.replace(there, link);
    // A tag has one spelling: the next link that brings it gets this one's.
    for (const tag of link.tags)
      if (!uses.has(tagIdentity(tag))) uses.set(tagIdentity(tag), { tag, count: 0, last: 0 });
    known.set(row.key, link);
    back.set(row.id, link);
  }
  await Promise.all([
    tables.links.bulkPut([...new Map([...back.values()].map((link) => [link.id, link])).values()]),
    tables.bin.bulkDelete(rows.map(({ id }) => id)),
    changes.apply(tables, ground),
  ]);
  return back;
}

/** Takes all of it back. @returns how many came back, of how many that lay there: pages that lay there twice are one */
export async function restoreAll(db: Journal = journal): Promise<number> {
  const back = await toEnd(restoreLinks(await db.bin.orderBy('deletedAt').primaryKeys(), db));
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
