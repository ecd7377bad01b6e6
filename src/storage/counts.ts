import type { Day, Instant, Link } from '../core/link';
import { type TagUse, tagIdentity } from '../core/tags';
import { type CountRow, nameOfRecent, RECENT, type RecentChange } from './count-rows';
import type { Journal } from './database';
import { type Ground, readGround } from './ground';
import type { Tables } from './plainly';
import { readUses, Uses } from './tag-uses';

/** So much (days, tags and links) stands in a row of what is recent at most; what is more is added up at once. */
const FEW = 64;
/** So many of these rows there are at most. */
const MOST_RECENT = 20;

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

  /**
   * Applies them, and notes for the server and for search which links they were of. Call it inside a transaction over `db.written`.
   * @param ground as the same transaction read it; as it was before, where `isFew`
   */
  async apply(db: Pick<Tables, 'counts' | 'server' | 'touched' | 'unindexed'>, ground?: Ground): Promise<void> {
    const { uses, ...told } = ground ?? (await readGround(db));
    if (this.isFew(uses)) return this.note(db, told);
    const ids = [...this.#ids];
    const row = this.#row(told.indexless ? [] : ids);
    await Promise.all([
      told.touching && db.touched.bulkPut(rowsOf(ids)),
      addUp(db, new Uses(uses.rest, [...uses.changes, row])),
    ]);
  }

  /** The same by writing alone, however many they are: whoever does so with many has them added up before long (see `addUpRecent`). */
  async note(db: Pick<Tables, 'counts' | 'touched'>, { touching, indexless }: Omit<Ground, 'uses'>): Promise<void> {
    const ids = [...this.#ids];
    await Promise.all([touching && db.touched.bulkPut(rowsOf(ids)), db.counts.put(this.#row(indexless ? [] : ids))]);
  }

  /** True where applying them is to write one row, whatever that of others says by now. */
  isFew(uses: Uses): boolean {
    return this.#days.size + this.#tags.size + this.#ids.size <= FEW && uses.changes.length < MOST_RECENT;
  }

  /** Applies them to the counts alone; call it inside a transaction over `counts`. */
  async recount({ counts }: Pick<Tables, 'counts'>): Promise<void> {
    await counts.put(this.#row([]));
  }

  #row(ids: string[]): RecentChange {
    const tags = [...this.#tags].filter(([, { count, last }]) => count || last);
    return { name: nameOfRecent(), days: this.#days, tags: new Map(tags), ids };
  }

  #addTag(tag: string, by: number, last: Instant): void {
    const identity = tagIdentity(tag);
    const use = this.#tags.get(identity) ?? { tag, count: 0, last: 0 };
    this.#tags.set(identity, { tag: by > 0 ? tag : use.tag, count: use.count + by, last: Math.max(use.last, last) });
  }
}

/** Writes the uses of every tag anew. Call it inside a transaction over `counts` and `unindexed`. */
export async function writeTagUses(tags: Map<string, TagUse>, db: Journal): Promise<void> {
  await addUp(db, await readUses(db), tags);
}

/** Adds up what is recent, where it is of so many links or more. */
export async function addUpRecent(fewest: number, db: Journal): Promise<void> {
  await db.transaction('rw', db.counts, db.unindexed, async () => {
    const uses = await readUses(db);
    if (uses.changes.reduce((sum, { ids }) => sum + ids.length, 0) >= fewest) await addUp(db, uses);
  });
}

/** Writes the large rows anew, with what was recent. */
async function addUp(
  { counts, unindexed }: Pick<Tables, 'counts' | 'unindexed'>,
  uses: Uses,
  tags = uses.all(),
): Promise<void> {
  const days = sums(uses.changes.map((change) => change.days));
  const names = [...new Set([...days.keys()].map(rowName))];
  const rows = await counts.bulkGet(names);
  const years = names.map((name, place) => ({
    name,
    days: withLinks(sums([daysOf(rows[place]), daysIn(name.slice(5), days)])),
  }));
  await Promise.all([
    counts.bulkDelete(uses.changes.map(({ name }) => name)),
    counts.bulkPut([...years, { name: 'tags', tags }, { name: 'recent', since: crypto.randomUUID() }]),
    unindexed.bulkPut(rowsOf(uses.changes.flatMap(({ ids }) => ids))),
  ]);
}

/** Links a day, for every day of a month (`YYYY-MM`) or a year (`YYYY`) that has any. */
export async function countsOfMonth(db: Journal, month: string): Promise<Map<Day, number>> {
  return daysIn(month, await countsFrom(rowName(month), db));
}

/** Links a day, for every day that has any. */
export function countsOfDays(db: Journal): Promise<Map<Day, number>> {
  return countsFrom('days:', db);
}

/** Those of a year and all that follow: one request reads them and what is recent; mostly it is the last year that is asked for. */
async function countsFrom(name: string, db: Journal): Promise<Map<Day, number>> {
  const rows = await db.counts.where('name').between(name, `${RECENT}\uffff`, true, true).toArray();
  return withLinks(sums(rows.map(daysOf)));
}

/** The nearest days with links before and after `day`, and the last one of all. */
export async function daysAround(db: Journal, day: Day): Promise<{ before?: Day; after?: Day; last?: Day }> {
  const days = [...(await countsOfDays(db)).keys()].sort();
  const before = days.findLast((one) => one < day);
  const after = days.find((one) => one > day);
  const last = days.at(-1);
  return { ...(before && { before }), ...(after && { after }), ...(last && { last }) };
}

function rowsOf(ids: string[]): { id: string }[] {
  return ids.map((id) => ({ id }));
}

function daysOf(row: CountRow | undefined): ReadonlyMap<Day, number> {
  return row && 'days' in row ? row.days : new Map();
}

function daysIn(period: string, days: ReadonlyMap<Day, number>): Map<Day, number> {
  return new Map([...days].filter(([day]) => day.startsWith(period)));
}

function withLinks(days: ReadonlyMap<Day, number>): Map<Day, number> {
  return new Map([...days].filter(([, count]) => count > 0));
}

function sums(counts: ReadonlyMap<Day, number>[]): Map<Day, number> {
  const sum = new Map<Day, number>();
  for (const count of counts) for (const [day, by] of count) add(sum, day, by);
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
