import type { Link } from '../core/link';
import { matches, parseQuery } from '../core/query';
import { type Journal, journal } from './database';

/** What a search finds, the newest first, in pieces: the first (50 at most) as soon as there is something to show. */
export async function* searchLinks(text: string, db: Journal = journal): AsyncGenerator<Link[]> {
  const query = parseQuery(text);
  if (!query.conditions.length) return;
  const newest = await db.links.orderBy('id').last();
  for (let below = newest && `${newest.id}~`; below; ) {
    const rows = await db.links.where('id').below(below).reverse().limit(500).toArray();
    const found = rows.filter((link) => matches(query, link));
    for (let from = 0; from < found.length; from += 50) yield found.slice(from, from + 50);
    below = rows.at(-1)?.id;
  }
}
