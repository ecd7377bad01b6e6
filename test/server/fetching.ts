import { afterEach } from 'vitest';
import type { Link } from '../../src/core/link';
import type { Journal } from '../../src/storage/database';
import { type FetchPreview, previewFetch } from '../../src/storage/fetch-preview';
import { takeFetched } from '../../src/storage/fetch-take';
import type { Fetched } from '../../src/storage/fetched';
import { readServer, writeServer } from '../../src/storage/server';
import { ShaarliApi } from '../../src/sync/api';
import { readServerLinks } from '../../src/sync/fetch-links';
import { type LinkData, type Shaarli, type ShaarliOptions, startShaarli } from '../shaarli/server';
import { clock, emptyJournal } from '../unit/storage/journal';

/** What the tests of fetching share: a real Shaarli, a journal that knows it, and the steps that a person takes. */

const started: Shaarli[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((shaarli) => shaarli.remove()));
});

export interface Pair {
  shaarli: Shaarli;
  db: Journal;
  api: ShaarliApi;
}

/** A Shaarli with links, and an empty journal for which it was set up. */
export async function startPair(options?: ShaarliOptions): Promise<Pair> {
  const shaarli = await startShaarli(options);
  started.push(shaarli);
  const db = emptyJournal();
  await setUp(db, shaarli.url);
  return { shaarli, db, api: apiOf(shaarli) };
}

export async function setUp(db: Journal, address: string): Promise<void> {
  await writeServer('server', { address, api: `${address}/api/v1`, zone: 'UTC' }, db);
}

export function apiOf({ url, secret }: Pick<Shaarli, 'url' | 'secret'>): ShaarliApi {
  return new ShaarliApi({ api: `${url}/api/v1`, secret }, Date.now);
}

/** The day on which the tests take over. */
export const now = clock('2026-11-22T10:00:00Z');

/** No waiting between tries. */
export const options = { clock: Date.now, delays: [0, 0] };

export async function read({ api, db }: Pair, whole = false): Promise<void> {
  await readServerLinks(api, { ...options, whole }, db);
}

export function previewed({ db }: Pick<Pair, 'db'>): Promise<FetchPreview> {
  return previewFetch({ clock: now }, db);
}

export async function takeOver({ db }: Pick<Pair, 'db'>): Promise<Fetched> {
  const fetch = await readServer('fetch', db);
  const fetched = fetch && (await takeFetched(fetch, { clock: now }, db));
  if (!fetched) throw new Error('nothing was taken over');
  return fetched;
}

/** Reads and takes over; gives the counts, without the tags where none was rewritten. */
export async function fetchAll(pair: Pair, whole = false): Promise<Record<string, unknown>> {
  await read(pair, whole);
  const { rewritten, ...foreseen } = (await previewed(pair)).counts;
  const { rewritten: tags, ...counts } = (await takeOver(pair)).counts;
  // Whatever else a test is about: what was shown before is what came of it.
  if (JSON.stringify([foreseen, [...rewritten]]) !== JSON.stringify([counts, [...tags]]))
    throw new Error(`${JSON.stringify(foreseen)} was shown, but it came to ${JSON.stringify(counts)}`);
  return { ...counts, ...(tags.size > 0 && { rewritten: Object.fromEntries(tags) }) };
}

export const counted = (more: object = {}) => ({ added: 0, changed: 0, same: 0, left: 0, doubles: 0, ...more });

/** All of the journal, in the order of saving. */
export function allOf(db: Journal): Promise<Link[]> {
  return db.links.orderBy('id').toArray();
}

/** Links for a server, one an hour. */
export function manyLinks(count: number, more: Partial<LinkData> = {}): LinkData[] {
  return Array.from({ length: count }, (_, number) => ({
    url: `https://example.org/${number}`,
    title: `Link ${number}`,
    created: new Date(1_600_000_000_000 + number * 3_600_000).toISOString().replace(/\.\d+Z/, '+00:00'),
    ...more,
  }));
}
