/**
 * Does something of which only one at a time may be done, in all windows and the background together. Whoever comes later waits; with
 * the window that does it goes its claim.
 */
export async function alone(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, work);
}
