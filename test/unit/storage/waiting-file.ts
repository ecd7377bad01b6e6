import { Lister } from '../../../src/core/import-listing';
import type { ReadResult } from '../../../src/core/read-result';
import type { Journal } from '../../../src/storage/database';
import { beginImport, type ReadEntries } from '../../../src/storage/import-state';

/** Puts a file with these entries before the journal. */
export async function beginWith(results: ReadResult[], db: Journal, fileName = 'a.html'): Promise<void> {
  const lister = new Lister();
  for (const result of results) lister.add(result);
  const reading = { fileName, format: 'netscape', encoding: 'utf-8', readAt: 1678784400 };
  await beginImport(new Blob(), { ...reading, listing: lister.listing() }, db);
}

/** Reads them out of it, anew each time as from a file. */
export function reading(results: ReadResult[]): ReadEntries {
  return async function* () {
    for (let at = 0; at < results.length; at += 100) yield structuredClone(results.slice(at, at + 100));
  };
}
