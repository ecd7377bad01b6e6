import { typedAddress } from '../core/address';
import { isDay, momentOf } from '../core/day';
import { Problem } from '../core/errors';
import { type Day, type Link, type Moment, noPassage, type Passage } from '../core/link';
import { matchKey } from '../core/match-key';
import { uniteLinks } from '../core/merge';
import { moveToDay } from '../core/move';
import { changeLink, newLink, type Save, takeQuote } from '../core/save';
import { CountChanges } from './counts';
import { type Journal, journal } from './database';
import { freshId } from './fresh-id';
import { type Ground, preparedGround, readGround, readSaveGround, type SaveGround } from './ground';
import { plainly, type Tables, WRITTEN } from './plainly';
import { setting } from './settings';
import { knownSpelling, type Uses } from './tag-uses';

/** The moment of an action, from the clock at the edge: milliseconds since 1970 and minutes east of UTC. */
export interface Clock {
  ms: number;
  offset: number;
}

export interface Saved {
  link: Link;
  /** A day on which the link stands: today where it does, else its last. */
  day: Day;
  /** The page was in the journal before. */
  known: boolean;
}

/**
 * Saves what a form holds, in one transaction that looks the page up itself: a page that another window saved meanwhile is changed,
 * not overwritten (see `mergeForm`). The address may be one that was typed by hand.
 * @param passage a new quote, or empty
 * @param drafts keys of the drafts that are hereby saved: they go in the same transaction. Nobody else's go.
 * @throws Problem `noAddress`
 */
export async function saveLink(
  save: Save,
  passage: Passage,
  clock: Clock,
  drafts: string[] = [],
  db: Journal = journal,
): Promise<Saved> {
  const url = typedAddress(save.form.url);
  if (!url) throw new Problem('noAddress');
  const over = (stored: Link | undefined, { uses, dayStart }: SaveGround) => {
    const now = momentOf(Math.floor(clock.ms / 1000), clock.offset, dayStart);
    const form = withPassage(save.form, passage, now);
    return savedOver(stored, { ...save, form }, { url, uses, now, ms: clock.ms });
  };
  const prepared = preparedGround(db);
  const added = prepared && (await addLink(over(undefined, prepared), prepared, drafts, db));
  if (added) return added;
  return plainly(db, [...WRITTEN, 'drafts', 'settings'], async (tables) => {
    const [stored, ground] = await Promise.all([tables.links.get({ key: matchKey(url) }), readSaveGround(tables)]);
    const saved = over(stored, ground);
    await Promise.all([
      saved.link !== stored && writeLink(tables, stored, saved.link, ground),
      drafts.length && tables.drafts.bulkDelete(drafts),
    ]);
    return saved;
  });
}

/** Adds a link without having read anything: half of what a save takes. Undefined where the page is known, or there is more to do. */
async function addLink(saved: Saved, ground: SaveGround, drafts: string[], db: Journal): Promise<Saved | undefined> {
  const changes = new CountChanges();
  changes.replace(undefined, saved.link);
  if (!changes.isFew(ground.uses)) return undefined;
  try {
    await plainly(db, [...WRITTEN, 'drafts'], async (tables, commit) => {
      await changes.apply(tables, ground);
      if (drafts.length) await tables.drafts.bulkDelete(drafts);
      // The last: it is the largest, and the only one that may clash.
      await tables.links.add(saved.link);
      commit();
    });
    return saved;
  } catch {
    // Whatever it was, nothing was written: a save that reads first finds the page, or says what is wrong.
    return undefined;
  }
}

/** What saving makes of what is stored of the page; `stored` itself where nothing changes. */
export function savedOver(
  stored: Link | undefined,
  save: Save,
  { url, uses, now, ms }: { url: string; uses: Pick<Uses, 'get'>; now: Moment; ms: number },
): Saved {
  const form = { ...save.form, url, tags: knownSpelling(save.form.tags, uses) };
  // The page is the same, so its address stays as it was first saved.
  const base = { ...save.base, url };
  const link = stored ? changeLink(stored, { base, form }, now) : newLink(form, freshId(ms), now);
  const day = link.days.includes(now.day) ? now.day : (link.days.at(-1) ?? now.day);
  return { link, day, known: stored !== undefined };
}

