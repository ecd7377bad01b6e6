import { type BulkChange, bulkChanged, type Changeable, sameField } from '../core/bulk-change';
import type { Instant, Link } from '../core/link';
import { CountChanges } from './counts';
import { type Journal, journal } from './database';
import { readGround } from './ground';
import type { Clock } from './links';
import { inPieces, type SoFar } from './pieces';
import { type Tables, WRITTEN } from './plainly';
import { knownSpelling } from './tag-uses';

/** Links that are read at once for a preview. */
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
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const links = await db.links.bulkGet(ids.slice(start, start + AT_ONCE));
    found.push(...links.filter((link) => link !== undefined).map(changeableOf));
  }
  return found;
}

/** Changes many links, piece by piece: what is done can be undone wherever it ends. Tags are put on as the journal spells them. */
export async function* changeLinks(
  ids: string[],
  change: BulkChange,
  clock: Clock,
  db: Journal = journal,
): AsyncGenerator<SoFar<BulkDone>> {
  const done: BulkDone = { change, links: [], same: 0, gone: 0 };
  const work = (tables: Tables, some: string[]) =>
    rewrite(some, seconds(clock), tables, (link, spelled) => {
      return bulkChanged(link, change.field === 'tags' ? { ...change, add: spelled(change.add) } : change);
    });
  for await (const { count, piece } of inPieces(ids, WRITTEN, work, db)) {
    done.links.push(
      ...piece.rewritten.map(({ id, was, now }) => ({ id, was: changeableOf(was), now: changeableOf(now) })),
    );
    done.same += piece.same;
    done.gone += piece.gone;
    yield { count, done };
  }
}

/** What came of undoing a bulk change. */
export interface BulkUndone {
  /** How many links are as they were. */
  back: number;
  /** How many are not: they were changed again since, or are gone. */
  left: number;
  /** What is still to be undone. */
  rest: BulkDone;
}

/** Takes a bulk change back, piece by piece. What was changed again since keeps what it has now. */
export async function* undoChange(
  undone: BulkDone,
  clock: Clock,
  db: Journal = journal,
): AsyncGenerator<SoFar<BulkUndone>> {
  const { field } = undone.change;
  const changed = new Map(undone.links.map((one) => [one.id, one]));
  const work = (tables: Tables, some: string[]) =>
    rewrite(some, seconds(clock), tables, (link, spelled) => {
      const one = changed.get(link.id);
      if (!one || !sameField(field, link, one.now)) return link;
      return { ...link, [field]: field === 'tags' ? spelled(one.was.tags) : one.was[field] };
    });
  let back = 0;
  for await (const { count, piece } of inPieces(changed.keys(), WRITTEN, work, db)) {
    back += piece.rewritten.length;
    yield { count, done: { back, left: count - back, rest: { ...undone, links: undone.links.slice(count) } } };
  }
}

/** Puts many links into the bin, piece by piece. What is done are the ids of those that were there. */
export async function* deleteLinks(
  ids: string[],
  clock: Clock,
  db: Journal = journal,
): AsyncGenerator<SoFar<string[]>> {
  const deletedAt = seconds(clock);
  const done: string[] = [];
  const work = async (tables: Tables, some: string[]) => {
    const [found, ground] = await Promise.all([tables.links.bulkGet(some), readGround(tables)]);
    const links = found.filter((link) => link !== undefined);
    const changes = new CountChanges();
    for (const link of links) changes.replace(link, undefined);
    await Promise.all([
      tables.bin.bulkPut(links.map((link) => ({ id: link.id, key: link.key, deletedAt, link }))),
      tables.links.bulkDelete(links.map(({ id }) => id)),
      changes.apply(tables, ground),
    ]);
    return links;
  };
  for await (const { count, piece } of inPieces(ids, [...WRITTEN, 'bin'], work, db)) {
    done.push(...piece.map(({ id }) => id));
    yield { count, done };
  }
}

interface Rewritten {
  rewritten: { id: string; was: Link; now: Link }[];
  /** How many stay as they are. */
  same: number;
  /** How many are not there. */
  gone: number;
}

/**
 * Writes what `become` makes of each link, where that is another one.
 * @param become is also given what spells tags as the journal does
 */
async function rewrite(
  ids: string[],
  at: Instant,
  tables: Tables,
  become: (link: Link, spelled: (tags: string[]) => string[]) => Link,
): Promise<Rewritten> {
  const [found, ground] = await Promise.all([tables.links.bulkGet(ids), readGround(tables)]);
  const links = found.filter((link) => link !== undefined);
  const rewritten = links.flatMap((was) => {
    const made = become(was, (tags) => knownSpelling(tags, ground.uses));
    return made === was ? [] : [{ id: was.id, was, now: { ...made, changedAt: at } }];
  });
  const changes = new CountChanges();
  for (const { was, now } of rewritten) changes.replace(was, now);
  await Promise.all([tables.links.bulkPut(rewritten.map(({ now }) => now)), changes.apply(tables, ground)]);
  return { rewritten, same: links.length - rewritten.length, gone: ids.length - links.length };
}

function changeableOf({ tags, private: hidden }: Link): Changeable {
  return { tags, private: hidden };
}

function seconds(clock: Clock): Instant {
  return Math.floor(clock.ms / 1000);
}
