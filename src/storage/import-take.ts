import type { ImportOptions } from '../core/import-options';
import type { ReadResult } from '../core/read-result';
import type { TagUse } from '../core/tags';
import { addUpRecent } from './counts';
import { type Journal, journal } from './database';
import { type Ground, readGround } from './ground';
import { extraTables, isExtra, writeExtras } from './import-extras';
import { counted, type ImportPlan, type Known, knownOf, planImport } from './import-plan';
import {
  type Import,
  type ImportCounts,
  type Imported,
  importedEntries,
  noImportCounts,
  type ReadEntries,
  readImport,
} from './import-state';
import { makeWay } from './indexing';
import type { Clock } from './links';
import { plainly, type Tables, tell, WRITTEN, type Written } from './plainly';

/** Entries in one transaction: what lies between two of them costs as much as ten links, and much larger ones cost more again. */
const AT_ONCE = 2000;
/** The first one has few: until it is ready nothing is written. */
const AT_FIRST = 500;
/** Transactions after which they are counted, and live queries hear of them: a page that shows thousands draws all of them each time. */
const UNTOLD = 10;

const TABLES = [...WRITTEN, 'imports', 'importParts'] as const;

/** How far an import is. */
export interface ImportSoFar {
  /** Entries that were dealt with, of those of the whole file. */
  done: number;
  counts: ImportCounts;
  /** It is over. */
  imported?: Imported;
}

/**
 * Takes the entries of the file that waits into the journal, thousands in a transaction, each of which leaves whole links and what takes
 * them back. Whatever breaks it off, it goes on from there when it is called again. Nothing happens but as the steps are taken.
 *
 * Only one window may do this at a time, and no index be built meanwhile; the caller sees to both.
 * @param options as they were chosen; of an import that was broken off they are known
 */
export async function* takeImport(
  { read, options, clock }: { read: ReadEntries; options: ImportOptions; clock: Clock },
  db: Journal = journal,
): AsyncGenerator<ImportSoFar> {
  const begun = await beginTaking(options, db);
  if (!begun) return;
  const [{ uses, touching }, binned] = await Promise.all([
    db.transaction('r', db.counts, db.server, () => readGround(db)),
    db.bin.toCollection().primaryKeys(),
  ]);
  const indexless = await makeWay(begun.listing.entries - begun.taking.done, db);
  const work = new Taking(begun, { uses: uses.all(), touching, binned, indexless }, db);
  let writing: Promise<ImportSoFar> | undefined;
  let first = begun.taking.done;
  try {
    for await (const next of inBatches(importedEntries(read, first, db))) {
      // While the database writes, the next ones are read and made ready.
      const ready = work.prepare(next, first);
      first += next.length;
      if (writing) yield await writing;
      writing = work.write(next, ready);
    }
    if (writing) yield await writing;
    yield await work.finish(clock);
  } finally {
    // Where the reading fails meanwhile, that is what is told.
    await writing?.catch(() => {});
    await work.settle();
  }
}

type Begun = Import & Required<Pick<Import, 'taking'>>;

async function beginTaking(options: ImportOptions, db: Journal): Promise<Begun | undefined> {
  return db.transaction('rw', db.imports, db.importParts, async () => {
    const stored = await readImport(db);
    if (!stored) return undefined;
    if (stored.taking) return { ...stored, taking: stored.taking };
    const begun = { ...stored, taking: { options, done: 0, counts: noImportCounts() } };
    await db.imports.put({ name: 'import', value: begun });
    // There is one way back, and it is that of the last import.
    await Promise.all([db.imports.delete('imported'), db.importParts.clear()]);
    return begun;
  });
}

/** So many results at a time. */
async function* inBatches(read: AsyncIterable<ReadResult[]>): AsyncGenerator<ReadResult[]> {
  const waiting: ReadResult[] = [];
  let wanted = AT_FIRST;
  for await (const some of read) {
    waiting.push(...some);
    for (; waiting.length >= wanted; wanted = AT_ONCE) yield waiting.splice(0, wanted);
  }
  if (waiting.length) yield waiting;
}

class Taking {
  #done: number;
  #counts: ImportCounts;
  #transactions = 0;
  #written: Written = {};
  /** Most pages of a file are known, or most are not: those before tell what is to be expected of the next ones. */
  #metKnown = false;

