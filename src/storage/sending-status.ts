import { type Journal, journal } from './database';
import type { QueueRow } from './queue';
import type { Sending, Server } from './server';

/** How things stand with the server, for people to see. */
export interface SendingStatus {
  server: Server;
  waiting: number;
  refused: number;
  sending: Sending;
}

/** For live queries: asks little, and is asked again whenever `sendingStatus` may have changed. */
export async function sendingChanges(db: Journal = journal): Promise<void> {
  await Promise.all([db.queue.limit(1).primaryKeys(), db.server.bulkGet(['server', 'sending'])]);
}

/** Undefined where no server is set up. */
export async function sendingStatus(db: Journal = journal): Promise<SendingStatus | undefined> {
  const rows = await db.server.bulkGet(['server', 'sending']);
  if (rows[0]?.name !== 'server') return undefined;
  const [waits, refused] = await Promise.all([countOf('waiting', db), countOf('refused', db)]);
  const sending = rows[1]?.name === 'sending' ? rows[1].value : { failures: 0 };
  return { server: rows[0].value, waiting: waits, refused, sending };
}

function countOf(state: QueueRow['state'], db: Journal): Promise<number> {
  return db.queue.where('[state+at]').between([state, -Infinity], [state, Infinity]).count();
}
