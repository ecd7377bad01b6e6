import type { ImportOptions } from '../core/import-options';
import type { ReadResult } from '../core/read-result';
import type { TagUse } from '../core/tags';
import { type Journal, journal } from './database';
import { extraTables } from './import-extras';
import { counted, knownOf, planImport } from './import-plan';
import { type ImportCounts, importedEntries, noImportCounts, type ReadEntries, type TakenEntry } from './import-state';
import { tagUses } from './tag-uses';

/** Links looked up at once. */
const AT_ONCE = 500;
/** Entries whose fate is shown one by one. */
const SHOWN = 10;

/** What an import would do, with nothing written: of the first entries by now. */
export interface ImportPreview {
  counts: ImportCounts;
  /** Entries that were looked at. */
  looked: number;
  /** What becomes of each of the first entries. */
  first: { result: ReadResult; kind: TakenEntry['kind'] }[];
}

/**
 * Looks the entries of the file that waits up, one after another. It grows from step to step; whoever has seen enough takes no more of them.
 */
export async function* previewImport(
  read: ReadEntries,
  options: ImportOptions,
  db: Journal = journal,
): AsyncGenerator<ImportPreview> {
  const uses = await tagUses(db);
  const met = new Set<string>();
  let preview: ImportPreview = { counts: noImportCounts(), looked: 0, first: [] };
  for await (const some of importedEntries(read, 0, db)) {
    for (let start = 0; start < some.length; start += AT_ONCE) {
      preview = await lookUp(some.slice(start, start + AT_ONCE), preview, { uses, options, met }, db);
      yield preview;
    }
  }
}

async function lookUp(
  results: ReadResult[],
  before: ImportPreview,
  { uses, options, met }: { uses: Map<string, TagUse>; options: ImportOptions; met: Set<string> },
  db: Journal,
): Promise<ImportPreview> {
  const known = await db.transaction('r', [db.links, ...extraTables(db)], () => knownOf(results, db));
  const plan = planImport(results, known, { uses, options });
  const entries = plan.entries.map((entry): TakenEntry => {
    const key = entry.kind === 'added' && !('of' in entry) && plan.writes.get(entry.id)?.key;
    if (!key) return entry;
    // New to the journal, but not to who has read the file up to here.
    if (met.has(key)) return { kind: 'same', id: entry.id };
    met.add(key);
    return entry;
  });
  const counts = counted(before.counts, entries, results, { uses, options });
  const first = results
    .slice(0, SHOWN - before.first.length)
    .flatMap((result, place) => entries.slice(place, place + 1).map(({ kind }) => ({ result, kind })));
  return { counts, looked: before.looked + results.length, first: [...before.first, ...first] };
}
