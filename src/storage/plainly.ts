import { Dexie, type IndexableType, type ObservabilitySet, RangeSet } from 'dexie';
import type { Draft } from '../core/draft';
import type { Link } from '../core/link';
import type { CountRow } from './count-rows';
import type { BinRow, Journal } from './database';
import type { ImportPart, ImportRow } from './import-state';
import { answerOf, startingWith } from './requests';
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
  imports: ImportRow;
  importParts: ImportPart;
}

type Name = keyof RowOf;

/** What is asked of a table where one row at a time is read and written: Dexie's tables answer it, and those of `plainly`. */
export interface Rows<Row> {
  get(key: string): PromiseLike<Row | undefined>;
  get(indexed: Record<string, string>): PromiseLike<Row | undefined>;
  bulkGet(keys: string[]): PromiseLike<(Row | undefined)[]>;
  put(row: Row): PromiseLike<unknown>;
  /** Fails, and the whole transaction with it, where there is one of that key. */
  add(row: Row): PromiseLike<unknown>;
  bulkPut(rows: Row[]): PromiseLike<unknown>;
  bulkAdd(rows: Row[]): PromiseLike<unknown>;
  delete(key: string): PromiseLike<unknown>;
  bulkDelete(keys: string[]): PromiseLike<unknown>;
  /** Only of the tables' own keys. */
  where(key: string): { startsWith(prefix: string): { toArray(): PromiseLike<Row[]> } };
}

export type Tables = { [Table in Name]: Rows<RowOf[Table]> };

/** What was written, for live queries to be told. */
export type Written = ObservabilitySet;

export interface PlainOptions {
  /** Takes what was written, where live queries are to hear of it later (`tell`); without it they hear at once. */
  written?: Written;
  /** It need not be on the disk when it is over: only what comes before another one on the disk must be. */
  relaxed?: boolean;
}

/** Rows from which on it is not noted which ones they were: live queries of the table are told that anything may have changed. */
const MANY = 50;

/**
 * A transaction whose requests go to the database as they are: Dexie's own cost as much again as the work of the database itself, where
 * each is about one row; a save is some seven. Writes are not waited for: where one fails, the whole transaction does, and says why.
 * @param work must await nothing but what its tables answer, as in any transaction; not to be called inside one of Dexie's. It may call
 * `commit` with its last request, so that the disk need not wait for the answers; but Firefox, once it has been told so, undoes the
 * transaction for a failure of that request only. So it must be one that fails whenever another does.
 */
export async function plainly<T>(
  db: Journal,
  names: readonly Name[],
  work: (tables: Tables, commit: () => void) => Promise<T>,
  { written, relaxed = false }: PlainOptions = {},
): Promise<T> {
  const begin = async () => {
    await db.open();
    return db.backendDB().transaction(names, 'readwrite', { durability: relaxed ? 'relaxed' : 'strict' });
  };
  const transaction = await begin().catch(() => {
    // The browser may have closed the database by itself.
    db.close({ disableAutoOpen: false });
    return begin();
  });
  const parts: Written = {};
  const tables = Object.fromEntries(names.map((name) => [name, plainRows(db, name, transaction, parts)]));
  const asked = committed(
    transaction,
    work(tables as unknown as Tables, () => transaction.commit()),
  ).then((result) => {
    // Live queries are told while the disk writes: what they read waits for it.
    if (written) Dexie.extendObservabilitySet(written, parts);
    else tell(parts);
    return result;
  });
  const [result] = await Promise.all([asked, endOf(transaction)]);
  return result;
}

/** Tells live queries, here and in other windows, what was written. */
export function tell(written: Written): void {
  Dexie.on.storagemutated.fire(written);
}

/** What the work comes to; where it fails, the whole transaction does. */
async function committed<T>(transaction: IDBTransaction, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // What failed first says why.
    if (transaction.error) throw transaction.error;
    transaction.abort();
    throw error;
  }
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** As Dexie notes it: every key there can be. */
function anything(): RangeSet {
  return new RangeSet().add({ from: Number.NEGATIVE_INFINITY, to: [[]] });
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
  const noteAny = () => {
    for (const index of ['', ':dels', ...db.table(name).schema.indexes.map((one) => one.name)])
      parts[`idb://${db.name}/${name}/${index}` as keyof ObservabilitySet] = anything();
  };
  const note = (row: object) => {
    const keys = (path: string) => [(row as Record<string, IndexableType>)[path] ?? []].flat() as IndexableType[];
    const { primKey, indexes } = db.table(name).schema;
    for (const part of ['', ':dels']) changed(part, keys(primKey.name));
    for (const index of indexes) changed(index.name, keys(index.name));
  };
  const write = (how: 'put' | 'add') => async (row: object) => {
    note(row);
    store[how](row);
  };
  const writeAll = (how: 'put' | 'add') => async (rows: object[]) => {
    if (rows.length > MANY) noteAny();
    else rows.forEach(note);
    for (const row of rows) store[how](row);
  };
  const remove = async (key: string) => {
    for (const part of ['', ':dels']) changed(part, [key]);
    store.delete(key);
  };
  const each =
    <In, Out>(act: (one: In) => Promise<Out>) =>
    (all: In[]) =>
      Promise.all(all.map(act));
  const where = () => ({ startsWith: (prefix: string) => ({ toArray: () => startingWith<object>(store, prefix) }) });
  return {
    get,
    where,
    bulkGet: each(get),
    put: write('put'),
    add: write('add'),
    bulkPut: writeAll('put'),
    bulkAdd: writeAll('add'),
    delete: remove,
    bulkDelete: each(remove),
  };
}
