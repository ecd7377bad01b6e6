import { type BulkChange, bulkChanged, type Changeable, sameField } from '../core/bulk-change';
import type { Instant, Link } from '../core/link';
import { CountChanges, knownSpelling, tagUses } from './counts';
import { type Journal, journal } from './database';
import type { Clock } from './links';

/** Links that are read and written at once: between them the page can answer, and memory stays small. */
const AT_ONCE = 500;

/** What was done to many links, with what takes it back. */
export interface BulkDone {
  change: BulkChange;
  /** Those that are another now: what they were and are. */
  links: { id: string; was: Changeable; now: Changeable }[];
  /** How many were so already. */
  same: number;
  /** How many were gone already. */
  gone: number;
}

/** What a bulk action is previewed by, of those links that are there. */
export async function readChangeable(ids: string[], db: Journal = journal): Promise<Changeable[]> {
  const found: Changeable[] = [];
  await inPieces(ids, async (some) => {
    const links = await db.links.bulkGet(some);
    found.push(...links.filter((link) => link !== undefined).map(changeableOf));
  });
  return found;
}

/** Changes many links in one transaction: all of them or, where it fails, none. Tags are put on as the journal spells them. */
export async function changeLinks(
  ids: string[],
  change: BulkChange,
  clock: Clock,
  db: Journal = journal,
): Promise<BulkDone> {
  return db.transaction('rw', db.written, async () => {
    const spelled = change.field === 'tags' ? { ...change, add: knownSpelling(change.add, await tagUses(db)) } : change;
    const done: BulkDone = { change: spelled, links: [], same: 0, gone: 0 };
    await rewrite(ids, seconds(clock), db, (link, id) => {
      const now = link && bulkChanged(link, spelled);
      if (!now) done.gone += 1;
      else if (now === link) done.same += 1;
      else done.links.push({ id, was: changeableOf(link), now: changeableOf(now) });
      return now;
    });
    return done;
  });
}

/**
 * Takes a bulk change back. What was changed again since keeps what it has now.
 * @returns how many links are as they were, and how many are not
 */
export async function undoChange(
  { change, links }: BulkDone,
  clock: Clock,
  db: Journal = journal,
): Promise<{ back: number; left: number }> {
  const { field } = change;
  const changed = new Map(links.map((one) => [one.id, one]));
  return db.transaction('rw', db.written, async () => {
    const uses = await tagUses(db);
    let back = 0;
    await rewrite([...changed.keys()], seconds(clock), db, (link, id) => {
      const one = changed.get(id);
      if (!link || !one || !sameField(field, link, one.now)) return link;
      back += 1;
      return { ...link, [field]: field === 'tags' ? knownSpelling(one.was.tags, uses) : one.was[field] };
    });
    return { back, left: links.length - back };
  });
}

/** Puts many links into the bin, in one transaction. @returns the ids of those that were there */
export async function deleteLinks(ids: string[], clock: Clock, db: Journal = journal): Promise<string[]> {
  const deletedAt = seconds(clock);
  return db.transaction('rw', [...db.written, db.bin], async () => {
    const changes = new CountChanges();
    const deleted: string[] = [];
    await inPieces(ids, async (some) => {
      const links = (await db.links.bulkGet(some)).filter((link) => link !== undefined);
      for (const link of links) changes.replace(link, undefined);
      await db.bin.bulkPut(links.map((link) => ({ id: link.id, key: link.key, deletedAt, link })));
      await db.links.bulkDelete(links.map((link) => link.id));
      deleted.push(...links.map((link) => link.id));
    });
    await changes.apply(db);
    return deleted;
  });
}

/** Writes what `become` makes of each link, where that is another one. Call it inside a transaction over `db.written`. */
async function rewrite(
  ids: string[],
  at: Instant,
  db: Journal,
  become: (link: Link | undefined, id: string) => Link | undefined,
): Promise<void> {
  const changes = new CountChanges();
  await inPieces(ids, async (some) => {
    const links = await db.links.bulkGet(some);
    const written = some.flatMap((id, place) => {
      const before = links[place];
      const made = become(before, id);
      if (!made || made === before) return [];
      const after = { ...made, changedAt: at };
      changes.replace(before, after);
      return [after];
    });
    await db.links.bulkPut(written);
  });
  await changes.apply(db);
}

/** Does it to some after the other, each id once. */
async function inPieces(ids: string[], work: (some: string[]) => Promise<void>): Promise<void> {
  const each = [...new Set(ids)];
  for (let start = 0; start < each.length; start += AT_ONCE) await work(each.slice(start, start + AT_ONCE));
}

function changeableOf({ tags, private: hidden }: Link): Changeable {
  return { tags, private: hidden };
}

function seconds(clock: Clock): Instant {
  return Math.floor(clock.ms / 1000);
}
