import type { Link } from '../../src/core/link';
import { writtenLink } from '../../src/core/server-link';
import type { QueueRow } from '../../src/storage/queue';
import type { Sending, Server } from '../../src/storage/server';
import { type Twin, twinOf } from '../../src/storage/twins';
import { link } from '../fixtures/links';
import type { Hands } from './driver/driver';
import { type Driver, until } from './driver/index';
import { openJournal } from './journal-page';

export const SERVER: Server = { address: 'https://links.example', api: 'https://links.example/api/v1', zone: 'UTC' };

/** Sending that waits for a later try: until then nobody asks the server anything. */
export const putOff = (): Sending => ({ failures: 1, retryAt: Date.now() + 14 * 60_000 });

/** Rows of one of the journal's tables, asked of the database itself by a page of the extension. */
export function rowsOf<Row>(page: Hands, table: string): Promise<Row[]> {
  return page.eval(
    (name) =>
      new Promise<Row[]>((resolve, reject) => {
        const opening = indexedDB.open('daily-shaarli');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
    table,
  );
}

/** Writes rows into the journal's tables past every verb; what stood in a table before goes. Pages that are open do not hear of it. */
export function putRows(page: Hands, tables: Record<string, object[]>): Promise<void> {
  return page.eval(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('daily-shaarli');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction(Object.keys(all), 'readwrite');
          for (const [name, rows] of Object.entries(all)) {
            const table = change.objectStore(name);
            table.clear();
            for (const row of rows) table.put(row);
          }
          change.onerror = () => reject(change.error);
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    tables,
  );
}

/** The rows of a server that is set up, or of none. */
export function serverRows(values: object): object[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** Links on one day, each with its letter for an id and a title. */
export function linksOf(letters: string, more: Partial<Link> = {}): Link[] {
  return [...letters].map((letter, place) =>
    link({
      id: letter,
      title: `Link ${letter}`,
      url: `https://example.org/${letter}`,
      tags: ['one'],
      savedAt: 1_678_693_265 + 60 * place,
      ...more,
    }),
  );
}

/** The counterpart of a link that is on the server as it is here. */
export function twinOfLink(here: Link, remote: number): Twin {
  return twinOf(here.id, { ...writtenLink(here), id: remote, shorturl: `short${remote}`, created: '', updated: '' });
}

interface Stored {
  links: Link[];
  queue?: QueueRow[];
  twins?: Twin[];
  sending?: Partial<Sending>;
}

/** Puts a journal with a server into the database, where sending waits for a later try, and opens a page of it. */
export async function openWithServer(page: Driver, stored: Stored, path = 'daily.html#/2023-03-13'): Promise<void> {
  const { links, queue = [], twins = [], sending } = stored;
  if (!(await page.eval(() => location.href)).startsWith(page.base)) await openJournal(page);
  const server = serverRows({ server: SERVER, sending: sending ?? putOff() });
  await putRows(page, { links, bin: [], queue, twins, touched: [], server });
  await page.extension(path);
  await until(() => page.eval(() => document.querySelector('article, #sending') !== null), 'the page');
}

export const row = (id: string, more: Partial<QueueRow> = {}): QueueRow => ({
  id,
  what: 'send',
  state: 'waiting',
  at: 1,
  tries: 0,
  ...more,
});
