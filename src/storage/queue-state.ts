import { type Journal, journal } from './database';
import { nextInQueue, type QueueRow } from './queue';
import { readServer, type Sending, type Server } from './server';

/** What the worker of the queue goes by, in one look. */
export interface QueueState {
  server: Server | undefined;
  sending: Sending | undefined;
  /** What goes next; undefined where there is nothing, or nowhere to send it, or it is stopped. */
  next: QueueRow | undefined;
  /** There are touched links to look at first. */
  touched: boolean;
}

export async function queueState(db: Journal = journal): Promise<QueueState> {
  return db.transaction('r', [db.server, db.touched, db.queue], async () => {
    const [server, sending, touched, row] = await Promise.all([
      readServer('server', db),
      readServer('sending', db),
      db.touched.limit(1).count(),
      nextInQueue(db),
    ]);
    const next = server && !sending?.stopped ? row : undefined;
    return { server, sending, next, touched: server !== undefined && touched > 0 };
  });
}
