import type { ServerProblem } from '../core/errors';
import type { Link } from '../core/link';
import { sameWritten, type WrittenLink, writtenLink } from '../core/server-link';
import { type Journal, journal } from './database';
import type { Clock } from './links';
import { type AutoSend, goOnSending, isAutoSent, noAutoSend } from './server';
import { touch } from './touched';
import type { Twin } from './twins';

/** One link that is to be sent, or to be deleted there. What is sent is the link as it is by then. */
export interface QueueRow {
  /** The link's id. */
  id: string;
  what: 'send' | 'delete';
  /** Refused ones wait for somebody to try again or to give up. */
  state: 'waiting' | 'refused';
  /** Since when it waits, in ms since 1970: the oldest goes first. After a failure: when it is tried again. */
  at: number;
  /** How often the server failed over it. */
  tries: number;
  /** Nobody asked for it: it was saved, and the setting is that such links are sent. */
  byItself?: true;
  /** Why it was refused, with what the sentence about it names. */
  why?: ServerProblem;
  detail?: string;
  /** What the server was last told of it; whether it heard is not known as long as this is here. */
  told?: WrittenLink;
  /** What it was there when it was last going to be deleted there: it may be gone since. */
  seen?: WrittenLink;
}

/** Links in one transaction. */
const AT_ONCE = 1000;

/** Lets links wait to be sent, changed or not. @returns how many wait now that did not before */
export async function sendLinks(ids: string[], clock: Clock, db: Journal = journal): Promise<number> {
  let added = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    await db.transaction('rw', db.queue, async () => {
      const there = await db.queue.bulkGet(some);
      const rows = some.flatMap((id, place) => {
        const row = there[place];
        const asked = row?.state === 'waiting' && row.what === 'send' && !row.byItself;
        return asked ? [] : [waiting(id, 'send', clock.ms, row)];
      });
      await db.queue.bulkPut(rows);
      added += rows.length;
    });
  }
  return added;
}

/**
 * Lets those of many links wait to be sent that the server does not have as they are: to ask it about each takes hours where there are many.
 * @returns how many wait now that did not before
 */
export async function sendDiffering(ids: string[], clock: Clock, db: Journal = journal): Promise<number> {
  let added = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const [links, twins] = await Promise.all([db.links.bulkGet(some), db.twins.bulkGet(some)]);
    const differing = some.filter((_, place) => links[place] && !isThere(links[place], twins[place]));
    added += await sendLinks(differing, clock, db);
  }
  return added;
}

/** True where the server has the link as it is, as far as is known. */
function isThere(link: Link, twin: Twin | undefined): boolean {
  return twin !== undefined && sameWritten(writtenLink(link), twin.common);
}

/**
 * Lets links that are in the bin be deleted on the server too. Those that are not there are passed over; one that is just being sent
 * may be there already.
 */
export async function deleteThere(ids: string[], clock: Clock, db: Journal = journal): Promise<void> {
  await db.transaction('rw', [db.queue, db.twins], async () => {
    const [twins, rows] = await Promise.all([db.twins.bulkGet(ids), db.queue.bulkGet(ids)]);
    const there = ids.flatMap((id, place) =>
      twins[place] || rows[place] ? [waiting(id, 'delete', clock.ms, rows[place])] : [],
    );
    await db.queue.bulkPut(there);
  });
}

/**
 * Looks at the links that were written or deleted since the last time, and lets those wait that are to be sent by themselves: new ones as
 * the setting says, and those that are on the server already and no longer the same.
 * @returns false where there was nothing to look at
 */
export async function lookAtTouched(clock: Clock, db: Journal = journal): Promise<boolean> {
  const tables = [db.links, db.server, db.touched, db.twins, db.queue];
  return db.transaction('rw', tables, async () => {
    const ids = await db.touched.limit(AT_ONCE).primaryKeys();
    if (!ids.length) return false;
    const [links, twins, rows, auto] = await Promise.all([
      db.links.bulkGet(ids),
      db.twins.bulkGet(ids),
      db.queue.bulkGet(ids),
      db.server.get('autoSend'),
    ]);
    const chosen = auto?.name === 'autoSend' ? auto.value : noAutoSend;
    for (const [place, id] of ids.entries()) {
      const row = rows[place];
      const due = isDue(row, links[place], twins[place], chosen);
      const byItself = row ? row.byItself : !twins[place];
      if (due === 'anew') await db.queue.put({ ...waiting(id, 'send', clock.ms, row), ...(byItself && { byItself }) });
      else if (row && due === 'no') await db.queue.delete(id);
    }
    await db.touched.bulkDelete(ids);
    return true;
  });
}

