import type { Sending, Server } from '../../src/storage/server';
import type { Hands } from './driver/driver';

/** A server that nobody asks anything: sending waits for a day that does not come. */
export const SILENT: { server: Server; sending: Sending } = {
  server: { address: 'https://links.example', api: 'https://links.example/api/v1', zone: 'UTC' },
  sending: { failures: 1, retryAt: Date.UTC(2100, 0, 1) },
};

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