/**
 * Changes a link that is known by its id (the day page's form), and moves it from one day to another if asked to.
 * A link that was deleted meanwhile comes back from the bin with the change.
 * @throws Problem `noAddress`; `addressTaken` when the new address is another link's, with the day of that one; `linkGone`
 */
export async function editLink(
  id: string,
  save: Save,
  clock: Clock,
  {
    passage = noPassage,
    move,
    drafts = [],
  }: { passage?: Passage; move?: { from: Day; to: Day }; drafts?: string[] } = {},
  db: Journal = journal,
): Promise<Link> {
  if (move && !isDay(move.to)) throw new RangeError(`not a day: ${move.to}`);
  return db.transaction('rw', [...db.written, db.bin, db.settings, db.drafts], async () => {
    const stored = await db.links.get(id);
    const before = stored ?? (await db.bin.get(id))?.link;
    if (!before) throw new Problem('linkGone');
    const [now, ground] = await Promise.all([momentNow(clock, db), readGround(db)]);
    const url = typedAddress(save.form.url);
    if (!url) throw new Problem('noAddress');
    const form = withPassage({ ...save.form, url, tags: knownSpelling(save.form.tags, ground.uses) }, passage, now);
    const changed = changeLink(before, { base: save.base, form }, now);
    const link =
      move && move.from !== move.to ? { ...moveToDay(changed, move.from, move.to), changedAt: now.at } : changed;
    const twin = await db.links.get({ key: link.key });
    if (twin && twin.id !== id) throw new Problem('addressTaken', twin.days[0]);
    if (link !== stored) await writeLink(db, stored, link, ground);
    await db.bin.delete(id);
    await db.drafts.bulkDelete(drafts);
    return link;
  });
}

/** Puts a link into the bin, where it waits for 30 days. Nothing happens where it is gone already. */
export async function deleteLink(id: string, clock: Clock, db: Journal = journal): Promise<void> {
  await db.transaction('rw', [...db.written, db.bin], async () => {
    const link = await db.links.get(id);
    if (!link) return;
    await db.bin.put({ id, key: link.key, deletedAt: Math.floor(clock.ms / 1000), link });
    await writeLink(db, link, undefined);
  });
}

/**
 * Takes a link back out of the bin. Where its page was saved anew meanwhile, the two become one.
 * @throws Problem `linkGone` when it is not in the bin
 */
export async function restoreLink(id: string, db: Journal = journal): Promise<Link> {
  return db.transaction('rw', [...db.written, db.bin], async () => {
    const row = await db.bin.get(id);
    if (!row) throw new Problem('linkGone');
    const [anew, taken, ground] = await Promise.all([db.links.get({ key: row.key }), db.links.get(id), readGround(db)]);
    const link = backFromBin(row.link, anew, taken !== undefined, ground.uses);
    await writeLink(db, anew, link, ground);
    await db.bin.delete(id);
    return link;
  });
}

/**
 * What a link of the bin comes back as.
 * @param anew the link of its page, where that was saved anew
 * @param taken an import has given the id to another page meanwhile
 */
export function backFromBin(link: Link, anew: Link | undefined, taken: boolean, uses: Pick<Uses, 'get'>): Link {
  const back = { ...link, tags: knownSpelling(link.tags, uses) };
  if (anew) return uniteLinks(anew, back);
  return taken ? { ...back, id: freshId(back.savedAt * 1000) } : back;
}

/** One put, and the counts with it. Call it inside a transaction over `db.written`. */
export async function writeLink(
  db: Tables,
  before: Link | undefined,
  after: Link | undefined,
  ground?: Ground,
): Promise<void> {
  const changes = new CountChanges();
  changes.replace(before, after);
  await Promise.all([after ? db.links.put(after) : before && db.links.delete(before.id), changes.apply(db, ground)]);
}

/** This moment as the reader's days have it. Call it inside a transaction over `settings`. */
export async function momentNow(clock: Clock, db: Pick<Tables, 'settings'>): Promise<Moment> {
  return momentOf(Math.floor(clock.ms / 1000), clock.offset, await setting(db, 'dayStart'));
}

function withPassage(form: Save['form'], passage: Passage, now: Moment): Save['form'] {
  return passage.text.trim() ? { ...form, quotes: [...form.quotes, takeQuote(passage, now)] } : form;
}
