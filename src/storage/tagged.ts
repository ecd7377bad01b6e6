import type { Link } from '../core/link';
import { countTags, type TagCount } from '../core/tag-counts';
import { tagIdentity, uniqueTags } from '../core/tags';
import { knownSpelling, tagUses } from './counts';
import { type Journal, journal } from './database';
import { idsOf } from './scope';

/** As many as fill the first screens. */
const FIRST = 50;
const PIECE = 200;

/** The newest links among which related tags are looked for: what a person does now, at a price that does not grow with the journal. */
const NEWEST = 500;

/**
 * The links that have all of these tags, the newest first, in pieces; a piece may be empty. The first one comes at once, however common
 * the tag. Any spelling finds a tag.
 */
export async function* taggedLinks(tags: string[], db: Journal = journal): AsyncGenerator<Link[]> {
  const { rarest, haveAll } = await lookUp(tags, db);
  const newest = await newestWith(rarest, FIRST, db);
  yield haveAll(newest);
  const last = newest.at(-1);
  if (!last || newest.length < FIRST) return;
  const ids = (await db.links.where('tags').equals(rarest).primaryKeys()).reverse().filter((id) => id < last.id);
  for (let from = 0; from < ids.length; from += PIECE) {
    const links = await db.links.bulkGet(ids.slice(from, from + PIECE));
    yield haveAll(links.filter((link) => link !== undefined));
  }
}

/** Tags as the journal spells them, each once. */
export async function spelledTags(tags: string[], db: Journal = journal): Promise<string[]> {
  return (await lookUp(tags, db)).spelled;
}

/** How many links have all of these tags. Of one tag that is known; of several, their lists are compared. */
export async function countTagged(tags: string[], db: Journal = journal): Promise<number> {
  const { spelled, rarest, count } = await lookUp(tags, db);
  return spelled.length > 1 ? (await idsOf({ kind: 'tags', tags: spelled }, db)).length : count(rarest);
}

/** The tags that stand beside all of these on their newest links, those that do so most often first. */
export async function relatedTags(tags: string[], limit: number, db: Journal = journal): Promise<TagCount[]> {
  const { rarest, spelled, haveAll } = await lookUp(tags, db);
  const links = haveAll(await newestWith(rarest, NEWEST, db));
  return countTags(links)
    .filter(({ tag }) => !spelled.includes(tag))
    .slice(0, limit);
}

function newestWith(tag: string, limit: number, db: Journal): Promise<Link[]> {
  return db.links.where('tags').equals(tag).reverse().limit(limit).toArray();
}

/** The tags as the journal spells them; the one with the fewest links, through which those with all of them are found soonest. */
async function lookUp(tags: string[], db: Journal) {
  const uses = await tagUses(db);
  const spelled = knownSpelling(uniqueTags(tags), uses);
  const count = (tag: string) => uses.get(tagIdentity(tag))?.count ?? 0;
  const rarest = spelled.toSorted((a, b) => count(a) - count(b))[0] ?? '';
  const haveAll = (links: Link[]) => links.filter((link) => spelled.every((tag) => link.tags.includes(tag)));
  return { rarest, spelled, count, haveAll };
}
