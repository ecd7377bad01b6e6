import { afterEach } from 'vitest';
import type { DigestEntry } from '../../../src/core/digest';
import type { Entry } from '../../../src/core/link';
import { periodOf } from '../../../src/core/period';
import type { TagUse } from '../../../src/core/tags';
import { readRecent } from '../../../src/storage/count-rows';
import { addUpRecent, countsOfDays } from '../../../src/storage/counts';
import { Journal } from '../../../src/storage/database';
import { readDigest } from '../../../src/storage/digest';
import { type Saved, saveLink } from '../../../src/storage/links';
import { tagUses } from '../../../src/storage/tag-uses';
import { entry } from '../../fixtures/links';

const opened: Journal[] = [];
let count = 0;

/** A new, empty journal for one test; removed after it. */
export function emptyJournal(): Journal {
  count += 1;
  const db = new Journal(`test-${count}`);
  opened.push(db);
  return db;
}

afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

/** The clock of the tests: Central Europe, in winter. */
export const clock = (iso: string) => ({ ms: Date.parse(iso), offset: 60 });

/** Saves as a popup does that was opened on a page which it did not know. */
export function save(db: Journal, form: Partial<Entry>, iso: string, passage = ''): Promise<Saved> {
  const base = entry({ url: form.url ?? 'https://example.org/a', title: 'A page' });
  return saveLink({ base, form: { ...base, ...form } }, { text: passage, anchor: '' }, clock(iso), [], db);
}

/** The links of one day as its page shows them. */
export async function readDay(day: string, db: Journal): Promise<DigestEntry[]> {
  const { days } = await readDigest(periodOf(day, 'day'), db);
  return days[0]?.entries ?? [];
}

/** Links that searches look at, since they may not be in the index as they are. */
export async function waitingIds(db: Journal): Promise<string[]> {
  const { changes } = await readRecent(db);
  const noted = await db.unindexed.toCollection().primaryKeys();
  return [...noted, ...changes.flatMap(({ ids }) => ids)].sort();
}

/** Nothing waits to be taken into the index any more. */
export async function forgetWaiting(db: Journal): Promise<void> {
  await addUpRecent(0, db);
  await db.unindexed.clear();
}

/** The counts as rows would be counted, to compare with the kept ones. */
export async function countedAnew(db: Journal): Promise<{ days: Map<string, number>; tags: Map<string, number> }> {
  const days = new Map<string, number>();
  const tags = new Map<string, number>();
  await db.links.each((link) => {
    for (const day of link.days) days.set(day, (days.get(day) ?? 0) + 1);
    for (const tag of link.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  });
  return { days, tags };
}

export async function keptCounts(db: Journal): Promise<{ days: Map<string, number>; tags: Map<string, number> }> {
  const uses = [...(await tagUses(db)).values()].map((use: TagUse): [string, number] => [use.tag, use.count]);
  return { days: await countsOfDays(db), tags: new Map(uses) };
}
