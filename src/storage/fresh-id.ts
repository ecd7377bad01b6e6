import { makeId } from '../core/id';

/** A new id for something saved at that millisecond. */
export function freshId(ms: number): string {
  return makeId(ms, [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => (byte % 36).toString(36)).join(''));
}
