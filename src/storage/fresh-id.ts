import { makeId } from '../core/id';

/** So many digits of base 36 tell the order of what is saved in one millisecond. */
const ORDER = 3;

/**
 * A new id for something saved at that millisecond.
 * @param order among many of that millisecond, where that counts: its remainder by 46,656
 */
export function freshId(ms: number, order?: number): string {
  const random = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => (byte % 36).toString(36)).join('');
  if (order === undefined) return makeId(ms, random);
  return makeId(ms, (order % 36 ** ORDER).toString(36).padStart(ORDER, '0') + random);
}
