/**
 * Does something of which only one at a time may be done, in all windows and the background together. Whoever comes later waits; with
 * the window that does it goes its claim.
 */
export async function alone(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, work);
}

/** The same, where nobody does it just now. @returns false where somebody does: nothing was done then */
export async function aloneOrNot(name: string, work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}

/** Whether it is being done, in any window. */
async function isBeingDone(name: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === name);
}

/** Thrown by work that makes way for another one. */
export class MadeWay extends Error {
  override readonly name = 'MadeWay';
}

/** Between two pieces of long work. @throws MadeWay while something is being done, or waited for, that must not wait for this */
export async function makeWayFor(name: string): Promise<void> {
  if (await isBeingDone(name)) throw new MadeWay(name);
}
