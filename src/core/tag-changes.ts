import { cleanTag, type TagUse, tagIdentity, uniqueTags } from './tags';

/** Uses of every tag, by identity. */
type Uses = ReadonlyMap<string, TagUse>;

/** What renaming a tag leads to. */
export interface Renaming {
  /** The new name as it will be kept; empty when nothing is left of what was typed. */
  name: string;
  /** The tag that has this name already: the two become one. Undefined for another spelling of the tag itself. */
  joins: TagUse | undefined;
}

/** @param uses the tags there are, by identity */
export function renamingOf(tag: string, typed: string, uses: Uses): Renaming {
  const name = cleanTag(typed.toWellFormed());
  const identity = tagIdentity(name);
  const joins = identity === tagIdentity(tag) ? undefined : uses.get(identity);
  return { name: joins?.tag ?? name, joins };
}

/** A tag that was renamed everywhere. */
export interface Renamed {
  /** The tag as it was. */
  tag: TagUse;
  /** Its name since; empty where it was deleted. */
  name: string;
  /** The other tag that it joined, as that was before. */
  joined: TagUse | undefined;
}

/**
 * Uses of all tags once a tag was renamed. Its last use and that of the tag it joined count on.
 * @param gained links that did not have the new name before
 */
export function usesAfter(uses: Uses, { tag, name, joined }: Renamed, gained: number): Map<string, TagUse> {
  if (tagIdentity(name) === tagIdentity(tag.tag)) return withUses(uses, { ...tag, tag: name });
  const gone = { ...tag, count: 0 };
  if (!name) return withUses(uses, gone);
  const last = Math.max(tag.last, joined?.last ?? 0);
  return withUses(uses, gone, { tag: name, count: (joined?.count ?? 0) + gained, last });
}

/**
 * Uses of all tags once that was taken back.
 * @param back links that have the old name again
 * @param lost links that do not have the new one any more
 */
export function usesBefore(
  uses: Uses,
  { tag, name, joined }: Renamed,
  back: number,
  lost: number,
): Map<string, TagUse> {
  const again = uses.get(tagIdentity(tag.tag));
  const was = {
    tag: again?.tag ?? tag.tag,
    count: (again?.count ?? 0) + back,
    last: Math.max(again?.last ?? 0, tag.last),
  };
  const now = uses.get(tagIdentity(name));
  if (!now) return withUses(uses, was);
  // The other tag was used last when it had been before, unless it was used since.
  const last = joined && now.last === tag.last ? joined.last : now.last;
  return withUses(uses, was, { ...now, count: now.count - lost, last });
}

/** One use for each identity; a tag that stands on no link is gone. */
function withUses(uses: Uses, ...changed: TagUse[]): Map<string, TagUse> {
  const all = new Map([...uses, ...changed.map((use): [string, TagUse] => [tagIdentity(use.tag), use])]);
  for (const { tag } of changed) if (!all.get(tagIdentity(tag))?.count) all.delete(tagIdentity(tag));
  return all;
}

/** The tags with another name for one of them, at its place; a link that has both names keeps the first. Without a name it is left out. */
export function replaceTag(tags: string[], tag: string, name: string): string[] {
  const identity = tagIdentity(tag);
  return uniqueTags(tags.map((one) => (tagIdentity(one) === identity ? name : one)));
}

export function hasTag(tags: string[], tag: string): boolean {
  return tags.some((one) => tagIdentity(one) === tagIdentity(tag));
}

export function sameTags(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((tag, place) => tag === b[place]);
}
