import { Problem } from '../core/errors';
import type { Link, Moment } from '../core/link';
import { createdText, type ServerLink, sameWritten, type WrittenLink, writtenLink } from '../core/server-link';
import { mergeRemote } from '../core/server-merge';
import type { Journal } from './database';
import { type Clock, momentNow, writeLink } from './links';
import { type QueueRow, refused, waiting } from './queue';
import { isAutoSent, noAutoSend, readServer, type Server, writeServer } from './server';
import { setting } from './settings';
import { isTwin, type Twin, twinOf, writtenOf } from './twins';

/*
 * The steps in which a row of the queue is worked, each one transaction that looks anew at what it is about: links are changed and
 * deleted, and servers forgotten, while an answer is waited for. What the server is going to be told is written down first (`told`), so
 * that whoever goes on after a crash knows what it may have heard.
 */

/** What a step is taken with: the server as it was when the row's turn came. */
export interface Work {
  row: QueueRow;
  server: Server;
  clock: Clock;
  db: Journal;
}

/** A row with what belongs to it. */
export interface Stand {
  row: QueueRow;
  link: Link | undefined;
  twin: Twin | undefined;
}

/** How things stand; undefined where there is nothing more to do: the row is gone or for something else, or so is the server. */
export async function standOf({ row: { id, what }, server, db }: Work): Promise<Stand | undefined> {
  return db.transaction('r', [db.links, db.server, db.twins, db.queue], async () => {
    const [row, link, twin, now] = await Promise.all([
      db.queue.get(id),
      db.links.get(id),
      db.twins.get(id),
      readServer('server', db),
    ]);
    return row?.what === what && now?.api === server.api ? { row, link, twin } : undefined;
  });
}

/** Takes the row of a link out that is not here any more: it would come up again and again. */
export async function dropGone(work: Work): Promise<void> {
  const { row, db } = work;
  await db.transaction('rw', [db.links, db.server, db.twins, db.queue], async () => {
    const stand = await standOf(work);
    if (stand && !stand.link) await db.queue.delete(row.id);
  });
}

/** What is to be told of a link that the server does not have; undefined where there is nothing to send any more. */
export async function tellNew(work: Work): Promise<(WrittenLink & Pick<ServerLink, 'created'>) | undefined> {
  const { db, server } = work;
  return db.transaction('rw', [db.links, db.server, db.twins, db.queue], async () => {
    const stand = await standOf(work);
    if (!stand?.link) return undefined;
    if (stand.row.byItself && !(await isStillMeant(stand.link, db))) {
      await db.queue.delete(stand.row.id);
      return undefined;
    }
    const told = writtenLink(stand.link);
    await db.queue.put({ ...stand.row, told });
    return { ...told, created: createdText(stand.link, server.zone) };
  });
}

/** False for a link that was made private, or lost its tag, before its turn came; whenever it was that the setting was chosen. */
async function isStillMeant(link: Link, db: Journal): Promise<boolean> {
  const chosen = (await readServer('autoSend', db)) ?? noAutoSend;
  return isAutoSent(link, { ...chosen, since: 0 });
}

/**
 * Brings a link and its counterpart together: what was changed there comes here.
 * @returns what is to be told then; undefined where both are the same, so that the row is done, or there is nothing to send any more
 * @throws Problem `serverTaken` where it is another link's counterpart
 */
export async function meetRemote(work: Work, remote: ServerLink): Promise<WrittenLink | undefined> {
  const { db, clock } = work;
  return db.transaction('rw', [...db.written, db.settings, db.twins, db.queue], async () => {
    const stand = await standOf(work);
    if (!stand?.link) return undefined;
    const now = await momentNow(clock, db);
    const merged = await merge({ ...stand, link: stand.link }, remote, now, db);
    await claim(merged.id, remote, db);
    const told = writtenLink(merged);
    if (sameWritten(told, remote)) {
      await over(work);
      return undefined;
    }
    await db.queue.put({ ...stand.row, told });
    return told;
  });
}

