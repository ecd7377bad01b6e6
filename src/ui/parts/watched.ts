import { useEffect, useState } from 'preact/hooks';

/** Values by key, each watched by itself: of a page of thousands of cards, only the one whose value changed is drawn again. */
export class Watched<Value> {
  readonly #values = new Map<string, Value>();
  readonly #watchers = new Map<string, Set<(value: Value) => void>>();

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Value): void {
    if (Object.is(this.get(key), value)) return;
    this.#values.set(key, value);
    for (const tell of this.#watchers.get(key) ?? []) tell(value);
  }

  /** @returns what ends it */
  watch(key: string, tell: (value: Value) => void): () => void {
    const watchers = this.#watchers.get(key) ?? new Set();
    this.#watchers.set(key, watchers.add(tell));
    return () => {
      watchers.delete(tell);
      if (!watchers.size) this.#watchers.delete(key);
    };
  }
}

/** The value of a key, now and whenever it changes. It must not be a function. */
export function useWatched<Value>(watched: Watched<Value>, key: string): Value | undefined {
  const [value, setValue] = useState(watched.get(key));
  useEffect(() => {
    // It may have changed since it was drawn.
    setValue(watched.get(key));
    return watched.watch(key, (next) => setValue(next));
  }, [watched, key]);
  return value;
}