  constructor(
    readonly begun: Begun,
    readonly ground: {
      /** Tags in the journal's spelling; those of the file are added. */
      uses: Map<string, TagUse>;
      /** Ids of what lies in the bin, and may come back. */
      binned: readonly string[];
    } & Required<Omit<Ground, 'uses'>>,
    readonly db: Journal,
  ) {
    this.#done = begun.taking.done;
    this.#counts = begun.taking.counts;
  }

  /** Makes entries ready as if none of their pages was known; undefined where that is not to be expected. */
  prepare(results: ReadResult[], first: number): ImportPlan | undefined {
    if (this.#metKnown || results.some(isExtra)) return undefined;
    return this.#plan(results, { byKey: new Map(), ids: new Set(this.ground.binned) }, first);
  }

  /** Writes entries as they are ready, where the journal knows none of their pages; else it looks them up first. */
  async write(results: ReadResult[], ready: ImportPlan | undefined): Promise<ImportSoFar> {
    const { plan, counts } = (ready && (await this.#add(results, ready))) ?? (await this.#merge(results));
    this.#done += results.length;
    this.#counts = counts;
    this.#transactions += 1;
    this.#metKnown = plan.entries.some(({ kind }) => kind === 'changed' || kind === 'same' || kind === 'kept');
    if (this.#transactions % UNTOLD === 0) await this.settle();
    return { done: this.#done, counts };
  }

  async finish(clock: Clock): Promise<ImportSoFar> {
    const { fileName, listing } = this.begun;
    const lastDay = listing.days?.[1];
    const imported: Imported = { fileName, at: clock.ms, counts: this.#counts, ...(lastDay && { lastDay }) };
    const { imports } = this.db;
    // On the disk when it is over, and everything before it.
    await this.db.transaction('rw', imports, async () => {
      await imports.bulkDelete(['file', 'import']);
      await imports.put({ name: 'imported', value: imported });
    });
    return { done: this.#done, counts: this.#counts, imported };
  }

  /** What was written by now is counted, and live queries hear of it. */
  async settle(): Promise<void> {
    await addUpRecent(0, this.db);
    tell(this.#written);
    this.#written = {};
  }

  #plan(results: ReadResult[], known: Known, first: number): ImportPlan {
    return planImport(results, known, { uses: this.ground.uses, options: this.begun.taking.options, first });
  }

  /**
   * Undefined where one of the pages is known after all, in the journal or earlier in the file; nothing was written then. Nothing is read:
   * the database would wait for us, who are at the next ones.
   */
  async #add(results: ReadResult[], plan: ImportPlan): Promise<Done | undefined> {
    const { touching, indexless } = this.ground;
    try {
      return await plainly(
        this.db,
        TABLES,
        async (tables) => {
          await Promise.all([
            tables.links.bulkAdd([...plan.writes.values()]),
            plan.changes.note(tables, { touching, indexless }),
          ]);
          return this.#note(results, plan, tables);
        },
        { written: this.#written, relaxed: true },
      );
    } catch (error) {
      if (error instanceof DOMException && error.name === 'ConstraintError') return undefined;
      throw error;
    }
  }

  async #merge(results: ReadResult[]): Promise<Done> {
    const { db } = this;
    return db.transaction('rw', [...db.written, ...extraTables(db), db.imports, db.importParts], async () => {
      const plan = this.#plan(results, await knownOf(results, db), this.#done);
      await db.links.bulkPut([...plan.writes.values()]);
      await writeExtras(
        plan.entries.filter((entry) => 'of' in entry),
        plan.binned,
        db,
      );
      await plan.changes.apply(db, { ...(await readGround(db)), indexless: this.ground.indexless });
      return this.#note(results, plan, db);
    });
  }

  /** Writes what is to be known of these entries, in the transaction of their links. */
  async #note(results: ReadResult[], plan: ImportPlan, tables: Pick<Tables, 'imports' | 'importParts'>): Promise<Done> {
    const { begun } = this;
    const counts = counted(this.#counts, plan.entries, results, {
      uses: this.ground.uses,
      options: begun.taking.options,
    });
    const taking = { ...begun.taking, done: this.#done + results.length, counts };
    await Promise.all([
      tables.importParts.put({ part: String(this.#done).padStart(9, '0'), entries: plan.entries }),
      tables.imports.put({ name: 'import', value: { ...begun, taking } }),
    ]);
    return { plan, counts };
  }
}

/** What a transaction has done. */
interface Done {
  plan: ImportPlan;
  /** Of the import by now. */
  counts: ImportCounts;
}
