import type { Instant } from '../core/link';
import { matchKey } from '../core/match-key';
import type { ServerLink } from '../core/server-link';
import { type Journal, journal } from './database';
import { readServer, writeServer } from './server';

/** A fetch under way. It is stored, so that it can be taken up again whatever broke it off. */
export interface Fetch {
  /** Who works on it: of two windows only the one that began last goes on. */
  run: string;
  /** When it began, by the server's clock. */
  began: Instant;
  /** Links to be read, and those that are. */
  total: number;
  read: number;
  /** Where the reading stands; without it all is read. */
  reading?: ReadingPlace;
  /** Where the taking over stands, once it has begun. */
  taking?: TakingPlace;
}

export interface ReadingPlace {
  /** How often everything was begun to be read, since what is there changed meanwhile; 0 where only some links are read. */
  round: number;
  /** Where reading everything stands. */
  pages?: PagesPlace;
  /** Links that are to be read one by one after that, by their numbers. */
  ids: number[];
}

export interface PagesPlace {
  offset: number;
  /** Links a page. */
  size: number;
  /** Numbers of the last links of the page before: the next one holds some of them, or something was lost between the two. */
  tail: number[];
}

export interface TakingPlace {
  /** Number of the last one that was taken. */
  after: number;
  counts: FetchCounts;
}

/** What a fetch does, or did, with the links that it read. */
export interface FetchCounts {
  added: number;
  /** Known pages that gain something. */
  changed: number;
  /** Known pages that have all of it. */
  same: number;
  /** Pages that were deleted here. */
  left: number;
  /** Links there of a page that has another one there. */
  doubles: number;
  /** Tags that could not stay as they are spelled there, with what became of them: `to read` → `to-read`. */
  rewritten: Map<string, string>;
}

/** The last fetch that was taken over whole. */
export interface Fetched {
  /** Everything that was there by then is here (the server's clock). */
  upTo: Instant;
  /** When it was taken over, in ms since 1970. */
  at: number;
  counts: FetchCounts;
}

export function noFetchCounts(): FetchCounts {
  return { added: 0, changed: 0, same: 0, left: 0, doubles: 0, rewritten: new Map() };
}

/** Thrown in a window whose fetch was taken up in another one. */
export class TakenUpElsewhere extends Error {
  override readonly name = 'TakenUpElsewhere';
}

/** Begins a fetch, in place of one that was not finished. */
export async function beginFetch(fetch: Fetch, db: Journal = journal): Promise<void> {
  await db.transaction('rw', [db.server, db.fetched], async () => {
    await db.fetched.clear();
    await writeServer('fetch', fetch, db);
  });
}

/** Takes an unfinished fetch up: whoever worked on it before stops. Undefined where there is none. */
export async function takeUpFetch(run: string, db: Journal = journal): Promise<Fetch | undefined> {
  return db.transaction('rw', db.server, async () => {
    const fetch = await readServer('fetch', db);
    if (fetch) await writeServer('fetch', { ...fetch, run }, db);
    return fetch && { ...fetch, run };
  });
}

/** What was read, and where the reading goes on, in one transaction. @throws TakenUpElsewhere */
export async function keepRead(
  fetch: Fetch,
  { links = [], gone = [], anew = false }: { links?: ServerLink[]; gone?: number[]; anew?: boolean },
  db: Journal = journal,
): Promise<void> {
  await db.transaction('rw', [db.server, db.fetched], async () => {
    await sameRun(fetch, db);
    if (anew) await db.fetched.clear();
    await db.fetched.bulkPut(links);
    await db.fetched.bulkDelete(gone);
    await writeServer('fetch', fetch, db);
  });
}

/** Numbers of links there that were not read, though each is the twin of a page of which another one was. */
export async function neighboursOfFetched(db: Journal): Promise<number[]> {
  const remotes = await db.fetched.toArray();
  const numbers = new Set(remotes.map(({ id }) => id));
  const keys = remotes.map(({ url }) => matchKey(url));
  const links = await db.links.where('key').anyOf(keys).primaryKeys();
  const twins = await db.twins.where('id').anyOf(links).toArray();
  return twins.map(({ remote }) => remote).filter((number) => !numbers.has(number));
}

/** Drops what was read and not taken over. What was taken over stays. */
export async function dropFetch(db: Journal = journal): Promise<void> {
  await db.transaction('rw', [db.server, db.fetched], async () => {
    await db.fetched.clear();
    await db.server.delete('fetch');
  });
}

/** The fetch as it is stored. Call it inside a transaction over `server`. @throws TakenUpElsewhere */
export async function sameRun({ run }: Pick<Fetch, 'run'>, db: Journal): Promise<Fetch> {
  const stored = await readServer('fetch', db);
  if (stored?.run !== run) throw new TakenUpElsewhere();
  return stored;
}

/** What was read, in the order of numbers. */
export function fetchedAfter(number: number, limit: number, db: Journal): Promise<ServerLink[]> {
  return db.fetched.where('id').above(number).limit(limit).toArray();
}
