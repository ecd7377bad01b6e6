import type { Day, Instant, Link } from '../core/link';
import { type TagUse, tagIdentity } from '../core/tags';
import type { Journal } from './database';
import { touch } from './touched';

/**
 * Counts that would be dear to read from an index: links a day, one row a year (`days:2023`), and uses of every tag, one row (`tags`).
 * They change in the same transaction as the links they count.
 */
export type CountRow = { name: `days:${string}`; days: Map<Day, number> } | { name: 'tags'; tags: Map<string, TagUse> };

/** Changes collected for one transaction, so that an import touches each row once. */
export class CountChanges {
  readonly #days = new Map<Day, number>();
  readonly #tags = new Map<string, TagUse>();
  readonly #ids = new Set<string>();

  /** Notes that `before` (undefined: nothing) is replaced by `after` (undefined: nothing). */
  replace(before: Link | undefined, after: Link | undefined): void {
    this.#ids.add((after ?? before)?.id ?? '');
    if (before && before.id !== after?.id) this.#ids.add(before.id);
    for (const day of before?.days ?? []) this.#days.set(day, (this.#days.get(day) ?? 0) - 1);
    for (const day of after?.days ?? []) this.#days.set(day, (this.#days.get(day) ?? 0) + 1);
    const had = new Set(before?.tags.map(tagIdentity));
    for (const tag of before?.tags ?? []) this.#addTag(tag, -1, 0);
    // Only putting a tag on a link is a use of it: editing a link leaves the dates of its old tags alone.
    for (const tag of after?.tags ?? []) this.#addTag(tag, 1, had.has(tagIdentity(tag)) ? 0 : (after?.changedAt ?? 0));
  }

  /** Applies them, and notes for the server and for search which links they were of. Call it inside a transaction over `db.written`. */
  async apply(db: Journal): Promise<void> {
    await touch(this.#ids, db);
    await db.unindexed.bulkPut([...this.#ids].map((id) => ({ id })));
    await this.recount(db);
  }

  /** Applies them to the counts alone; call it inside a transaction over `counts`. */
  async recount(db: Pick<Journal, 'counts'>): Promise<void> {
    const names = [...new Set([...this.#days.keys()].map(rowName))];
    const rows = await db.counts.bulkGet([...names, 'tags']);
    const changed = names.map((name, place) => this.#daysRow(name, rows[place]));
    await db.counts.bulkPut([...changed, this.#tagsRow(rows.at(-1))]);
  }

  #addTag(tag: string, by: number, last: Instant): void {
    const identity = tagIdentity(tag);
    const use = this.#tags.get(identity) ?? { tag, count: 0, last: 0 };
    this.#tags.set(identity, { tag: use.tag, count: use.count + by, last: Math.max(use.last, last) });
  }

  #daysRow(name: `days:${string}`, row: CountRow | undefined): CountRow {
    const days = new Map(row && 'days' in row ? row.days : []);
    for (const [day, by] of this.#days) {
      if (rowName(day) === name) setOrDrop(days, day, (days.get(day) ?? 0) + by, (count) => count > 0);
    }
    return { name, days };
  }

  #tagsRow(row: CountRow | undefined): CountRow {
    const tags = new Map(row && 'tags' in row ? row.tags : []);
    for (const [identity, { tag, count, last }] of this.#tags) {
      const old = tags.get(identity) ?? { tag, count: 0, last: 0 };
      const use = { tag: old.tag, count: old.count + count, last: Math.max(old.last, last) };
      setOrDrop(tags, identity, use, (value) => value.count > 0);
    }
    return { name: 'tags', tags };
  }
}

/** Uses of every tag, by identity. */
export async function tagUses(db: Journal): Promise<Map<string, TagUse>> {
  const row = await db.counts.get('tags');
  return row && 'tags' in row ? row.tags : new Map();
}

/** Links a day, for every day of a month (`YYYY-MM`) or a year (`YYYY`) that has any. */
export async function countsOfMonth(db: Journal, month: string): Promise<Map<Day, number>> {
  const row = await db.counts.get(rowName(month));
  const days = row && 'days' in row ? row.days : new Map<Day, number>();
  return new Map([...days].filter(([day]) => day.startsWith(month)));
}

/** Links a day, for every day that has any. */
export async function countsOfDays(db: Journal): Promise<Map<Day, number>> {
  const rows = await db.counts.where('name').startsWith('days:').toArray();
  return new Map(rows.flatMap((row) => ('days' in row ? [...row.days] : [])));
}

/** The nearest days with links before and after `day`, and the last one of all. */
export async function daysAround(db: Journal, day: Day): Promise<{ before?: Day; after?: Day; last?: Day }> {
  const days = [...(await countsOfDays(db)).keys()].sort();
  const before = days.findLast((one) => one < day);
  const after = days.find((one) => one > day);
  const last = days.at(-1);
  return { ...(before && { before }), ...(after && { after }), ...(last && { last }) };
}

/** Tags in the spelling in which the journal first met them. */
export function knownSpelling(tags: string[], uses: ReadonlyMap<string, TagUse>): string[] {
  return tags.map((tag) => uses.get(tagIdentity(tag))?.tag ?? tag);
}

function rowName(day: string): `days:${string}` {
  return `days:${day.slice(0, 4)}`;
}

function setOrDrop<K, V>(map: Map<K, V>, key: K, value: V, keep: (value: V) => boolean): void {
  if (keep(value)) map.set(key, value);
  else map.delete(key);
}
