import { fold } from './fold';
import type { Instant } from './link';
import type { Nearness } from './nearness';

/** How a tag was used so far. `tag` is its first spelling. */
export interface TagUse {
  tag: string;
  count: number;
  /** The last time it was put on a link. */
  last: Instant;
}

/** Folded before: a journal has few tags, and each is compared again and again. */
const identities = new Map<string, string>();
const MOST_IDENTITIES = 10_000;

/** Two spellings are one tag when this is equal: case and accents make no difference. */
export function tagIdentity(tag: string): string {
  const known = identities.get(tag);
  if (known !== undefined) return known;
  const identity = fold(tag);
  if (identities.size >= MOST_IDENTITIES) identities.clear();
  identities.set(tag, identity);
  return identity;
}

/** A tag as the journal spells it, which met it before. */
export function spelledTag(tag: string, uses: Iterable<TagUse>): string {
  for (const use of uses) if (tagIdentity(use.tag) === tagIdentity(tag)) return use.tag;
  return tag;
}

/** What is typed into a tag field, taken apart: the tags that a space or comma has ended, and the one still being typed. */
export function splitTyped(typed: string): { ended: string[]; rest: string } {
  const parts = typed.split(/[\s,]+/);
  const rest = parts.pop() ?? '';
  return { ended: parts.map(cleanTag).filter(Boolean), rest };
}

/**
 * One tag as it is kept: without spaces and commas, and without the `#` or `-` at its front that people or other programs put there.
 * Empty when nothing is left.
 */
export function cleanTag(text: string): string {
  if (/^[^\s,#-][^\s,]*$/.test(text)) return text;
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .join('-')
    .replace(/^[#-]+/, '');
}

/** Tags in their order, cleaned, each identity once (its first spelling here). */
export function uniqueTags(tags: Iterable<string>): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags) {
    const clean = cleanTag(tag);
    if (clean && !seen.has(tagIdentity(clean))) seen.set(tagIdentity(clean), clean);
  }
  return [...seen.values()];
}

/**
 * Tags to offer for what is typed: those whose text contains it. The tags that are near what is being saved come first, the nearest at
 * the front (see `nearness`); what is equally near, or not near at all, follows by habit: its uses, of which each counts half as much
 * every 90 days, so that a new habit overtakes an old one.
 * @param taken tags that the link has already; not offered again
 */
export function suggestTags(
  typed: string,
  uses: Iterable<TagUse>,
  taken: string[],
  now: Instant,
  near: Nearness = new Map(),
  limit = 6,
): TagUse[] {
  const wanted = fold(typed.trim().replace(/^#+/, ''));
  const used = new Set(taken.map(tagIdentity));
  return [...uses]
    .map((use) => ({ use, identity: tagIdentity(use.tag) }))
    .filter(({ use, identity }) => use.count > 0 && identity.includes(wanted) && !used.has(identity))
    .map(({ use, identity }) => ({ use, near: near.get(identity) ?? 0, habit: habitOf(use, now) }))
    .sort((a, b) => b.near - a.near || b.habit - a.habit || (a.use.tag < b.use.tag ? -1 : 1))
    .slice(0, limit)
    .map(({ use }) => use);
}

const HALF_LIFE = 90 * 24 * 3600;

function habitOf(use: TagUse, now: Instant): number {
  return use.count * 2 ** (-Math.max(0, now - use.last) / HALF_LIFE);
}
