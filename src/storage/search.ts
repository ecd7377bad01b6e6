import type { Link } from '../core/link';
import { matches, parseQuery, type Query } from '../core/query';
import { type Wanted, wantedOf } from '../core/search-terms';
import { Candidates } from './candidates';
import { RECENT, recentChanges } from './count-rows';
import { type Journal, journal } from './database';
import { plainRead, type Reader } from './plain-read';
import { indexedAfter, type Volume } from './volume';

/** Volumes as they were read last, by their numbers: one never changes, nor has another one ever the same number. */
const known = new WeakMap<Journal, ReadonlyMap<number, Volume>>();

const TABLES = ['links', 'counts', 'unindexed', 'volumes', 'postings', 'indexed'] as const;
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

/** The index as a step finds it. */
interface Index {
  volumes: Volume[];
  /** Links that are not taken in yet. */
  waiting: string[];
  /** What is newer than this id is in it, or waits. */
  after: string;
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
  const search = new Search(query, wanted, db);
  let count = 0;
  for (let from: string | undefined = '\uffff'; from !== undefined; ) {
    const start: string = from;
    const want = count < PIECE ? PIECE : 4 * PIECE;
    const { found, next }: Step = await plainRead(db, TABLES, (reader) => search.step(start, want, reader));
    for (let place = 0; place < found.length; place += PIECE) yield found.slice(place, place + PIECE);
    if (!found.length) yield [];
    count += found.length;
    from = next;
  }
}

class Search {
  readonly #candidates: Candidates;
  /** Without anything to look up, any link may be found: the index is no help. */
  readonly #anyLink: boolean;

  constructor(
    readonly query: Query,
    wanted: Wanted,
    readonly db: Journal,
  ) {
    this.#candidates = new Candidates(wanted);
    this.#anyLink = !wanted.lookups.length && !wanted.days;
  }

  /** Finds so many links from an id on, if there are as many, unless it has read enough for one transaction. */
  async step(from: string, want: number, reader: Reader): Promise<Step> {
    const [volumes, waiting] = await Promise.all([volumesOf(reader, this.db), waitingIds(reader)]);
    const after = indexedAfter(volumes);
    const noHelp = this.#anyLink || after === undefined || from <= after || waiting.length > MOST_UNINDEXED;
    return noHelp ? this.#scan(from, reader) : this.#look({ from, want }, { volumes, waiting, after }, reader);
  }

  async #scan(from: string, reader: Reader): Promise<Step> {
    const links = await reader.upTo('links', from, AT_ONCE + 1);
    return { found: this.#matching(links.slice(0, AT_ONCE)), next: links[AT_ONCE]?.id };
  }

  /** The index only says where something may be: every link is looked at itself before it is found. */
  async #look({ from, want }: { from: string; want: number }, index: Index, reader: Reader): Promise<Step> {
    const found: Link[] = [];
    for (let atMost = from, read = 0; ; ) {
      const { ids, end } = await this.#mayBe(index, { atMost, least: want - found.length }, reader);
      for (let start = 0; start < ids.length; ) {
        if (found.length >= want || read >= AT_ONCE) return { found, next: ids[start] };
        // Where many do not match, more are read at once.
        const some = ids.slice(start, start + Math.max(PIECE, read));
        found.push(...this.#matching(await reader.get('links', some)));
        start += some.length;
        read += some.length;
      }
      if (end <= index.after || found.length >= want || read >= AT_ONCE) return { found, next: end || undefined };
      atMost = end;
    }
  }

  /** Ids of links that may be meant, the newest first, and the id at which they end. */
  async #mayBe(
    { volumes, waiting, after }: Index,
    asked: { atMost: string; least: number },
    reader: Reader,
  ): Promise<{ ids: string[]; end: string }> {
    const { ids, rest } = await this.#candidates.read(volumes, asked, reader);
    const end = rest > after ? rest : after;
    const all = new Set([...ids, ...waiting].filter((id) => id <= asked.atMost && id > end));
    return { ids: [...all].sort().reverse(), end };
  }

  #matching(links: (Link | undefined)[]): Link[] {
    return links.flatMap((link) => (link && matches(this.query, link) ? link : []));
  }
}

/** Reads those that were not read before. */
async function volumesOf(reader: Reader, db: Journal): Promise<Volume[]> {
  const before = known.get(db);
  const numbers = await reader.keys('volumes');
  const unread = numbers.filter((number) => !before?.has(number));
  const rows = (await reader.get('volumes', unread)).flatMap((volume) => volume ?? []);
  const volumes = [...numbers.flatMap((number) => before?.get(number) ?? []), ...rows];
  known.set(db, new Map(volumes.map((volume) => [volume.volume, volume])));
  return volumes;
}

/** Links that are not in the index yet, or not as they are now. */
async function waitingIds(reader: Reader): Promise<string[]> {
  const [noted, rows] = await Promise.all([
    reader.keys('unindexed', MOST_UNINDEXED + 1),
    reader.startingWith('counts', RECENT),
  ]);
  return [...noted, ...recentChanges(rows).flatMap(({ ids }) => ids)];
}
