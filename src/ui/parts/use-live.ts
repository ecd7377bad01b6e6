import { liveQuery } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * The result of a database query, again whenever a change of what it read is committed, here or in another window.
 * Undefined until the first result; the old one stays while a new question is under way.
 * @param inputs the query is asked anew when one of them changes
 */
export function useLive<T>(
  query: () => Promise<T>,
  inputs: unknown[],
  failed: (error: unknown) => void,
): T | undefined {
  const [result, setResult] = useState<{ value: T }>();
  // Not after the next paint, as other effects: each query that another waits for would cost a page a frame.
  useLayoutEffect(() => {
    const subscription = liveQuery(query).subscribe({ next: (value) => setResult({ value }), error: failed });
    return () => subscription.unsubscribe();
  }, inputs);
  return result?.value;
}
