import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Journal } from '../../../src/storage/database';
import { importLinks } from '../../../src/storage/import';
import { type IndexSizes, indexLinks } from '../../../src/storage/indexing';
import { deleteLink, editLink, restoreLink } from '../../../src/storage/links';
import { searchLinks } from '../../../src/storage/search';
import { renameTag } from '../../../src/storage/tag-changes';
import { link } from '../../fixtures/links';
import { clock, emptyJournal, save } from './journal';
import { expected, found, importedLink, queryText } from './search-journals';

/** Of a small journal everything there is in a large one: many volumes, united ones, a taking in that is never done. */
const SMALL: IndexSizes = { fewest: 5, fewestWaiting: 2, mostWaiting: 30, smallest: 8, largest: 40, atOnce: 7 };
const now = clock('2023-04-10T10:00:00Z');
const atOnce = async () => {};

/** Indexing that goes on step by step, and can be broken off at each. */
class SlowIndexing {
  #work: Promise<void> | undefined;
  #waiting: { resolve: () => void; reject: (why: Error) => void } | undefined;

  constructor(readonly db: Journal) {}

  async step(): Promise<void> {
    this.#work ??= indexLinks(() => this.#pause(), this.db, SMALL).then(() => this.#end());
    this.#waiting?.resolve();
    this.#waiting = undefined;
    while (this.isUnderWay() && !this.#waiting) await new Promise((resolve) => setImmediate(resolve));
  }

  isUnderWay(): boolean {
    return this.#work !== undefined;
  }

  async stop(): Promise<void> {
    const work = this.#work;
    this.#waiting?.reject(new Error('the window is closed'));
    this.#end();
    await work?.catch((error: Error) => expect(error.message).toBe('the window is closed'));
  }

  #pause(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #end(): void {
    this.#work = undefined;
    this.#waiting = undefined;
  }
}

type Act = (db: Journal, indexing: SlowIndexing) => Promise<unknown>;

/** Any link, or one that changed already. */
async function idAt(place: number, db: Journal): Promise<string> {
  const ids = await (place % 3 ? db.unindexed : db.links).toCollection().primaryKeys();
  return ids[place % ids.length] ?? '';
}

/** Everything that changes links. */
const change: fc.Arbitrary<Act> = fc.oneof(
  fc.array(importedLink, { minLength: 1, maxLength: 20 }).map(
    (links): Act =>
      (db) =>
        importLinks(links, db),
  ),
  importedLink.map(
    (entry): Act =>
      (db) =>
        save(db, { ...entry, quotes: [] }, '2023-04-02T10:00:00Z', 'été 東京'),
  ),
  fc.tuple(fc.nat(), importedLink).map(
    ([place, { title, tags, note }]): Act =>
      async (db) => {
        const link = await db.links.get(await idAt(place, db));
        const move = { from: link?.days[0] ?? '', to: '2023-01-01' };
        if (link) await editLink(link.id, { base: link, form: { ...link, title, tags, note } }, now, { move }, db);
      },
  ),
  fc.nat().map(
    (place): Act =>
      async (db) =>
        deleteLink(await idAt(place, db), now, db),
  ),
  fc.constant<Act>(async (db) => {
    const row = await db.bin.toCollection().first();
    if (row) await restoreLink(row.id, db);
  }),
  fc.constantFrom('Python', 'été').map(
    (tag): Act =>
      (db) =>
        renameTag(tag, '東京', now, db),
  ),
);

/** What the index does between two changes: some steps, or nothing more. */
const upkeep: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.nat(12).map(
      (steps): Act =>
        async (_db, indexing) => {
          for (let step = 0; step < steps; step++) await indexing.step();
        },
    ),
  },
  fc.constant<Act>((db, indexing) => indexing.stop().then(() => indexLinks(atOnce, db, SMALL))),
  fc.constant<Act>((_db, indexing) => indexing.stop()),
);

async function check(queries: string[], db: Journal, between?: () => Promise<void>): Promise<void> {
  const links = await db.links.toArray();
  for (const query of queries)
    expect([query, await found(query, db, between)]).toEqual([query, expected(query, links)]);
}

test('a search finds what looking at every link finds, whatever was changed, and however far the index is', async () => {
  const journals = fc.array(importedLink, { minLength: 20, maxLength: 90 });
  const acts = fc.array(fc.tuple(upkeep, change, upkeep), { minLength: 3, maxLength: 8 });
  const texts = fc.array(queryText, { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(journals, acts, texts, async (links, changes, queries) => {
      const db = emptyJournal();
      const indexing = new SlowIndexing(db);
      await importLinks(links, db);
      for (const steps of changes) {
        for (const act of steps) await act(db, indexing);
        await check(queries, db, () => indexing.step());
      }
      await indexing.stop();
      await check(queries, db);
      await db.delete();
    }),
    { numRuns: 12 },
  );
}, 180_000);

test('who does not wait any more for what is nowhere is heard before all links are looked at', async () => {
  const db = emptyJournal();
  const row = (place: number) => link({ id: `${place}`.padStart(10, '0'), key: `${place}` });
  await db.links.bulkAdd(Array.from({ length: 1200 }, (_, place) => row(place)));
  const search = searchLinks('nowhere', db);
  const piece = search.next();
  const stopped = search.return(undefined);
  expect(await piece).toEqual({ done: false, value: [] });
  expect(await stopped).toEqual({ done: true });
});
