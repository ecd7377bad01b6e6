import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import type { Entry, Link, Passage } from '../../src/core/link';
import { Journal } from '../../src/storage/database';
import { type Clock, deleteLink, editLink, restoreLink, saveLink } from '../../src/storage/links';
import { deleteThere, type QueueRow, sendLinks, tryAgain } from '../../src/storage/queue';
import { sendingStatus } from '../../src/storage/sending-status';
import { type AutoSend, type Sending, type Server, writeServer } from '../../src/storage/server';
import { ShaarliApi } from '../../src/sync/api';
import { QueueWorker } from '../../src/sync/queue-worker';
import { entry } from '../fixtures/links';
import { type Shaarli, type ShaarliOptions, startShaarli } from '../shaarli/server';

/** A journal with its queue, and a real Shaarli that it is sent to. Time stands still but for `later`, and a second for each link saved. */
export interface Sender {
  db: Journal;
  shaarli: Shaarli;
  /** The clock of this computer, in Central Europe. */
  now(): Clock;
  later(ms: number): void;
  /** When it asked to be woken; undefined where nothing waits. */
  alarm(): number | undefined;
  /** Whether the browser allows it. */
  mayReach: boolean;
  /** The product's own client, which a test may watch or break. */
  open(api?: string): ShaarliApi;
  /** Works the queue until nothing can be done now. */
  work(): Promise<void>;
  /** Works the queue to its end, with the clock put on to each alarm. */
  workOut(): Promise<void>;
  /** What another background does that goes on where one was killed. */
  worker(open?: () => ShaarliApi): QueueWorker;
  save(form: Partial<Entry>, passage?: string): Promise<Link>;
  edit(id: string, change: Partial<Entry>, passage?: string): Promise<Link>;
  remove(id: string, there?: boolean): Promise<void>;
  restore(id: string): Promise<Link>;
  send(...ids: string[]): Promise<number>;
  tryAgain(id?: string): Promise<void>;
  /** Chooses, now, what is sent by itself. */
  autoSend(auto: Partial<AutoSend>): Promise<void>;
  link(id: string): Promise<Link>;
  queue(): Promise<QueueRow[]>;
  sending(): Promise<Sending | undefined>;
}

const removals: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

let count = 0;

export async function startSender(options: ShaarliOptions = {}, auto?: Partial<AutoSend>): Promise<Sender> {
  count += 1;
  const db = new Journal(`sender-${count}`);
  const shaarli = await startShaarli(options);
  removals.push(
    () => shaarli.remove(),
    () => db.delete(),
  );
  const api = `${shaarli.url}/api/v1`;
  const server: Server = { address: shaarli.url, api, zone: options.zone ?? 'UTC' };
  await writeServer('server', server, db);
  if (auto) await writeServer('autoSend', { what: 'all', tag: '', since: 0, ...auto }, db);
  return senderOf(db, shaarli);
}

function senderOf(db: Journal, shaarli: Shaarli): Sender {
  let ms = Date.now();
  let alarm: number | undefined;
  const now = () => ({ ms, offset: 60 });
  const open = (api = `${shaarli.url}/api/v1`) => new ShaarliApi({ api, secret: shaarli.secret }, () => ms);
  const worker: Sender['worker'] = (opening = () => sender.open()) =>
    new QueueWorker({
      db,
      clock: now,
      open: async () => opening(),
      mayReach: async () => sender.mayReach,
      wakeLater: async (at) => {
        alarm = at;
      },
      alone: (work) => work(),
    });
  const only = worker();
  const sender: Sender = {
    db,
    shaarli,
    now,
    later: (by) => {
      ms += by;
    },
    alarm: () => alarm,
    mayReach: true,
    open,
    worker,
    work: () => only.wake(),
    async workOut() {
      await only.wake();
      while (alarm !== undefined) {
        ms = Math.max(ms, alarm);
        await only.wake();
      }
    },
    ...verbs(db, now, (by) => sender.later(by)),
  };
  return sender;
}

/** Before each request of the product's client something may happen. */
export function beforeEachRequest(sender: Sender, happen: (request: string) => Promise<void> | void): void {
  const { open } = sender;
  sender.open = () => {
    const api = open();
    for (const name of ['create', 'change', 'remove', 'link', 'find', 'info'] as const) {
      const ask = api[name].bind(api) as (...given: unknown[]) => Promise<never>;
      api[name] = async (...given: unknown[]) => {
        await happen(name);
        return ask(...given);
      };
    }
    return api;
  };
}

function verbs(db: Journal, now: () => Clock, later: (ms: number) => void) {
  const passage = (text = ''): Passage => ({ text, anchor: '' });
  const link = async (id: string) => {
    const found = await db.links.get(id);
    if (!found) throw new Error(`no link ${id}`);
    return found;
  };
  return {
    link,
    async save(form: Partial<Entry>, quote?: string) {
      later(1000);
      const base = entry({ url: 'https://example.org/a', title: 'A page' });
      return (await saveLink({ base, form: { ...base, ...form } }, passage(quote), now(), [], db)).link;
    },
    async edit(id: string, change: Partial<Entry>, quote?: string) {
      const base = await link(id);
      return editLink(id, { base, form: { ...base, ...change } }, now(), { passage: passage(quote) }, db);
    },
    async remove(id: string, there = false) {
      await deleteLink(id, now(), db);
      if (there) await deleteThere([id], now(), db);
    },
    restore: (id: string) => restoreLink(id, db),
    send: (...ids: string[]) => sendLinks(ids, now(), db),
    tryAgain: (id?: string) => tryAgain(now(), id, db),
    autoSend: (auto: Partial<AutoSend>) =>
      writeServer('autoSend', { what: 'all', tag: '', since: Math.floor(now().ms / 1000), ...auto }, db),
    queue: () => db.queue.orderBy('id').toArray(),
    sending: async () => (await sendingStatus(db))?.sending,
  };
}

/** Links that wait, in the order in which they will be sent. */
export async function waitingLinks(sender: Sender, count: number, more: object = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let place = 0; place < count; place += 1) {
    const { id } = await sender.save({ url: `https://example.org/${place}`, title: `${place}`, ...more });
    await sender.send(id);
    ids.push(id);
  }
  return ids;
}

/** The addresses that are there. */
export const urls = async (sender: Sender) => (await sender.shaarli.links()).map(({ url }) => url).sort();
