import { Problem } from '../core/errors';
import type { ServerLink } from '../core/server-link';
import type { Journal } from '../storage/database';
import { type Fetch, keepRead, neighboursOfFetched, type PagesPlace, type ReadingPlace } from '../storage/fetched';
import type { ShaarliApi } from './api';
import { changedThere, type FetchOptions } from './changed-there';
import { patiently } from './patience';

/** Links a page. For each request a server reads all that it has, so that large pages are the fast ones; small servers fail over them. */
const LARGEST = 1000;
const SMALLEST = 20;
/** Links that are read twice, of so many: as many may be deleted there between two pages, and none is missed. */
const overlapOf = (size: number) => Math.max(5, Math.round(size / 50));
/** What is there may change while it is read; then it is read again, so often at most. */
const ROUNDS = 3;
/** A server that is silent for longer than this (ms) is busy with too large a page. */
const TOO_LONG = 50_000;

export const firstPage: PagesPlace = { offset: 0, size: LARGEST, tail: [] };

/** One reading of a Shaarli. Where it stands is stored with each answer. */
export class Reading {
  readonly #api: ShaarliApi;
  readonly #options: FetchOptions;
  readonly #db: Journal;
  #fetch: Fetch;

  constructor(api: ShaarliApi, fetch: Fetch, options: FetchOptions, db: Journal) {
    this.#api = api;
    this.#fetch = fetch;
    this.#options = options;
    this.#db = db;
  }

  async read(): Promise<void> {
    for (let place = this.#fetch.reading; place; place = this.#fetch.reading) {
      const { pages, ids } = place;
      if (pages) await this.#readPage(place, pages);
      else if (ids.length) await this.#readOne(place);
      else if (place.round) await this.#compare(place);
      else await this.#readNeighbours();
    }
  }

  async #readPage(place: ReadingPlace, pages: PagesPlace): Promise<void> {
    const { offset, size, tail } = pages;
    const start = Math.max(0, offset - tail.length);
    const links = await this.#ask(start, size);
    if (!links) return this.#keep({ ...place, pages: { ...pages, size: Math.max(SMALLEST, size >> 1) } });
    const missing = tail.length > 0 && !links.some(({ id }) => tail.includes(id));
    // A full page that ends where the one before it ended: something on the way gives the same page again and again.
    const stuck = tail.length > 0 && links.length >= size && links.at(-1)?.id === tail.at(-1);
    if ((missing || stuck) && place.round < ROUNDS) return this.#readAgain(place);
    if (stuck) throw new Problem('serverFault');
    if (links.length < size) return this.#lookBack(place, links);
    const next = { offset: start + size, size, tail: links.slice(-overlapOf(size)).map(({ id }) => id) };
    return this.#keep({ ...place, pages: next }, { links });
  }

  /** Undefined where the page is too large for the server: it fails over it twice, or takes too long. */
  #ask(offset: number, size: number): Promise<ServerLink[] | undefined> {
    const { clock, signal } = this.#options;
    let faults = 0;
    return patiently(async () => {
      const asked = clock();
      try {
        return await this.#api.links(offset, size, signal);
      } catch (error) {
        if (isFault(error)) faults += 1;
        const late = clock() - asked > TOO_LONG;
        if (size > SMALLEST && (faults > 1 || late)) return undefined;
        throw error;
      }
    }, this.#options);
  }

  /** The last page was read: what happened meanwhile? */
  async #lookBack(place: ReadingPlace, links: ServerLink[]): Promise<void> {
    const { began, total } = this.#fetch;
    const ids = await changedThere(this.#api, began - 1, total, this.#options);
    if (!ids && place.round < ROUNDS) return this.#readAgain(place);
    return this.#keep({ round: place.round, ids: ids ?? [] }, { links });
  }

  async #readOne({ round, ids: [id = 0, ...ids] }: ReadingPlace): Promise<void> {
    const link = await patiently(() => this.#api.link(id, this.#options.signal), this.#options);
    return this.#keep({ round, ids }, link ? { links: [link] } : { gone: [id] });
  }

  /** Not all that happens there is told: what was read is counted. */
  async #compare(place: ReadingPlace): Promise<void> {
    const { links } = await patiently(() => this.#api.info(this.#options.signal), this.#options);
    const same = links === (await this.#db.fetched.count());
    return same || place.round >= ROUNDS ? this.#keep(undefined) : this.#readAgain(place);
  }

  /** Of a page that is here already and has another link there, that one is read too, if it still is there. */
  async #readNeighbours(): Promise<void> {
    const ids = await neighboursOfFetched(this.#db);
    const links: ServerLink[] = [];
    for (const id of ids) {
      const link = await patiently(() => this.#api.link(id, this.#options.signal), this.#options);
      if (link) links.push(link);
    }
    return this.#keep(undefined, { links });
  }

  async #readAgain({ round }: ReadingPlace): Promise<void> {
    const { clock, signal } = this.#options;
    const { links } = await patiently(() => this.#api.info(signal), this.#options);
    this.#fetch = { ...this.#fetch, total: links, began: Math.floor((clock() + this.#api.ahead) / 1000) };
    return this.#keep({ round: round + 1, ids: [], pages: firstPage }, { anew: true });
  }

  async #keep(
    reading: ReadingPlace | undefined,
    rows: { links?: ServerLink[]; gone?: number[]; anew?: boolean } = {},
  ): Promise<void> {
    const { reading: _, ...rest } = this.#fetch;
    const read = reading ? readSoFar(reading, this.#fetch.total) : this.#fetch.total;
    const next: Fetch = { ...rest, read, ...(reading && { reading }) };
    await keepRead(next, rows, this.#db);
    this.#fetch = next;
  }
}

function readSoFar({ round, pages, ids }: ReadingPlace, total: number): number {
  if (round === 0) return total - ids.length;
  return pages ? Math.min(pages.offset, total) : total;
}

function isFault(error: unknown): boolean {
  return error instanceof Problem && error.code === 'serverFault';
}
