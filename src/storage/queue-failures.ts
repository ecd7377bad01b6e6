import type { ServerProblem } from '../core/errors';
import type { Journal } from './database';
import { type QueueRow, refused } from './queue';
import type { Work } from './queue-steps';
import { readServer, type Sending, writeServer } from './server';

/* What becomes of a row, or of all sending, when something goes wrong. */

/** Why, and what the sentence about it names. */
export interface Failure {
  code: ServerProblem;
  detail: string;
}

/** So often a link is tried over which the server fails while it answers otherwise. */
const TRIES = 3;

/** The first wait after a failure and the longest, in ms. */
const SHORTEST = 5_000;
const LONGEST = 15 * 60_000;

/** Refuses the row: it waits for a person. A link that was deleted there has no counterpart any more. */
export async function refuse({ row, db, clock }: Work, { code, detail }: Failure): Promise<void> {
  await db.transaction('rw', [db.queue, db.twins], async () => {
    if (code === 'serverGone') await db.twins.delete(row.id);
    await change(row, db, (now) => ({ ...now, ...refused(code, clock, detail) }));
  });
}

/** Lets the row wait behind the others, or refuses it when that was its last try. */
export async function putBack(work: Work, failure: Failure): Promise<void> {
  const { row, db, clock } = work;
  const tries = row.tries + 1;
  if (tries >= TRIES) return refuse(work, failure);
  await change(row, db, (now) => ({ ...now, tries, at: clock.ms + waitAfter(tries) }));
}

/** Lets everything wait; twice as long after each failure. */
export async function backOff({ db, clock }: Omit<Work, 'row'>, { code, detail }: Failure): Promise<void> {
  await db.transaction('rw', db.server, async () => {
    const before = await readServer('sending', db);
    const failures = (before?.failures ?? 0) + 1;
    const retryAt = clock.ms + waitAfter(failures);
    await writeServer('sending', { ...lastSent(before), failures, why: code, detail, retryAt }, db);
  });
}

/** Stops sending until somebody does something about it. */
export async function stopSending(db: Journal, { code, detail }: Failure): Promise<void> {
  await db.transaction('rw', db.server, async () => {
    const before = await readServer('sending', db);
    await writeServer('sending', { ...lastSent(before), failures: 0, stopped: code, detail }, db);
  });
}

/** What waits because of a failure is tried at once, as when the network has come back. */
export async function waitNoLonger(db: Journal): Promise<void> {
  await db.transaction('rw', db.server, async () => {
    const { retryAt, ...rest } = (await readServer('sending', db)) ?? { failures: 0 };
    if (retryAt !== undefined) await writeServer('sending', rest, db);
  });
}

/** True where what is due at `at` still has to wait. A moment farther away than we ever wait is one of a clock that was put back since. */
export function isAhead(at: number | undefined, now: number): at is number {
  return at !== undefined && at > now && at <= now + LONGEST;
}

function waitAfter(failures: number): number {
  return Math.min(SHORTEST * 2 ** (failures - 1), LONGEST);
}

function lastSent(before: Sending | undefined): Pick<Sending, 'lastSent'> {
  return before?.lastSent === undefined ? {} : { lastSent: before.lastSent };
}

/** Leaves a row alone that was taken out or is to be something else by now. */
async function change({ id, what }: QueueRow, db: Journal, to: (now: QueueRow) => QueueRow): Promise<void> {
  await db.transaction('rw', db.queue, async () => {
    const now = await db.queue.get(id);
    if (now?.what === what) await db.queue.put(to(now));
  });
}
