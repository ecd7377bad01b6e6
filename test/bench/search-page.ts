/*
 * Runs in a page of the extension, from a bundle: fills the journal with made-up links, builds the index, and searches. Beside it
 * MiniSearch, as one would use it: its index as JSON in the database, loaded when the page opens.
 */
import MiniSearch from 'minisearch';
import { searchFold } from '../../src/core/search-fold';
import { termsOf } from '../../src/core/search-terms';
import { searchedText } from '../../src/core/searched';
import { journal } from '../../src/storage/database';
import { indexLinks } from '../../src/storage/indexing';
import { allLinks } from '../../src/storage/reading';
import { searchLinks } from '../../src/storage/search';
import { corpusLink } from './corpus';
import { median } from './figures';

const started = performance.now();
const ROWS = 50;

/** The background would index what it finds by itself: as long as this page is open, nobody else does. */
async function fill(size: number): Promise<void> {
  void navigator.locks.request('index', () => new Promise(() => {}));
  const days = new Map<string, Map<string, number>>();
  for (let from = 0; from < size; from += 2000) {
    const rows = Array.from({ length: Math.min(2000, size - from) }, (_, place) => corpusLink(from + place, size));
    for (const {
      days: [day = ''],
    } of rows) {
      const year = days.get(day.slice(0, 4)) ?? new Map<string, number>();
      days.set(day.slice(0, 4), year.set(day, (year.get(day) ?? 0) + 1));
    }
    await journal.links.bulkPut(rows);
  }
  // Without them the index seems to have more links than there are.
  await journal.counts.bulkPut([...days].map(([year, counts]) => ({ name: `days:${year}` as const, days: counts })));
}

/** The least that any index does: it reads every link, takes it apart and counts how often there is each of its terms. */
async function tokenise(): Promise<void> {
  const terms = new Map<string, number>();
  for await (const link of allLinks()) for (const term of termsOf(link)) terms.set(term, (terms.get(term) ?? 0) + 1);
}

async function firstRows(query: string): Promise<number> {
  let rows = 0;
  for await (const piece of searchLinks(query)) {
    rows += piece.length;
    if (rows >= ROWS) break;
  }
  return rows;
}

const MINI = {
  fields: ['text'],
  processTerm: searchFold,
  searchOptions: { prefix: true, combineWith: 'AND' as const },
};

async function buildMini(): Promise<void> {
  const mini = new MiniSearch(MINI);
  for await (const link of allLinks()) mini.add({ id: link.id, text: searchedText(link) });
  await journal.table('settings').put({ name: 'mini', value: JSON.stringify(mini) });
}

async function coldMini(query: string): Promise<number> {
  const { value } = await journal.table('settings').get('mini');
  const found = MiniSearch.loadJSON(value, MINI).search(query);
  const ids = found
    .map(({ id }) => String(id))
    .sort()
    .reverse();
  return (await journal.links.bulkGet(ids.slice(0, ROWS))).length;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** Fifty links from all over the journal, read one by one with nothing around it: the least that showing them takes. */
async function bareReads(size: number, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const step = Math.floor(size / ROWS);
    const ids = Array.from({ length: ROWS }, (_, place) => corpusLink(place * step + round, size).id);
    times.push(
      await timed(() => {
        const store = journal.backendDB().transaction('links').objectStore('links');
        return Promise.all(ids.map((id) => new Promise((resolve) => (store.get(id).onsuccess = resolve))));
      }),
    );
  }
  return times;
}

/** Each query's time is the middle one of three, some while apart: what else the machine does then is not measured. */
async function searches(queries: string[]): Promise<number[]> {
  const times: number[][] = queries.map(() => []);
  for (let round = 0; round < 3; round++)
    for (const [place, query] of queries.entries()) times[place]?.push(await timed(() => firstRows(query)));
  return times.map(median);
}

async function bytes(): Promise<number> {
  let sum = 0;
  await journal.postings.each(({ terms, ends, lists }) => {
    sum += terms.length + ends.byteLength + lists.length;
  });
  await journal.indexed.each(({ ids }) => {
    sum += ids.length;
  });
  return sum;
}

const WORK = {
  fill,
  searches,
  bareReads,
  bytes,
  tokenise: () => timed(tokenise),
  build: () => timed(() => indexLinks(async () => {})),
  buildMini: () => timed(buildMini),
  /** From the beginning of this page's script to the first rows. */
  cold: (query: string) => firstRows(query).then(() => performance.now() - started),
  coldMini: (query: string) => coldMini(query).then(() => performance.now() - started),
};

export type Work = typeof WORK;

declare global {
  interface Window {
    /** Begins something; Firefox gives no script of a test more than half a minute. */
    begin(name: keyof Work, ...given: unknown[]): void;
    /** What came of it, as soon as it is done. */
    outcome: { value?: unknown; error?: string } | undefined;
  }
}

window.begin = (name, ...given) => {
  window.outcome = undefined;
  const work = WORK[name] as (...all: unknown[]) => Promise<unknown>;
  work(...given).then(
    (value) => {
      window.outcome = { value };
    },
    (error: unknown) => {
      window.outcome = { error: String(error) };
    },
  );
};

const [asked, query] = location.hash.slice(1).split('=');
if (asked === 'cold' || asked === 'coldMini') window.begin(asked, decodeURIComponent(query ?? ''));
