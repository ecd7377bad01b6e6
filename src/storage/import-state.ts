import { Problem } from '../core/errors';
import type { Listing } from '../core/import-listing';
import type { ImportOptions } from '../core/import-options';
import type { Day, Instant, Link } from '../core/link';
import { ownCopy } from '../core/own-copy';
import type { ReadResult, Skipped } from '../core/read-result';
import { KEPT_FOR } from './bin';
import { type Journal, journal } from './database';
import type { TakenExtra } from './import-extras';
import type { Clock } from './links';

/** What an import does, or did, with the entries of a file. */
export interface ImportCounts {
  added: number;
  /** Known pages that gained something. */
  changed: number;
  /** Known pages that had all of it. */
  same: number;
  /** Known pages that were to stay as they are. */
  kept: number;
  skipped: number;
  /** Of what a backup holds beside its links, what was added or changed. */
  dayNotes: number;
  binned: number;
  settings: number;
  /** Tags that could not stay as the file spells them, with what became of them: `to read` → `to-read`. Not more than some. */
  rewritten: Map<string, string>;
}

/** How a file is read: the same the first time, and when its entries are taken. */
export interface Reading {
  fileName: string;
  /** The id of the file's format. */
  format: string;
  /** As `TextDecoder` names it. */
  encoding: string;
  /** When it was read first: links without a date of their own have this one. */
  readAt: Instant;
}

/** Gives the entries of a file, some at a time, from the first one on. */
export type ReadEntries = (file: Blob, reading: Reading) => AsyncIterable<ReadResult[]>;

/** An import that is not over. It is stored, with a copy of its file, so that it can be taken up again whatever broke it off. */
export interface Import extends Reading {
  /** What the file holds. */
  listing: Listing;
  /** Where it stands, once anything was to be written. */
  taking?: {
    options: ImportOptions;
    /** Entries of the file that were dealt with. */
    done: number;
    counts: ImportCounts;
  };
}

/** The last import that was taken whole. */
export interface Imported {
  fileName: string;
  /** When, in ms since 1970. */
  at: number;
  counts: ImportCounts;
  /** Of the file's last link. */
  lastDay?: Day;
}

export type ImportRow =
  | { name: 'file'; file: Blob }
  | { name: 'import'; value: Import }
  | { name: 'imported'; value: Imported };

/** What became of some entries of a file, in their order: for the report, and for the way back. */
export interface ImportPart {
  /** How many entries came before them, in digits that sort. */
  part: string;
  entries: TakenEntry[];
}

export type TakenEntry =
  | Skipped
  | { kind: 'added'; id: string; changedAt: number }
  | { kind: 'changed'; before: Link; after: Link }
  | { kind: 'same' | 'kept'; id: string }
  | TakenExtra;

export function noImportCounts(): ImportCounts {
  return {
    added: 0,
    changed: 0,
    same: 0,
    kept: 0,
    skipped: 0,
    dayNotes: 0,
    binned: 0,
    settings: 0,
    rewritten: new Map(),
  };
}

/**
 * Keeps a copy of a file that is to be imported, in place of one of which nothing was taken.
 * @throws Problem `importUnfinished` where one was begun to be taken, and not ended
 */
export async function beginImport(file: Blob, begun: Import, db: Journal = journal): Promise<void> {
  await db.transaction('rw', db.imports, async () => {
    if ((await readImport(db))?.taking) throw new Problem('importUnfinished');
    await db.imports.bulkPut([
      { name: 'file', file },
      { name: 'import', value: begun },
    ]);
  });
}

/** The import that is not over, if there is one. */
export async function readImport(db: Journal = journal): Promise<Import | undefined> {
  const row = await db.imports.get('import');
  return row?.name === 'import' ? row.value : undefined;
}

/** The entries of its file, from one of them on. @param first how many are left out */
export async function* importedEntries(
  read: ReadEntries,
  first = 0,
  db: Journal = journal,
): AsyncGenerator<ReadResult[]> {
  const [begun, row] = await Promise.all([readImport(db), db.imports.get('file')]);
  if (!begun || row?.name !== 'file') return;
  let left = first;
  for await (const some of read(row.file, begun)) {
    yield ownCopy(left ? some.slice(left) : some);
    left = Math.max(0, left - some.length);
  }
}

/** The last one that was taken whole, if it can be taken back. */
export async function lastImported(db: Journal = journal): Promise<Imported | undefined> {
  const row = await db.imports.get('imported');
  return row?.name === 'imported' ? row.value : undefined;
}

/** Forgets one of which nothing was taken. */
export async function dropImport(db: Journal = journal): Promise<void> {
  await db.transaction('rw', db.imports, async () => {
    if (!(await readImport(db))?.taking) await db.imports.bulkDelete(['file', 'import']);
  });
}

/** Forgets what is 30 days old: a file of which nothing was taken, and the way back from the last import. */
export async function dropOldImport(clock: Clock, db: Journal = journal): Promise<void> {
  const limit = clock.ms - KEPT_FOR * 1000;
  await db.transaction('rw', db.imports, db.importParts, async () => {
    const [waiting, last] = await Promise.all([readImport(db), lastImported(db)]);
    if (waiting && !waiting.taking && waiting.readAt * 1000 < limit) await db.imports.bulkDelete(['file', 'import']);
    if (last && last.at < limit) await Promise.all([db.imports.delete('imported'), db.importParts.clear()]);
  });
}
