import type { Link } from '../core/link';
import { type Journal, journal } from './database';

/** Links as they are now, by id; undefined those that are gone. */
export async function linksNow(ids: string[], db: Journal = journal): Promise<Map<string, Link | undefined>> {
  const links = await db.links.bulkGet(ids);
  return new Map(ids.map((id, place) => [id, links[place]]));
}
