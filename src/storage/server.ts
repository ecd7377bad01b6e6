import type { ServerProblem } from '../core/errors';
import type { Instant, Link } from '../core/link';
import { tagIdentity } from '../core/tags';
import { type Journal, journal } from './database';
import type { Fetch, Fetched } from './fetched';

/** A Shaarli, as it was set up. Its secret is not here but in the extension's local storage, so that no copy of the journal can hold it. */
export interface Server {
  /** Where people read it, without a slash at the end: `https://example.org/links`. */
  address: string;
  /** Where its API answers, without a slash at the end: `https://example.org/links/api/v1`. */
  api: string;
  /** IANA name of the zone in which it tells its days. */
  zone: string;
}

/** Which links are sent by themselves as they are saved. */
export interface AutoSend {
  what: 'none' | 'all' | 'public' | 'tag';
  /** For `tag`. */
  tag: string;
  /** When this was chosen: what was saved before is not meant. */
  since: Instant;
}

export const noAutoSend: AutoSend = { what: 'none', tag: '', since: 0 };

/** How sending goes. Moments are milliseconds since 1970. */
export interface Sending {
  lastSent?: number;
  /** Why nothing more is sent until somebody does something about it. */
  stopped?: ServerProblem;
  /** What the sentence about it names. */
  detail?: string;
  /** Failures in a row that will hopefully pass, the last one, and when it is tried again. */
  failures: number;
  why?: ServerProblem;
  retryAt?: number;
}

interface Values {
  server: Server;
  autoSend: AutoSend;
  sending: Sending;
  fetch: Fetch;
  fetched: Fetched;
}

export type ServerRow = { [Name in keyof Values]: { name: Name; value: Values[Name] } }[keyof Values];

/** One of the things known of the server; undefined where it was never stored. */
export async function readServer<Name extends keyof Values>(
  name: Name,
  db: Journal = journal,
): Promise<Values[Name] | undefined> {
  return (await db.server.get(name))?.value as Values[Name] | undefined;
}

export async function writeServer<Name extends keyof Values>(
  name: Name,
  value: Values[Name],
  db: Journal = journal,
): Promise<void> {
  await db.server.put({ name, value } as ServerRow);
}

/** Whatever stopped the sending, or put it off, is past. */
export async function goOnSending(db: Journal = journal): Promise<void> {
  await db.transaction('rw', db.server, async () => {
    const { lastSent } = (await readServer('sending', db)) ?? {};
    await writeServer('sending', { failures: 0, ...(lastSent !== undefined && { lastSent }) }, db);
  });
}

/** Forgets the server and all that is known of what is there. No link is touched. */
export async function forgetServer(db: Journal = journal): Promise<void> {
  const tables = [db.server, db.touched, db.twins, db.queue, db.doubles, db.fetched, db.fetchUndo];
  await db.transaction('rw', tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
  });
}

/** True where a link is to be sent by itself: it was saved, or got a quote, since that was chosen. */
export function isAutoSent(link: Link, { what, tag, since }: AutoSend): boolean {
  const saved = Math.max(link.savedAt, link.quotes.at(-1)?.at ?? 0);
  if (what === 'none' || saved < since) return false;
  if (what === 'public') return !link.private;
  return what === 'all' || link.tags.some((one) => tagIdentity(one) === tagIdentity(tag));
}
