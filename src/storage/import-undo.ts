import type { Link } from '../core/link';
import { sameContent } from '../core/save';
import { CountChanges } from './counts';
import { type Journal, journal } from './database';
import { readGround } from './ground';
import { extraTables, undoExtra } from './import-extras';
import { type Imported, type ImportPart, lastImported, readImport, type TakenEntry } from './import-state';
import { makeWay } from './indexing';
import type { Clock } from './links';

/** What came of an undo. */
export interface ImportUndone {
  /** Links that the import had added, and which are gone again. */
  removed: number;
  /** Links that are as they were before. */
  back: number;
  /** Links that were changed, or sent, since the import: they stay as they are. */
  kept: number;
}

/**
 * Takes the last import back, or as much of one as was taken: what came last goes first. Broken off, it goes on when it is called again.
 * Nothing happens but as the steps are taken; each is what came of it by then.
 *
 * Only one window may do this at a time, and no index be built meanwhile; the caller sees to both.
 */
export async function* undoImport(clock: Clock, db: Journal = journal): AsyncGenerator<ImportUndone> {
  const undone: ImportUndone = { removed: 0, back: 0, kept: 0 };
  const imported = await asImported(clock, db);
  if (!imported) return;
  const indexless = await makeWay(imported.counts.added + imported.counts.changed, db);
  const tables = [...db.written, ...extraTables(db), db.twins, db.imports, db.importParts];
  for (let more = true; more; ) {
    more = await db.transaction('rw', tables, async () => {
      const part = await db.importParts.orderBy(':id').last();
      if (part) await undoPart(part, undone, indexless, db);
      else await db.imports.delete('imported');
      return part !== undefined;
    });
    yield { ...undone };
  }
}

/** From now on an import that was not over is the last one: nothing more of it is to come. */
async function asImported(clock: Clock, db: Journal): Promise<Imported | undefined> {
  return db.transaction('rw', db.imports, async () => {
    const unfinished = await readImport(db);
    if (!unfinished?.taking) return lastImported(db);
    const imported = { fileName: unfinished.fileName, at: clock.ms, counts: unfinished.taking.counts };
    await db.imports.bulkDelete(['file', 'import']);
    await db.imports.put({ name: 'imported', value: imported });
    return imported;
  });
}

/** Call it inside a transaction over what it reads and writes. */
async function undoPart(part: ImportPart, undone: ImportUndone, indexless: boolean, db: Journal): Promise<void> {
  const ids = [...new Set(part.entries.flatMap(idOf))];
  const [links, twins] = await Promise.all([db.links.bulkGet(ids), db.twins.bulkGet(ids)]);
  const before = new Map(ids.map((id, place) => [id, links[place]]));
  const sent = new Set(twins.flatMap((twin) => twin?.id ?? []));
  const after = new Map(before);
  for (const entry of part.entries.toReversed()) undoEntry(entry, { after, sent }, undone);
  const changes = new CountChanges();
  const changed = ids.filter((id) => before.get(id) !== after.get(id));
  for (const id of changed) changes.replace(before.get(id), after.get(id));
  await db.links.bulkDelete(changed.filter((id) => !after.get(id)));
  await db.links.bulkPut(changed.flatMap((id) => after.get(id) ?? []));
  await changes.apply(db, { ...(await readGround(db)), indexless });
  for (const entry of part.entries) if ('of' in entry) await undoExtra(entry, db);
  await db.importParts.delete(part.part);
}

/** The link that the import wrote for an entry, if it did. */
function idOf(entry: TakenEntry): string[] {
  if ('of' in entry) return [];
  if (entry.kind === 'changed') return [entry.after.id];
  return entry.kind === 'added' ? [entry.id] : [];
}

/** @param after the links as they are by now */
function undoEntry(
  entry: TakenEntry,
  { after, sent }: { after: Map<string, Link | undefined>; sent: ReadonlySet<string> },
  undone: ImportUndone,
): void {
  const [id = ''] = idOf(entry);
  const now = after.get(id);
  // Deleted since, or no link was written.
  if (!now || 'of' in entry) return;
  if (entry.kind === 'added') {
    const untouched = now.changedAt === entry.changedAt && !sent.has(id);
    undone[untouched ? 'removed' : 'kept'] += 1;
    if (untouched) after.set(id, undefined);
  }
  if (entry.kind === 'changed') {
    const untouched = sameContent(now, entry.after);
    undone[untouched ? 'back' : 'kept'] += 1;
    if (untouched) after.set(id, entry.before);
  }
}
