import { alone } from '../platform/alone';
import { clockNow } from '../platform/clock';
import { mayReach } from '../platform/host-permission';
import { readSecret } from '../platform/server-secret';
import { staysAwake } from '../platform/stay-awake';
import { onOnline, onWake, wakeLater } from '../platform/wake';
import { journal } from '../storage/database';
import { onTouched } from '../storage/touched';
import { ShaarliApi } from '../sync/api';
import { QueueWorker } from '../sync/queue-worker';

const worker = new QueueWorker({
  db: journal,
  clock: clockNow,
  open: async ({ api }) => new ShaarliApi({ api, secret: await readSecret() }, () => clockNow().ms),
  mayReach,
  wakeLater: (at) => wakeLater(at, workQueue),
  alone: (work) => alone('send', () => staysAwake(work)),
});

/** Sends what waits, if anything does. */
export function workQueue(): void {
  void worker.wake();
}

/** Sends whenever there may be something to send. Call it at once when the background starts. */
export function startSending(): void {
  onWake(workQueue);
  onOnline(() => void worker.wakeAtOnce());
  onTouched(workQueue);
  workQueue();
}
