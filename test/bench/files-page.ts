/*
 * Runs in a page of the extension, from a bundle: a bookmark file of a made-up journal comes in as one that was chosen, and goes out again;
 * beside it the same rows are written, and read, with nothing else.
 */
import { IMPORT_OPTIONS } from '../../src/core/import-options';
import type { Link } from '../../src/core/link';
import { netscape } from '../../src/formats/netscape';
import { Journal, journal } from '../../src/storage/database';
import { beginImport } from '../../src/storage/import-state';
import { takeImport } from '../../src/storage/import-take';
import { allLinks } from '../../src/storage/reading';
import { fileContext } from '../../src/ui/daily/file-context';
import { entriesOf, readFile } from '../../src/ui/daily/import-file';
import { LargeFile } from '../../src/ui/daily/large-file';
import { corpusLink } from './corpus';

/** Each gives milliseconds, or what its name says. A portion is some of the links, in a file of its own. */
export interface FilesWork {
  /** Makes the file of a portion. Gives its bytes. */
  make(portion: Portion): Promise<number>;
  /** Its rows written to a database of their own, thousands at a time, through Dexie. */
  writeRows(portion: Portion): Promise<number>;
  /** Until its entries are kept, and it is known what it holds. */
  list(): Promise<number>;
  /** From then on until its last link is in the journal. */
  take(): Promise<number>;
  /** Every row of the journal read. */
  readRows(): Promise<number>;
  /** A bookmark file of the journal written. */
  write(): Promise<number>;
  links(): Promise<number>;
}

export interface Portion {
  first: number;
  count: number;
  /** Of all portions together. */
  of: number;
}

declare global {
  interface Window {
    filesWork: FilesWork;
  }
}

const BATCH = 2000;
const alone = new Journal('rows-alone');
let chosen = new File([], 'none');

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function* corpus({ first, count, of }: Portion): AsyncGenerator<Link> {
  for (let number = first; number < first + count; number++) yield corpusLink(number, of);
}

async function fileOf(links: AsyncIterable<Link>): Promise<Blob> {
  const file = new LargeFile();
  for await (const piece of netscape.write(links, await fileContext())) file.add(piece);
  return file.end(netscape.mime);
}

window.filesWork = {
  async make(portion) {
    chosen = new File([await fileOf(corpus(portion))], 'bookmarks.html');
    return chosen.size;
  },
  async writeRows(portion) {
    await alone.open();
    let took = 0;
    let rows: Link[] = [];
    const write = async () => {
      took += await timed(() => alone.links.bulkAdd(rows));
      rows = [];
    };
    for await (const link of corpus(portion)) if (rows.push(link) === BATCH) await write();
    if (rows.length) await write();
    return took;
  },
  list: () =>
    timed(async () => {
      await beginImport(chosen, await readFile(chosen, { signal: new AbortController().signal, progress() {} }));
    }),
  take: () =>
    timed(async () => {
      for await (const _ of takeImport({
        read: entriesOf,
        options: IMPORT_OPTIONS,
        clock: { ms: Date.now(), offset: 0 },
      }));
    }),
  readRows: () =>
    timed(async () => {
      for (let after = ''; ; ) {
        const page = await journal.links.where('id').above(after).limit(1000).toArray();
        after = page.at(-1)?.id ?? '';
        if (!after) return;
      }
    }),
  write: () => timed(() => fileOf(allLinks(journal))),
  links: () => journal.links.count(),
};
