import type { SkipCode } from '../core/read-result';
import { type Journal, journal } from './database';
import type { TakenExtra } from './import-extras';
import type { TakenEntry } from './import-state';

/** What became of one entry of the file that was imported last. */
export interface ReportedEntry {
  /** Its place in the file, counted from 1. */
  entry: number;
  kind: 'added' | 'changed' | 'same' | 'kept' | 'skipped';
  why?: SkipCode;
  /** In the file, where that is known. */
  line?: number;
  /** Of the link as it is now; empty where it was deleted since. */
  title: string;
  url: string;
}

/** What became of each entry, in the file's order, some thousands at a time. */
export async function* reportImport(db: Journal = journal): AsyncGenerator<ReportedEntry[]> {
  const keys = await db.importParts.orderBy(':id').primaryKeys();
  let before = 0;
  for (const key of keys) {
    const entries = (await db.importParts.get(key))?.entries ?? [];
    const links = await db.links.bulkGet(entries.map(idOf));
    const start = before;
    yield entries.map((one, place) => {
      const at = { entry: start + place + 1, kind: one.kind };
      if ('of' in one) return { ...at, title: nameOf(one), url: '' };
      if (one.kind !== 'skipped') return { ...at, title: links[place]?.title ?? '', url: links[place]?.url ?? '' };
      const { title = '', url = '', line } = one.what;
      return { ...at, why: one.why, ...(line !== undefined && { line }), title, url };
    });
    before += entries.length;
  }
}

/** Empty where it is no link of the journal. */
function idOf(entry: TakenEntry): string {
  if (entry.kind === 'skipped' || 'of' in entry) return '';
  return entry.kind === 'changed' ? entry.after.id : entry.id;
}

function nameOf(extra: TakenExtra): string {
  if (extra.of === 'dayNotes') return extra.day;
  return extra.of === 'settings' ? extra.name : extra.id;
}
