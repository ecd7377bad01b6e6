import type { Link } from '../core/link';
import { matches, parseQuery } from '../core/query';
import { type Journal, journal } from './database';

/** What a search finds, the newest first, in pieces: the first as soon as there is something to show. */
export async function* searchLinks(text: string, db: Journal = journal): AsyncGenerator<Link[]> {
  const query = parseQuery(text);
  const found = await db.links
    .reverse()
    .filter((link) => matches(query, link))
    .toArray();
  for (let from = 0; from < found.length; from += 50) yield found.slice(from, from + 50);
}
