import type { Link } from '../core/link';
import { matches, parseQuery, type Query } from '../core/query';
import { wantedOf } from '../core/search-terms';
import { CandidateReader } from './candidates';
import { type Journal, journal } from './database';
import { indexedAfter } from './volume';

/** Links in a piece. */
const PIECE = 50;
/** What is read in one transaction, so that nobody who saves waits for long. */
const AT_ONCE = 500;
/** Where more links than this wait to be taken into the index, it is no help. */
const MOST_UNINDEXED = 2000;

/** What one step of a search found, and the id from which on it has not looked yet. */
interface Step {
  found: Link[];
  next: string | undefined;
}

/**
 * What a search finds, the newest first, in pieces of up to fifty: the first as soon as there is something to show. Each piece is read
 * when it is asked for, as the journal is then; the result is what reading every link would find. A piece may be empty: where much is
 * looked at in vain, whoever does not wait for it any more is heard in between.
 */
export async function* searchLinks(text: string, db: Journal = journal): AsyncGenerator<Link[]> {
  const query = parseQuery(text);
  const wanted = wantedOf(query);
  if (!wanted) return;
  const reader = new CandidateReader(wanted, db);
  const tables = [db.links, db.unindexed, db.volumes, db.postings, db.indexed];
  for (let atMost: string | undefined = '\uffff', want = PIECE; atMost !== undefined; want = 4 * PIECE) {
    const from: string = atMost;
    const { found, next }: Step = await db.transaction('r', tables, async () => step(query, reader, from, want));
    for (let start = 0; start < found.length; start += PIECE) yield found.slice(start, start + PIECE);
    if (!found.length) yield [];
    atMost = next;
  }
}

/** The index only says where something may be: every link is looked at itself before it is found. */
async function step(query: Query, reader: CandidateReader, atMost: string, want: number): Promise<Step> {
  const { db, wanted } = reader;
  const [volumes, unindexed] = await Promise.all([
    db.volumes.toArray(),
    db.unindexed.limit(MOST_UNINDEXED + 1).primaryKeys(),
  ]);
  const after = indexedAfter(volumes);
  const anyLink = !wanted.lookups.length && !wanted.days;
  if (anyLink || after === undefined || atMost <= after || unindexed.length > MOST_UNINDEXED) {
    return scan(query, atMost, db);
  }
  const { ids, rest } = await reader.read(volumes, atMost, want);
  const end = rest > after ? rest : after;
  const candidates = new Set([...ids, ...unindexed.filter((id) => id <= atMost)]);
  const sorted = [...candidates]
    .filter((id) => id > end)
    .sort()
    .reverse();
  const { found, next } = await look(query, sorted, want, db);
  return { found, next: next ?? (end || undefined) };
}

async function scan(query: Query, atMost: string, db: Journal): Promise<Step> {
  const links = await db.links
    .where('id')
    .belowOrEqual(atMost)
    .reverse()
    .limit(AT_ONCE + 1)
    .toArray();
  return { found: links.slice(0, AT_ONCE).filter((link) => matches(query, link)), next: links[AT_ONCE]?.id };
}

/** Reads links until there are as many as wanted, or it has read enough for one transaction. */
async function look(query: Query, ids: string[], want: number, db: Journal): Promise<Step> {
  const found: Link[] = [];
  for (let start = 0; start < ids.length; start += PIECE) {
    if (found.length >= want || start >= AT_ONCE) return { found, next: ids[start] };
    const links = await db.links.bulkGet(ids.slice(start, start + PIECE));
    found.push(...links.filter((link) => link !== undefined && matches(query, link)).flatMap((link) => link ?? []));
  }
  return { found, next: undefined };
}