async function merge(
  { row, link, twin }: Stand & { link: Link },
  remote: ServerLink,
  now: Moment,
  db: Journal,
): Promise<Link> {
  const common = row.told && sameWritten(row.told, remote) ? row.told : twin?.common;
  const merged = mergeRemote(link, remote, common, { now, dayStart: await setting(db, 'dayStart') });
  if (merged === link) return link;
  const taken = await db.links.get({ key: merged.key });
  // Changed there to the address of another link: it keeps its own.
  const placed = taken && taken.id !== link.id ? { ...merged, url: link.url, key: link.key } : merged;
  await writeLink(db, link, placed);
  return placed;
}

/**
 * Writes down which link there is a link's counterpart. The counterpart of a deleted link, or one that is gone there and whose number was
 * given again, becomes this one's.
 */
async function claim(id: string, remote: ServerLink, db: Journal): Promise<void> {
  const other = await db.twins.get({ remote: remote.id });
  if (other && other.id !== id) {
    if (isTwin(other, remote) && (await db.links.get(other.id))) throw new Problem('serverTaken');
    await db.twins.delete(other.id);
  }
  await db.twins.put(twinOf(id, remote));
}

/** The server has the link as it was told; where it was changed here since, it waits again. */
export async function finishSend(work: Work, told: WrittenLink, back: ServerLink): Promise<void> {
  const { row, db, clock, server } = work;
  await db.transaction('rw', [db.links, db.server, db.twins, db.queue], async () => {
    if ((await readServer('server', db))?.api !== server.api) return;
    await claim(row.id, back, db);
    const { link } = (await standOf(work)) ?? {};
    await over(work);
    if (link && !sameWritten(writtenLink(link), told)) await db.queue.put(waiting(row.id, 'send', clock.ms));
  });
}

/**
 * Notes what a link is there that is to be deleted there. One that was changed there since we last knew is refused, once: whoever tries
 * again has been told.
 * @returns whether it is to be deleted now
 */
export async function seeRemote(work: Work, remote: ServerLink): Promise<boolean> {
  const { db, clock } = work;
  return db.transaction('rw', [db.links, db.server, db.twins, db.queue], async () => {
    const stand = await standOf(work);
    if (!stand || stand.link) return false;
    const { row, twin } = stand;
    const known = [row.told, row.seen, twin?.common].some((one) => one && sameWritten(one, remote));
    const seen = { ...row, seen: writtenOf(remote) };
    await db.queue.put(known ? seen : { ...seen, ...refused('serverChanged', clock) });
    return known;
  });
}

/** A link that has come back here is not deleted there, but sent: it may be gone there by now. */
export async function sendInstead(work: Work): Promise<void> {
  const { row, db, clock } = work;
  await db.transaction('rw', [db.links, db.server, db.twins, db.queue], async () => {
    const stand = await standOf(work);
    if (stand?.link) await db.queue.put(waiting(row.id, 'send', clock.ms, stand.row));
  });
}

/** It is not on the server any more; where it has come back here meanwhile, it waits to be sent. */
export async function finishDelete(work: Work): Promise<void> {
  const { row, db, clock, server } = work;
  await db.transaction('rw', [db.links, db.server, db.twins, db.queue], async () => {
    if ((await readServer('server', db))?.api !== server.api) return;
    await db.twins.delete(row.id);
    await over(work);
    if (await db.links.get(row.id)) await db.queue.put(waiting(row.id, 'send', clock.ms));
  });
}

/** Takes the row out, unless it is to be something else by now. */
async function over({ row, db, clock }: Work): Promise<void> {
  const now = await db.queue.get(row.id);
  if (now?.what === row.what) await db.queue.delete(row.id);
  await writeServer('sending', { lastSent: clock.ms, failures: 0 }, db);
}
