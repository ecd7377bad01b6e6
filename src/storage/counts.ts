import type { Day, Instant, Link } from '../core/link';
import { type TagUse, tagIdentity } from '../core/tags';
import { type CountRow, readUses, tagRows, Uses } from './count-rows';
import type { Journal } from './database';
import type { Tables } from './plainly';
import { isTouching } from './touched';

/** Days and tags that the row `recent` holds at most: some twenty saves. */
const FEW = 64;

/** What a transaction that writes links has to know; one reading of it serves all that it writes. */
export interface Ground {
  uses: Uses;
  /** Whether there is a server to be told. */
  touching: boolean;
}

/** Call it inside a transaction over `db.written`. */
export async function readGround(db: Pick<Tables, 'counts' | 'server'>): Promise<Ground> {
  const [uses, touching] = await Promise.all([readUses(db), isTouching(db)]);
  return { uses, touching };
}

/** Changes collected for one transaction, so that an import touches each row once. */
export class CountChanges {
  readonly #days = new Map<Day, number>();
  readonly #tags = new Map<string, TagUse>();
  readonly #ids = new Set<string>();

  /** Notes that `before` (undefined: nothing) is replaced by `after` (undefined: nothing). */
  replace(before: Link | undefined, after: Link | undefined): void {
    this.#ids.add((after ?? before)?.id ?? '');
    if (before && before.id !== after?.id) this.#ids.add(before.id);
    for (const day of before?.days ?? []) add(this.#days, day, -1);
    for (const day of after?.days ?? []) add(this.#days, day, 1);
    const had = new Set(before?.tags.map(tagIdentity));
    for (const tag of before?.tags ?? []) this.#addTag(tag, -1, 0);
    // Only putting a tag on a link is a use of it: editing a link leaves the dates of its old tags alone.
    for (const tag of after?.tags ?? []) this.#addTag(tag, 1, had.has(tagIdentity(tag)) ? 0 : (after?.changedAt ?? 0));
  }

  /** Applies them, and notes for the server and for search which links they were of. Call it inside a transaction over `db.written`. */
  async apply(db: Omit<Tables, 'settings' | 'drafts' | 'bin'>, ground?: Ground): Promise<void> {
    const { uses, touching } = ground ?? (await readGround(db));
    const rows = [...this.#ids].map((id) => ({ id }));
    await Promise.all([db.unindexed.bulkPut(rows), this.recount(db, uses), touching && db.touched.bulkPut(rows)]);
  }

  /** Applies them to the counts alone; call it inside a transaction over `counts`. */
  async recount({ counts }: Pick<Tables, 'counts'>, found?: Uses): Promise<void> {
    const uses = found ?? (await readUses({ counts }));
    const { recent } = uses;
    const days = sums(recent?.days, this.#days);
    const tags = new Map(recent?.tags);
    for (const [identity, { tag, count, last }] of this.#tags) {
      if (!count && !last) continue;
      const old = uses.get(identity) ?? { tag, count: 0, last: 0 };
      tags.set(identity, { tag: old.tag, count: Math.max(0, old.count + count), last: Math.max(old.last, last) });
    }
    const now = { name: 'recent', since: '', ...recent, days, tags } as const;
    if (recent && days.size + tags.size <= FEW) {
      await counts.put(now);
      return;
    }
    const names = [...new Set([...days.keys()].map(rowName))];
    const rows = await counts.bulkGet(names);
    const years = names.map((name, place) => ({
      name,
      days: daysWithLinks(daysOf(rows[place]), daysIn(name.slice(5), days)),
    }));
    await counts.bulkPut([...years, ...tagRows(new Uses(now, uses.rest).all())]);
  }

  #addTag(tag: string, by: number, last: Instant): void {
    const identity = tagIdentity(tag);
    const use = this.#tags.get(identity) ?? { tag, count: 0, last: 0 };
    this.#tags.set(identity, { tag: use.tag, count: use.count + by, last: Math.max(use.last, last) });
  }
}

/** Uses of every tag, by identity. */
export async function tagUses(db: Journal): Promise<Map<string, TagUse>> {
  return (await readUses(db)).all();
}

/** Writes the uses of every tag anew. Call it inside a transaction over `counts`. */
export async function writeTagUses(uses: Map<string, TagUse>, db: Journal): Promise<void> {
  await db.counts.bulkPut(tagRows(uses, (await readUses(db)).recent?.days));
}

/** Links a day, for every day of a month (`YYYY-MM`) or a year (`YYYY`) that has any. */
export async function countsOfMonth(db: Journal, month: string): Promise<Map<Day, number>> {
  return daysIn(month, daysWithLinks(...(await db.counts.bulkGet([rowName(month), 'recent'])).map(daysOf)));
}

/** Links a day, for every day that has any. */
export async function countsOfDays(db: Journal): Promise<Map<Day, number>> {
  const rows = await db.counts.where('name').between('days:', 'recent', true, true).toArray();
  return daysWithLinks(...rows.map(daysOf));
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
export function knownSpelling(tags: string[], uses: Pick<Uses, 'get'>): string[] {
  return tags.map((tag) => uses.get(tagIdentity(tag))?.tag ?? tag);
}

function daysOf(row: CountRow | undefined): ReadonlyMap<Day, number> {
  return row && 'days' in row ? row.days : new Map();
}

function daysIn(period: string, days: ReadonlyMap<Day, number>): Map<Day, number> {
  return new Map([...days].filter(([day]) => day.startsWith(period)));
}

function daysWithLinks(...counts: ReadonlyMap<Day, number>[]): Map<Day, number> {
  return new Map([...sums(...counts)].filter(([, count]) => count > 0));
}

function sums(...counts: (ReadonlyMap<Day, number> | undefined)[]): Map<Day, number> {
  const sum = new Map<Day, number>();
  for (const count of counts) for (const [day, by] of count ?? []) add(sum, day, by);
  return sum;
}

function add(days: Map<Day, number>, day: Day, by: number): void {
  const sum = (days.get(day) ?? 0) + by;
  if (sum) days.set(day, sum);
  else days.delete(day);
}

function rowName(day: string): `days:${string}` {
  return `days:${day.slice(0, 4)}`;
}
