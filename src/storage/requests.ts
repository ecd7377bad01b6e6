/** Requests to the database itself, without Dexie between. */

/** What a request is answered. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Rows whose keys, which are texts, begin so. */
export function startingWith<Row>(store: IDBObjectStore, prefix: string): Promise<Row[]> {
  return answerOf(store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
}
