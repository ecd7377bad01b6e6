import { tagIdentity } from './tags';

/** How near tags are to what is being saved, by identity. A tag that is not near at all is left out. */
export type Nearness = ReadonlyMap<string, number>;

/**
 * The nearness of tags by the company they keep. Each group holds the tags of links that have something in common with what is being
 * saved: those of the same site are one group, those with a tag that is chosen already another. A tag's nearness is the sum of its
 * shares: one on half of the site's links and on every link with the chosen tag has 0.5 + 1.
 * @param groups for each group, for each link in it, its tags
 */
export function nearness(groups: string[][][]): Nearness {
  const near = new Map<string, number>();
  for (const links of groups) {
    for (const identity of links.flatMap((tags) => tags.map(tagIdentity))) {
      near.set(identity, (near.get(identity) ?? 0) + 1 / links.length);
    }
  }
  return near;
}
