import { Problem } from '../core/errors';
import type { Instant, Link } from '../core/link';
import { hasTag, type Renamed, renamingOf, replaceTag, sameTags, usesAfter, usesBefore } from '../core/tag-changes';
import { tagIdentity } from '../core/tags';
import { writeTagUses } from './counts';
import { type Journal, journal } from './database';
import type { Clock } from './links';
import { readServer, writeServer } from './server';
import { changeSetting, setting } from './settings';
import { knownSpelling, readUses } from './tag-uses';
import { touch } from './touched';
import { noteUnindexed } from './unindexed';

/** What was done to a tag everywhere, with what takes it back. */
export interface TagChange extends Renamed {
  /** Links that had it. */
  links: Retagged[];
  /** Links in the bin that had it: it would come back with them. */
  binned: Retagged[];
  /** Tags in drafts, which would bring it back when they are saved. */
  drafts: Retagged[];
  /** The tags that links start with, where it was one of them. */
  startTags: Retagged | undefined;
  /** The tag whose links are sent by themselves, where it was that one. */
  autoSend: Retagged | undefined;
}

interface Retagged {
  id: string;
  was: string[];
  now: string[];
}

/**
 * Gives a tag another name on all links; one that another tag has already makes the two one. It is no new use of either.
 * @throws Problem `noTagName`
 */
export async function renameTag(tag: string, name: string, clock: Clock, db: Journal = journal): Promise<TagChange> {
  return changing(db, async () => {
    const renaming = renamingOf(tag, name, (await readUses(db)).all());
    if (!renaming.name) throw new Problem('noTagName');
    return changeTag(tag, renaming.name, clock, db);
  });
}

/** Takes a tag off all links; the links stay. */
export async function deleteTag(tag: string, clock: Clock, db: Journal = journal): Promise<TagChange> {
  return changing(db, () => changeTag(tag, '', clock, db));
}

/**
 * Gives links the tags back that they had before the change. Those whose tags were changed since keep what they have now.
 * @returns how many links got their tags back, and how many did not
 */
export async function undoTagChange(
  change: TagChange,
  clock: Clock,
  db: Journal = journal,
): Promise<{ back: number; left: number }> {
  return changing(db, async () => {
    const { tag, name } = change;
    if (tagIdentity(name) === tagIdentity(tag.tag)) {
      // Another spelling is undone on links that got the tag since, too: a tag has one.
      return { back: (await changeTag(name, tag.tag, clock, db)).links.length, left: 0 };
    }
    const uses = (await readUses(db)).all();
    const back = (was: string[]) => knownSpelling(was, uses);
    // Links may have gone into the bin since, or come out of it.
    const changed = new Map([...change.links, ...change.binned].map((one) => [one.id, one]));
    const backFor = (link: Link) => {
      const one = changed.get(link.id);
      return one && sameTags(link.tags, one.now) ? back(one.was) : link.tags;
    };
    const restored = await retagLinks([...changed.values()], seconds(clock), db, backFor);
    const unbinned = await retagBin(db, seconds(clock), backFor);
    const drafted = new Map(change.drafts.map((one) => [one.id, one]));
    await retagDrafts(db, (tags, id) => {
      const one = drafted.get(id);
      return one && sameTags(tags, one.now) ? back(one.was) : tags;
    });
    const { startTags, autoSend } = change;
    if (startTags) await retagStart(db, (tags) => (sameTags(tags, startTags.now) ? back(startTags.was) : tags));
    if (autoSend) await retagAutoSend(db, (tags) => (sameTags(tags, autoSend.now) ? back(autoSend.was) : tags));
    const lost = restored.filter(({ now }) => !hasTag(now, name)).length;
    await writeTagUses(usesBefore(uses, change, restored.length, lost), db);
    return { back: restored.length, left: changed.size - restored.length - unbinned.length };
  });
}

