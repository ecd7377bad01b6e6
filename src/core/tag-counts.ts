import type { Link } from './link';

/** How many of some links have a tag. */
export interface TagCount {
  tag: string;
  count: number;
}

/** The tags of these links, the most used first, then by name. The journal has one spelling for each, so these are compared as they are. */
export function countTags(links: Iterable<Pick<Link, 'tags'>>): TagCount[] {
  const counts = new Map<string, number>();
  for (const { tags } of links) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
