import { Dexie, type IndexableType, type ObservabilitySet, RangeSet } from 'dexie';
import type { Draft } from '../core/draft';
import type { Link } from '../core/link';
import type { CountRow } from './count-rows';
import type { BinRow, Journal } from './database';
import type { ServerRow } from './server';
import type { SettingRow } from './settings';

/** What is written together whenever a link is: see `CountChanges.apply`. */
export const WRITTEN = ['links', 'counts', 'server', 'touched', 'unindexed'] as const;

interface RowOf {
  links: Link;
  bin: BinRow;
  drafts: Draft;
  counts: CountRow;
  settings: SettingRow;
  server: ServerRow;
  touched: { id: string };
  unindexed: { id: string };
}

type Name = keyof RowOf;

/** What is asked of a table where one row at a time is read and written: Dexie's tables answer it, and those of `plainly`. */
export interface Rows<Row> {
  get(key: string): PromiseLike<Row | undefined>;
  get(indexed: Record<string, string>): PromiseLike<Row | undefined>;
  bulkGet(keys: string[]): PromiseLike<(Row | undefined)[]>;
  put(row: Row): PromiseLike<unknown>;
  bulkPut(rows: Row[]): PromiseLike<unknown>;
  delete(key: string): PromiseLike<unknown>;
  bulkDelete(keys: string[]): PromiseLike<unknown>;
}

export type Tables = { [Table in Name]: Rows<RowOf[Table]> };

/**
 * A transaction whose requests go to the database as they are. Dexie's own cost as much again as the work of the database itself, where
 * each is about one row; a save is some seven. Dexie still opens the transaction, ends it, and tells live queries what was written.
 * @param work must await nothing but what its tables answer, as in any transaction
 */
export async function plainly<T>(db: Journal, names: Name[], work: (tables: Tables) => Promise<T>): Promise<T> {
  const parts: ObservabilitySet = {};
  const result = await db.transaction('rw', names, ({ idbtrans }) => {
    const tables = Object.fromEntries(names.map((name) => [name, plainRows(db, name, idbtrans, parts)]));
    // Outside of Dexie's zones, in which every `await` is dear.
    return new Dexie.Promise<T>((resolve, reject) => {
      Dexie.ignoreTransaction(() => work(tables as unknown as Tables).then(resolve, reject));
    });
  });
  Dexie.on.storagemutated.fire(parts);
  return result;
}

function plainRows(db: Journal, name: Name, transaction: IDBTransaction, parts: ObservabilitySet): Rows<object> {
  const store = transaction.objectStore(name);
  const changed = (index: string, keys: IndexableType[]) => {
    const part = `idb://${db.name}/${name}/${index}` as keyof ObservabilitySet;
    parts[part] = ((parts[part] as RangeSet | undefined) ?? new RangeSet()).addKeys(keys);
  };
  const get = (asked: string | Record<string, string>) => {
    if (typeof asked === 'string') return answerOf(store.get(asked));
    const [index = '', value = ''] = Object.entries(asked)[0] ?? [];
    return answerOf(store.index(index).get(value));
  };
  const put = (row: object) => {
    const keys = (path: string) => [(row as Record<string, IndexableType>)[path] ?? []].flat() as IndexableType[];
    const { primKey, indexes } = db.table(name).schema;
    for (const part of ['', ':dels']) changed(part, keys(primKey.name));
    for (const index of indexes) changed(index.name, keys(index.name));
    return answerOf(store.put(row));
  };
  const remove = (key: string) => {
    for (const part of ['', ':dels']) changed(part, [key]);
    return answerOf(store.delete(key));
  };
  const each =
    <In, Out>(act: (one: In) => Promise<Out>) =>
    (all: In[]) =>
      Promise.all(all.map(act));
  return { get, bulkGet: each(get), put, bulkPut: each(put), delete: remove, bulkDelete: each(remove) };
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // Whoever asked hears of it, and ends the transaction; else it would end before it can be said why.
      event.preventDefault();
      event.stopPropagation();
      reject(request.error);
    };
  });
}
