/**
 * A link's id: nine digits of base 36 for the millisecond of saving, then random ones.
 * Ids therefore sort in the order of saving, and two links of the same second keep theirs.
 * @param ms milliseconds since 1970, 0 to 36^9
 * @param random at least 8 characters of `[0-9a-z]`
 */
export function makeId(ms: number, random: string): string {
  const time = Math.min(Math.max(0, Math.floor(ms)), 36 ** 9 - 1);
  return time.toString(36).padStart(9, '0') + random.slice(0, 8);
}

/** What `makeId` makes; also what an import may bring along. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-z]{10,40}$/.test(value);
}
