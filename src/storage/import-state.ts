import { Problem } from '../core/errors';
import type { Listing } from '../core/import-listing';
import type { ImportOptions } from '../core/import-options';
import type { Day, Link } from '../core/link';
import type { Skipped } from '../core/read-result';
import { type Journal, journal } from './database';

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
  /** Tags that could not stay as the file spells them, with what became of them: `to read` → `to-read`. Not more than some. */
  rewritten: Map<string, string>;
}

/** An import that is not over. It is stored, with a copy of its file, so that it can be taken up again whatever broke it off. */
export interface Import {
  fileName: string;
  /** The id of the file's format. */
  format: string;
  /** As `TextDecoder` names it. */
  encoding: string;
  /** What the file holds, as soon as all of it was read. */
  listing?: Listing;
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
  /** Its number, in digits that sort. */
  part: string;
  entries: TakenEntry[];
}

export type TakenEntry =
  | Skipped
  | { kind: 'added'; id: string; changedAt: number }
  | { kind: 'changed'; before: Link; after: Link }
  | { kind: 'same' | 'kept'; id: string };

export function noImportCounts(): ImportCounts {
  return { added: 0, changed: 0, same: 0, kept: 0, skipped: 0, rewritten: new Map() };
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

/** Notes what the file holds. Nothing where it is not to be imported any more. */
export async function keepListing(listing: Listing, db: Journal = journal): Promise<void> {
  await db.transaction('rw', db.imports, async () => {
    const stored = await readImport(db);
    if (stored && !stored.taking) await db.imports.put({ name: 'import', value: { ...stored, listing } });
  });
}

/** The import that is not over, if there is one. */
export async function readImport(db: Journal = journal): Promise<Import | undefined> {
  const row = await db.imports.get('import');
  return row?.name === 'import' ? row.value : undefined;
}

/** The copy of its file. */
export async function importedFile(db: Journal = journal): Promise<Blob | undefined> {
  const row = await db.imports.get('file');
  return row?.name === 'file' ? row.file : undefined;
}

/** The last one that was taken whole, if it can be taken back. */
export async function lastImported(db: Journal = journal): Promise<Imported | undefined> {
  const row = await db.imports.get('imported');
  return row?.name === 'imported' ? row.value : undefined;
}

/** Forgets a file of which nothing was taken. */
export async function dropImport(db: Journal = journal): Promise<void> {
  await db.transaction('rw', db.imports, async () => {
    if (!(await readImport(db))?.taking) await db.imports.bulkDelete(['file', 'import']);
  });
}
