import type { Link } from '../core/link';
import type { CountRow } from './count-rows';
import type { Journal } from './database';
import { answerOf, startingWith } from './requests';
import type { Indexed, Postings, Unindexed, Volume } from './volume';

interface RowOf {
  links: Link;
  counts: CountRow;
  unindexed: Unindexed;
  volumes: Volume;
  postings: Postings;
  indexed: Indexed;
}

interface KeyOf {
  unindexed: string;
  volumes: number;
}

type Name = keyof RowOf;

/** The tables of one search step, asked as the database itself is asked. */
export interface Reader {
  /** Keys in their order, all or so many at most. */
  keys<Table extends keyof KeyOf>(table: Table, count?: number): Promise<KeyOf[Table][]>;
  /** Rows by their keys, in the order of these; undefined where there is none. */
  get<Table extends Name>(table: Table, keys: IDBValidKey[]): Promise<(RowOf[Table] | undefined)[]>;
  /** Rows whose keys begin so. */
  startingWith<Table extends Name>(table: Table, prefix: string): Promise<RowOf[Table][]>;
  /** Rows up to a key (included), from the last one on, so many at most. */
  upTo<Table extends Name>(table: Table, key: string, count: number): Promise<RowOf[Table][]>;
}

/**
 * Reads in one transaction without Dexie between: a search asks for a hundred rows one by one, and each would cost twice as much. Live
 * queries do not see what is read.
 * @param work must await nothing but what it reads
 */
export async function plainRead<T>(
  db: Journal,
  tables: readonly Name[],
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  if (!db.isOpen()) await db.open();
  const transaction = db.backendDB().transaction(tables, 'readonly');
  const store = (table: Name) => transaction.objectStore(table);
  return work({
    keys: (table, count) => answerOf(store(table).getAllKeys(null, count)) as Promise<never[]>,
    get: (table, keys) => Promise.all(keys.map((key) => answerOf(store(table).get(key)))),
    startingWith: (table, prefix) => startingWith(store(table), prefix),
    upTo: (table, key, count) => lastUpTo(store(table), key, count),
  });
}

function lastUpTo<Row>(store: IDBObjectStore, key: string, count: number): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const rows: Row[] = [];
    const request = store.openCursor(IDBKeyRange.upperBound(key), 'prev');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor || rows.push(cursor.value) === count) resolve(rows);
      else cursor.continue();
    };
  });
}
