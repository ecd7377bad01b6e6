import { makeId } from '../core/id';

/** So many digits of base 36 tell the order of what is saved in one millisecond. */
const ORDER = 3;

/**
 * A new id for something saved at that millisecond.
 * @param order among many of that millisecond, where that counts: its remainder by 46,656
 */
export function freshId(ms: number, order?: number): string {
  let random = '';
  for (let digit = 0; digit < 8; digit++) random += (randomByte() % 36).toString(36);
  if (order === undefined) return makeId(ms, random);
  return makeId(ms, (order % 36 ** ORDER).toString(36).padStart(ORDER, '0') + random);
}

/** Random bytes that were not used yet: asking for eight costs as much as asking for a thousand. */
let bytes = new Uint8Array();
let used = 0;

function randomByte(): number {
  if (used === bytes.length) {
    bytes = crypto.getRandomValues(new Uint8Array(1024));
    used = 0;
  }
  used += 1;
  return bytes[used - 1] ?? 0;
}
