const PAUSE = 25;

/** What is left of a type when it cannot be nothing, false or undefined. */
type Truthy<T> = Exclude<NonNullable<T>, false | 0 | ''>;

/**
 * Waits until `condition` returns something truthy and hands that back.
 *
 * @param condition asked again and again; a throw counts as "not yet"
 * @param what said in the failure: "the popup to close"
 * @param ms limit in milliseconds
 * @throws Error naming `what`, and the last value or error seen, when the limit is over
 */
export async function until<T>(condition: () => T | Promise<T>, what: string, ms = 10_000): Promise<Truthy<T>> {
  const end = Date.now() + ms;
  let last = '';
  for (;;) {
    try {
      const value = await condition();
      if (value) return value as Truthy<T>;
      last = `last seen: ${JSON.stringify(value)}`;
    } catch (error) {
      last = `last error: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (Date.now() > end) throw new Error(`Waited ${ms} ms for ${what}; ${last}`);
    await pause(PAUSE);
  }
}

/** Resolves after `ms` milliseconds. For polling and limits only; tests wait on conditions. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