/** What becomes of a touched link's row: it stays as it is, there is to be none, or it is to wait anew to be sent. */
function isDue(
  row: QueueRow | undefined,
  link: Link | undefined,
  twin: Twin | undefined,
  chosen: AutoSend,
): 'as it is' | 'no' | 'anew' {
  // Deleted here: nothing is left to send.
  if (!link) return row?.what === 'delete' ? 'as it is' : 'no';
  // What was deleted there is sent again when somebody says so. Other refusals may be past with the change.
  if (row?.what === 'send') return row.state === 'waiting' || row.why === 'serverGone' ? 'as it is' : 'anew';
  // Come back here while it may be gone there.
  if (row && (row.told || row.seen || !twin)) return 'anew';
  return (twin ? !isThere(link, twin) : isAutoSent(link, chosen)) ? 'anew' : 'no';
}

/** What goes next; undefined where nothing waits. */
export async function nextInQueue(db: Journal = journal): Promise<QueueRow | undefined> {
  return db.queue.where('[state+at]').between(['waiting', -Infinity], ['waiting', Infinity]).first();
}

/** Links that were refused, the first refused first, each with its link; without one where it is to be deleted, or is gone. */
export async function listRefused(
  limit: number,
  db: Journal = journal,
): Promise<{ row: QueueRow; link: Link | undefined }[]> {
  const rows = await db.queue
    .where('[state+at]')
    .between(['refused', -Infinity], ['refused', Infinity])
    .limit(limit)
    .toArray();
  const links = await db.links.bulkGet(rows.map(({ id }) => id));
  const binned = await db.bin.bulkGet(rows.map(({ id }) => id));
  return rows.map((row, place) => ({ row, link: links[place] ?? binned[place]?.link }));
}

/** Lets what was refused wait again (all of it, or one link's), and whatever stopped the sending is past. */
export async function tryAgain(clock: Clock, id?: string, db: Journal = journal): Promise<void> {
  await db.transaction('rw', [db.queue, db.server], async () => {
    const refused = await (id === undefined ? db.queue.toArray() : db.queue.where('id').equals(id).toArray());
    const again = refused.filter(({ state }) => state === 'refused');
    await db.queue.bulkPut(again.map((row) => waiting(row.id, row.what, clock.ms, row)));
    await goOnSending(db);
  });
}

/** Takes a refused link, or all of them, out of the queue. Nothing happens to the links. */
export async function giveUp(id?: string, db: Journal = journal): Promise<void> {
  const rows = db.queue.where('[state+at]').between(['refused', -Infinity], ['refused', Infinity]);
  await (id === undefined ? rows : rows.and((row) => row.id === id)).delete();
}

/**
 * Takes what waits to be sent out of the queue, as after a *Send everything* that was not meant. Nothing happens to the links. What was
 * changed of those that are on the server waits on, and so does what is to be deleted there: else a link that was made private here
 * would stay public there.
 * @returns how many waited
 */
export async function waitNoMore(db: Journal = journal): Promise<number> {
  return db.transaction('rw', db.queue, db.twins, db.touched, db.server, async () => {
    const waits = db.queue.where('[state+at]').between(['waiting', -Infinity], ['waiting', Infinity]);
    // One that the server may have been told of already is not called back.
    const ids = await waits.filter(({ what, told }) => what === 'send' && !told).primaryKeys();
    await db.queue.bulkDelete(ids);
    await touch(await db.twins.where('id').anyOf(ids).primaryKeys(), db);
    return ids.length;
  });
}

/** @param before the link's row so far */
export function waiting(id: string, what: QueueRow['what'], at: number, before?: QueueRow): QueueRow {
  const { told, seen } = before ?? {};
  return { id, what, state: 'waiting', at, tries: 0, ...(told && { told }), ...(seen && { seen }) };
}

/** What is different of a row when it is refused. */
export function refused(why: ServerProblem, { ms }: Clock, detail = ''): Partial<QueueRow> {
  return { state: 'refused', at: ms, why, detail };
}
