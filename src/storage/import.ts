import { IMPORT_OPTIONS } from '../core/import-options';
import type { ImportedLink } from '../core/imported-link';
import type { ReadResult } from '../core/read-result';
import { type Journal, journal } from './database';
import { extraTables } from './import-extras';
import { counted, knownOf, planImport } from './import-plan';
import { type ImportCounts, noImportCounts } from './import-state';
import { readUses } from './tag-uses';

/** Links in a transaction. */
const AT_ONCE = 1000;

/**
 * Puts some links into the journal, as an import of a file does, but with no way back. A page that is known is united with what comes
 * (earliest date, all quotes, all tags, both notes), so the same links twice change nothing.
 */
export async function importLinks(links: ImportedLink[], db: Journal = journal): Promise<ImportCounts> {
  let counts = noImportCounts();
  for (let start = 0; start < links.length; start += AT_ONCE) {
    const some = links.slice(start, start + AT_ONCE).map((link): ReadResult => ({ kind: 'link', link }));
    counts = await db.transaction('rw', [...db.written, ...extraTables(db)], async () => importSome(some, counts, db));
  }
  return counts;
}

async function importSome(results: ReadResult[], before: ImportCounts, db: Journal): Promise<ImportCounts> {
  const known = await knownOf(results, db);
  const uses = (await readUses(db)).all();
  const plan = planImport(results, known, { uses, options: IMPORT_OPTIONS });
  await db.links.bulkPut([...plan.writes.values()]);
  await plan.changes.apply(db);
  return counted(before, plan.entries, results, { uses, options: IMPORT_OPTIONS });
}
