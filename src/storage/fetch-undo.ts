import type { Link } from '../core/link';
import { sameContent } from '../core/save';
import { CountChanges } from './counts';
import { type Journal, journal } from './database';
import type { Known } from './fetch-plan';
import { readGround } from './ground';
import { readServer } from './server';
import type { Twin } from './twins';

interface Change<T> {
  before?: T | undefined;
  after?: T | undefined;
}

/** What a fetch did to a link and to what is known of its counterparts. */
export interface FetchUndoRow {
  /** The link's id. */
  id: string;
  link: Change<Link>;
  twin: Change<Twin>;
  doubles: (Change<Twin> & { remote: number })[];
}

/** Links in one transaction. */
const AT_ONCE = 500;

/**
 * Keeps what takes the changes of some links back. Call it inside a transaction of the fetch.
 * @param written twins by the link's id and doubles by their number, as they are now
 * @param known the same, as they were
 */
export async function keepUndo(
  changes: { id: string; before: Link | undefined; after: Link | undefined }[],
  written: { twins: Map<string, Twin | undefined>; doubles: Map<number, Twin | undefined> },
  known: Pick<Known, 'stored' | 'doubles'>,
  db: Journal,
): Promise<void> {
  // A link that was there may have been changed by this fetch already.
  const old = changes.filter(({ before }) => before).map(({ id }) => id);
  const earlier = new Map((await db.fetchUndo.bulkGet(old)).map((row) => [row?.id, row]));
  const doubles = new Map<string, FetchUndoRow['doubles']>();
  for (const [remote, after] of written.doubles) {
    const before = known.doubles.get(remote);
    for (const id of new Set([before?.id, after?.id])) {
      if (id) doubles.set(id, [...(doubles.get(id) ?? []), { remote, before, after }]);
    }
  }
  const rows = changes.map(({ id, before, after }): FetchUndoRow => {
    const first = earlier.get(id);
    const twin = known.stored.get(id);
    return {
      id,
      link: { before: first ? first.link.before : before, after },
      twin: { before: first ? first.twin.before : twin, after: written.twins.has(id) ? written.twins.get(id) : twin },
      doubles: [...(first?.doubles ?? []), ...(doubles.get(id) ?? [])],
    };
  });
  await db.fetchUndo.bulkPut(rows);
}

/** What came of an undo. */
export interface FetchUndone {
  /** Links that the fetch had added, and which are gone again. */
  removed: number;
  /** Links that are as they were before. */
  back: number;
  /** Links that were changed, or sent, since the fetch: they stay as they are. */
  kept: number;
}

/** True where there is a fetch, whole or not, that can be taken back. */
export async function canUndoFetch(db: Journal = journal): Promise<boolean> {
  const [fetch, fetched] = await Promise.all([readServer('fetch', db), readServer('fetched', db)]);
  return Boolean(fetch?.taking || fetched) && (await db.fetchUndo.limit(1).count()) > 0;
}

/** Takes the last fetch back, or as much of one as was taken over. Broken off, it goes on when it is called again. */
export async function undoFetch(db: Journal = journal): Promise<FetchUndone> {
  const done: FetchUndone = { removed: 0, back: 0, kept: 0 };
  const tables = [...db.written, db.twins, db.doubles, db.fetched, db.fetchUndo];
  for (let more = true; more; ) {
    more = await db.transaction('rw', tables, async () => {
      const rows = await db.fetchUndo.limit(AT_ONCE).toArray();
      if (rows.length) await undoSome(rows, done, db);
      else await forgetFetch(db);
      return rows.length > 0;
    });
  }
  return done;
}

/** What was not taken over goes too, and the next fetch reads everything: what was taken back is new again. */
async function forgetFetch(db: Journal): Promise<void> {
  await db.fetched.clear();
  await db.server.bulkDelete(['fetch', 'fetched']);
}

async function undoSome(rows: FetchUndoRow[], done: FetchUndone, db: Journal): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const [links, twins, holders] = await Promise.all([
    db.links.bulkGet(ids),
    db.twins.bulkGet(ids),
    db.links
      .where('key')
      .anyOf(rows.flatMap(({ link }) => link.before?.key ?? []))
      .toArray(),
  ]);
  const holderOf = new Map(holders.map((link) => [link.key, link.id]));
  const taken = (row: FetchUndoRow) => {
    const key = row.link.before?.key;
    return key !== undefined && (holderOf.get(key) ?? row.id) !== row.id;
  };
  const undone = rows.filter((row, place) => {
    const { link, twin } = row;
    const now = links[place];
    const deleted = link.after !== undefined && now === undefined;
    const unsent = !twins[place] || sameTwin(twins[place], twin.after);
    const untouched = sameLink(now, link.after) && unsent && !taken(row);
    if (!deleted) done[untouched ? (link.before ? 'back' : 'removed') : 'kept'] += 1;
    return !deleted && untouched;
  });
  await restore(undone, db);
  await db.fetchUndo.bulkDelete(ids);
}

async function restore(rows: FetchUndoRow[], db: Journal): Promise<void> {
  const counts = new CountChanges();
  for (const { link } of rows) counts.replace(link.after, link.before);
  await db.links.bulkDelete(rows.filter(({ link }) => !link.before).map(({ id }) => id));
  await db.links.bulkPut(rows.flatMap(({ link }) => link.before ?? []));
  await counts.apply(db, { ...(await readGround(db)), touching: false });
  const doubles = rows.flatMap((row) => row.doubles);
  await db.doubles.bulkDelete(doubles.map(({ remote }) => remote));
  await db.doubles.bulkPut(doubles.flatMap(({ before }) => before ?? []));
  const twins = rows.flatMap(({ twin }) => twin.before ?? []);
  await db.twins.bulkDelete(rows.map(({ id }) => id));
  // Another link may have got the number by the fetch, and has not had its turn yet.
  await db.twins
    .where('remote')
    .anyOf(twins.map(({ remote }) => remote))
    .delete();
  await db.twins.bulkPut(twins);
}

function sameLink(a: Link | undefined, b: Link | undefined): boolean {
  return a && b ? sameContent(a, b) : a === b;
}

function sameTwin(a: Twin | undefined, b: Twin | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
