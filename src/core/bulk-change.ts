import type { Link } from './link';
import { sameTags } from './tag-changes';
import { tagIdentity, uniqueTags } from './tags';

/** What is done to many links at once. A tag that is both added and taken away is on them afterwards. */
export type BulkChange = { field: 'tags'; add: string[]; remove: string[] } | { field: 'private'; private: boolean };

/** The part of a link that such changes are about. */
export type Changeable = Pick<Link, 'tags' | 'private'>;

/** What the change makes of a link; the link itself where it is so already. Added tags are to be spelled as the journal does. */
export function bulkChanged<One extends Changeable>(link: One, change: BulkChange): One {
  if (change.field === 'private') {
    return link.private === change.private ? link : { ...link, private: change.private };
  }
  const gone = new Set(change.remove.map(tagIdentity));
  const added = new Set(change.add.map(tagIdentity));
  const kept = link.tags.filter((tag) => added.has(tagIdentity(tag)) || !gone.has(tagIdentity(tag)));
  const tags = uniqueTags([...kept, ...change.add]);
  return sameTags(tags, link.tags) ? link : { ...link, tags };
}

/** True where the field of the two is the same. */
export function sameField(field: BulkChange['field'], a: Changeable, b: Changeable): boolean {
  return field === 'tags' ? sameTags(a.tags, b.tags) : a.private === b.private;
}

/** How many of the links would be another after the change. */
export function countChanging(links: Iterable<Changeable>, change: BulkChange): number {
  let count = 0;
  for (const link of links) if (bulkChanged(link, change) !== link) count += 1;
  return count;
}
