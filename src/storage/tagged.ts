import type { Link } from '../core/link';
import { countTags, type TagCount } from '../core/tag-counts';
import { tagIdentity, uniqueTags } from '../core/tags';
import { type Journal, journal } from './database';
import { currentUses, knownSpelling } from './tag-uses';

/** As many as fill the first screens, and as many as are read at once when there are more of them. */
const FIRST = 50;
const PIECE = 200;

/** The same where most of what is read may lack another tag. */
const WIDE_PIECE = 1000;

/** The newest links among which related tags are looked for: what a person does now, at a price that does not grow with the journal. */
const NEWEST = 500;

/**
 * The links that have all of these tags, the newest first, in pieces; a piece may be empty. The first one comes at once, however common
 * the tag. Any spelling finds a tag.
 */
export async function* taggedLinks(tags: string[], db: Journal = journal): AsyncGenerator<Link[]> {
  const { rarest, spelled, haveAll } = await lookUp(tags, db);
  for await (const links of newestFirst(rarest, spelled.length > 1 ? WIDE_PIECE : PIECE, db)) yield haveAll(links);
}

/**
 * All links with a tag, each once. The browser skips those that were read before: a list of all ids of a common tag would keep the page
 * from answering. Each piece begins with the last link of the one before, or further back where links were deleted meanwhile.
 */
async function* newestFirst(tag: string, size: number, db: Journal): AsyncGenerator<Link[]> {
  let from = 0;
  let last: string | undefined;
  for (;;) {
    const wanted = last === undefined ? FIRST : size;
    const read = await newestWith(tag, wanted, db, from);
    const before = last;
    if (before !== undefined && from > 0 && !(read[0] && read[0].id >= before)) {
      from = Math.max(0, from - size);
      continue;
    }
    const next = before === undefined ? read : read.filter(({ id }) => id < before);
    yield next;
    last = next.at(-1)?.id ?? last;
    if (read.length < wanted) return;
    from += read.length - 1;
  }
}

/**
 * The links with all of these tags that came after one of them, or after there was none (`''`): the newest first. None where there are
 * more than a piece, as after an import: it would be seen neither where they end nor what is missing.
 */
export async function taggedAfter(tags: string[], last: string, db: Journal = journal): Promise<Link[]> {
  const { rarest, haveAll } = await lookUp(tags, db);
  const links = await db.links
    .where('tags')
    .equals(rarest)
    .reverse()
    .until(({ id }) => id <= last)
    .filter((one) => haveAll([one]).length > 0)
    .limit(PIECE + 1)
    .toArray();
  return links.length > PIECE ? [] : links;
}

/** Tags as the journal spells them, each once. */
export async function spelledTags(tags: string[], db: Journal = journal): Promise<string[]> {
  return (await lookUp(tags, db)).spelled;
}

/** The tags that stand beside all of these on their newest links, those that do so most often first. */
export async function relatedTags(tags: string[], limit: number, db: Journal = journal): Promise<TagCount[]> {
  const { rarest, spelled, haveAll } = await lookUp(tags, db);
  const links = haveAll(await newestWith(rarest, NEWEST, db));
  return countTags(links)
    .filter(({ tag }) => !spelled.includes(tag))
    .slice(0, limit);
}

function newestWith(tag: string, limit: number, db: Journal, from = 0): Promise<Link[]> {
  return db.links.where('tags').equals(tag).reverse().offset(from).limit(limit).toArray();
}

/** The tags as the journal spells them; the one with the fewest links, through which those with all of them are found soonest. */
async function lookUp(tags: string[], db: Journal) {
  const uses = await currentUses(db);
  const spelled = knownSpelling(uniqueTags(tags), uses);
  const count = (tag: string) => uses.get(tagIdentity(tag))?.count ?? 0;
  const rarest = spelled.toSorted((a, b) => count(a) - count(b))[0] ?? '';
  const haveAll = (links: Link[]) => links.filter((link) => spelled.every((tag) => link.tags.includes(tag)));
  return { rarest, spelled, haveAll };
}
