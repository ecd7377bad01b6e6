import { momentOf } from '../core/day';
import type { Day, Link } from '../core/link';
import { matchKey } from '../core/match-key';
import { daysAround } from './counts';
import { type BinRow, type Journal, journal } from './database';
import type { Clock } from './links';
import { setting } from './settings';

/** How many links are private; every link is read for it. */
export async function countPrivate(db: Journal = journal): Promise<number> {
  let count = 0;
  for await (const link of allLinks(db)) if (link.private) count += 1;
  return count;
}

/** The link of a page, or the newest one that lies in the bin. */
export async function findPage(url: string, db: Journal = journal): Promise<{ link?: Link; binned?: BinRow }> {
  const key = matchKey(url.trim());
  const link = await db.links.get({ key });
  if (link) return { link };
  const binned = (await db.bin.where('key').equals(key).sortBy('deletedAt')).at(-1);
  return binned ? { binned } : {};
}

/** The first days of those pages that are in the journal, by match key. */
export async function firstDays(keys: string[], db: Journal = journal): Promise<Map<string, Day>> {
  const links = await db.links.where('key').anyOf(keys).toArray();
  return new Map(links.map((link) => [link.key, link.days[0] ?? '']));
}

/** The reader's day now. */
export async function today(clock: Clock, db: Journal = journal): Promise<Day> {
  return momentOf(Math.floor(clock.ms / 1000), clock.offset, await setting(db, 'dayStart')).day;
}

/** Links that are read at once: memory stays small. */
const PAGE = 1000;

/** All links in the order of saving. While some are dealt with, the next ones are read. */
export async function* allLinks(db: Journal = journal): AsyncGenerator<Link> {
  const read = (after: string) => db.links.where('id').above(after).limit(PAGE).toArray();
  for (let page = await read(''); page.length; ) {
    const next = read(page.at(-1)?.id ?? '');
    // Whoever stops here does not wait for it; whoever goes on hears of a failure.
    next.catch(() => {});
    // Not `yield*`, which takes half as long again for each of them.
    for (const link of page) yield link;
    page = await next;
  }
}

/** The day to open with: today, or where it is empty the last day with links before it. */
export async function landingDay(today: Day, db: Journal = journal): Promise<Day> {
  if (await db.links.where('days').equals(today).count()) return today;
  return (await daysAround(db, today)).before ?? today;
}
