/*
 * Runs in a page of the extension, from a bundle: a bookmark file of a made-up journal comes in as one that was chosen, and goes out again;
 * beside it the same rows are written, and read, with nothing else.
 */
import { IMPORT_OPTIONS } from '../../src/core/import-options';
import type { Link } from '../../src/core/link';
import { netscape } from '../../src/formats/netscape';
import { Journal, journal } from '../../src/storage/database';
import { beginImport, keepListing } from '../../src/storage/import-state';
import { takeImport } from '../../src/storage/import-take';
import { allLinks } from '../../src/storage/reading';
import { fileContext } from '../../src/ui/daily/file-context';
import { entriesOf, listingOf, recognise } from '../../src/ui/daily/import-file';
import { LargeFile } from '../../src/ui/daily/large-file';
import { corpusLink } from './corpus';

/** Each gives milliseconds, or what its name says. */
export interface FilesWork {
  /** Makes the file. Gives its bytes. */
  make(size: number): Promise<number>;
  /** Rows written to a database of their own, thousands at a time, through Dexie. */
  writeRows(size: number): Promise<number>;
  /** Until a copy of the file is kept, and it is known what it holds. */
  list(): Promise<number>;
  /** From then on until its last link is in the journal. */
  take(): Promise<number>;
  /** Every row of the journal read. */
  readRows(): Promise<number>;
  /** A bookmark file of the journal written. */
  write(): Promise<number>;
  /** Of the file written last. */
  bytes(): Promise<number>;
  links(): Promise<number>;
}

declare global {
  interface Window {
    filesWork: FilesWork;
  }
}

const BATCH = 2000;
let chosen = new File([], 'none');
let written = 0;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function* corpus(size: number): AsyncGenerator<Link> {
  for (let number = 0; number < size; number++) yield corpusLink(number, size);
}

async function fileOf(links: AsyncIterable<Link>): Promise<Blob> {
  const file = new LargeFile();
  for await (const piece of netscape.write(links, await fileContext())) file.add(piece);
  return file.end(netscape.mime);
}

window.filesWork = {
  async make(size) {
    chosen = new File([await fileOf(corpus(size))], 'bookmarks.html');
    return chosen.size;
  },
  async writeRows(size) {
    const db = new Journal('rows-alone');
    await db.open();
    let took = 0;
    for (let first = 0; first < size; first += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, size - first) }, (_, place) => corpusLink(first + place, size));
      took += await timed(() => db.links.bulkAdd(rows));
    }
    await db.delete();
    return took;
  },
  list: () =>
    timed(async () => {
      const begun = { fileName: chosen.name, ...(await recognise(chosen)) };
      await beginImport(chosen, begun);
      const watched = { signal: new AbortController().signal, progress() {} };
      await keepListing(await listingOf(chosen, begun, watched));
    }),
  take: () =>
    timed(async () => {
      const read = entriesOf(chosen, await recognise(chosen), chosen.name);
      const clock = { ms: Date.now(), offset: 0 };
      for await (const _ of takeImport(read, { options: IMPORT_OPTIONS, clock }));
    }),
  readRows: () =>
    timed(async () => {
      for await (const link of allLinks(journal)) written = link.title.length;
    }),
  write: () =>
    timed(async () => {
      written = (await fileOf(allLinks(journal))).size;
    }),
  bytes: async () => written,
  links: () => journal.links.count(),
};
