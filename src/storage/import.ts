import type { ImportedLink } from '../core/imported-link';
import type { Link } from '../core/link';
import { matchKey } from '../core/match-key';
import { uniteLinks } from '../core/merge';
import { sameContent } from '../core/save';
import { CountChanges } from './counts';
import { type Journal, journal } from './database';
import { freshId } from './fresh-id';
import { readUses } from './tag-uses';
import { rewrittenTags, tidyImported } from './tidy-imported';

/** What an import did with the links it was given. */
export interface ImportCounts {
  added: number;
  /** Known pages that gained something. */
  changed: number;
  /** Known pages that had all of it. */
  same: number;
  /** Tags that could not stay as the file spells them, with what became of them: `to read` → `to-read`. */
  rewritten: Map<string, string>;
}

/**
 * Puts links of a file into the journal, a thousand in a transaction. A page that is known is united with what comes (earliest date,
 * all quotes, all tags, both notes), so the same file twice changes nothing.
 */
export async function importLinks(links: Iterable<ImportedLink>, db: Journal = journal): Promise<ImportCounts> {
  const counts = nothingYet();
  for (const batch of batches(links, 1000)) {
    const outcome = await db.transaction('rw', [...db.written, db.bin], async () => importBatch(batch, db));
    for (const name of ['added', 'changed', 'same'] as const) counts[name] += outcome[name];
    for (const [tag, now] of outcome.rewritten) counts.rewritten.set(tag, now);
  }
  return counts;
}

function nothingYet(): ImportCounts {
  return { added: 0, changed: 0, same: 0, rewritten: new Map() };
}

async function importBatch(batch: ImportedLink[], db: Journal): Promise<ImportCounts> {
  const counts = nothingYet();
  const keys = batch.map((link) => matchKey(link.url));
  const known = new Map((await db.links.where('key').anyOf(keys).toArray()).map((link) => [link.key, link]));
  const ids = batch.flatMap((link) => link.id ?? []);
  // Ids of the bin count too: what lies there may come back.
  const taken = await Promise.all([db.links, db.bin].map((table) => table.where('id').anyOf(ids).primaryKeys()));
  const takenIds = new Set(taken.flat());
  const uses = (await readUses(db)).all();
  const changes = new CountChanges();
  const writes = new Map<string, Link>();
  batch.forEach((imported, place) => {
    const key = keys[place] ?? '';
    const there = known.get(key);
    const id =
      imported.id && !takenIds.has(imported.id) ? imported.id : freshId(imported.savedAt * 1000 + (place % 1000));
    takenIds.add(id);
    const link = tidyImported(imported, { id, key, private: imported.private ?? there?.private ?? true }, uses);
    for (const [tag, now] of rewrittenTags(imported.tags, uses)) counts.rewritten.set(tag, now);
    const result = there ? uniteLinks(there, link) : link;
    if (there && sameContent(there, result)) {
      counts.same += 1;
      return;
    }
    counts[there ? 'changed' : 'added'] += 1;
    changes.replace(there, result);
    known.set(key, result);
    writes.set(result.id, result);
  });
  await db.links.bulkPut([...writes.values()]);
  await changes.apply(db);
  return counts;
}

function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length) yield batch;
}