/** Call it inside `changing`. `name` is as the journal spells it; empty deletes. */
async function changeTag(tag: string, name: string, clock: Clock, db: Journal): Promise<TagChange> {
  const uses = (await readUses(db)).all();
  const use = uses.get(tagIdentity(tag)) ?? { tag, count: 0, last: 0 };
  const joined = tagIdentity(name) === tagIdentity(tag) ? undefined : uses.get(tagIdentity(name));
  const replaced = (link: { tags: string[] }) => replaceTag(link.tags, tag, name);
  const having = await db.links.where('tags').equals(use.tag).primaryKeys();
  const links = await retagLinks(
    having.map((id) => ({ id })),
    seconds(clock),
    db,
    replaced,
  );
  const binned = await retagBin(db, seconds(clock), replaced);
  const drafts = await retagDrafts(db, (tags) => replaceTag(tags, tag, name));
  const startTags = await retagStart(db, (tags) => replaceTag(tags, tag, name));
  const autoSend = await retagAutoSend(db, (tags) => replaceTag(tags, tag, name));
  const gained = links.filter(({ was }) => !joined || !hasTag(was, joined.tag)).length;
  await writeTagUses(usesAfter(uses, { tag: use, name, joined }, gained), db);
  return { tag: use, name, joined, links, binned, drafts, startTags, autoSend };
}

/** Links in one transaction: thousands, so that memory stays small. */
const AT_ONCE = 500;

/** Gives links other tags; tells which ones got any, with what they had and have. */
async function retagLinks<One extends { id: string }>(
  ones: One[],
  at: Instant,
  db: Journal,
  tagsOf: (link: Link, one: One) => string[],
): Promise<Retagged[]> {
  const done: Retagged[] = [];
  for (let start = 0; start < ones.length; start += AT_ONCE) {
    const some = ones.slice(start, start + AT_ONCE);
    const links = await db.links.bulkGet(some.map(({ id }) => id));
    const changed = some.flatMap((one, place) => {
      const link = links[place];
      const now = link && tagsOf(link, one);
      return link && now && !sameTags(now, link.tags) ? [{ link, now }] : [];
    });
    await db.links.bulkPut(changed.map(({ link, now }) => ({ ...link, tags: now, changedAt: at })));
    const ids = changed.map(({ link }) => link.id);
    await touch(ids, db);
    await noteUnindexed(ids, db);
    done.push(...changed.map(({ link, now }) => ({ id: link.id, was: link.tags, now })));
  }
  return done;
}

/** The same for the links in the bin, of which there are few. */
async function retagBin(db: Journal, at: Instant, tagsOf: (link: Link) => string[]): Promise<Retagged[]> {
  const rows = (await db.bin.toArray()).map((row) => ({ row, now: tagsOf(row.link) }));
  const changed = rows.filter(({ row, now }) => !sameTags(now, row.link.tags));
  await db.bin.bulkPut(changed.map(({ row, now }) => ({ ...row, link: { ...row.link, tags: now, changedAt: at } })));
  return changed.map(({ row, now }) => ({ id: row.id, was: row.link.tags, now }));
}

/** The same for drafts. A form that is open keeps what it shows. */
async function retagDrafts(db: Journal, tagsOf: (tags: string[], id: string) => string[]): Promise<Retagged[]> {
  const done: Retagged[] = [];
  const retag = (holder: { tags?: string[] }, id: string) => {
    if (!holder.tags) return;
    const was = holder.tags;
    holder.tags = tagsOf(was, id);
    if (!sameTags(was, holder.tags)) done.push({ id, was, now: holder.tags });
  };
  await db.drafts.toCollection().modify(({ key, typed, bases }) => {
    retag(typed, `${key} typed`);
    retag(bases, `${key} bases`);
  });
  return done;
}

/** The same for the tags that links start with. */
async function retagStart(db: Journal, tagsOf: (tags: string[]) => string[]): Promise<Retagged | undefined> {
  const start = await setting(db, 'startTags');
  const now = tagsOf(start.tags);
  if (sameTags(now, start.tags)) return undefined;
  await changeSetting(db, 'startTags', { ...start, tags: now });
  return { id: 'startTags', was: start.tags, now };
}

/** The same for the tag whose links are sent by themselves: else they would silently be so no more. */
async function retagAutoSend(db: Journal, tagsOf: (tags: string[]) => string[]): Promise<Retagged | undefined> {
  const auto = await readServer('autoSend', db);
  const was = auto?.tag ? [auto.tag] : [];
  const now = tagsOf(was);
  if (!auto || sameTags(now, was)) return undefined;
  await writeServer('autoSend', { ...auto, tag: now[0] ?? '' }, db);
  return { id: 'autoSend', was, now };
}

function changing<T>(db: Journal, work: () => Promise<T>): Promise<T> {
  // Only a function that is async itself keeps Dexie's transaction open over its awaits.
  return db.transaction('rw', [...db.written, db.bin, db.settings, db.drafts], async () => work());
}

function seconds(clock: Clock): Instant {
  return Math.floor(clock.ms / 1000);
}
