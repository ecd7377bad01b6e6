import type { Link } from '../core/link';
import { sameWritten, writtenLink } from '../core/server-link';
import { type Journal, journal } from './database';
import type { QueueRow } from './queue';
import type { Twin } from './twins';

/** How a link stands with the server: it is there as it is here, it waits, or it was refused. Undefined: none of these. */
export type Standing = { is: 'there'; shorturl: string } | { is: 'waiting' } | { is: 'refused' } | undefined;

/** How each of the links stands, in their order. */
export async function standingsOf(links: Link[], db: Journal = journal): Promise<Standing[]> {
  const ids = links.map(({ id }) => id);
  const [rows, twins] = await Promise.all([db.queue.bulkGet(ids), db.twins.bulkGet(ids)]);
  return links.map((link, place) => standingOf(link, rows[place], twins[place]));
}

function standingOf(link: Link, row: QueueRow | undefined, twin: Twin | undefined): Standing {
  if (row) return { is: row.state };
  // What was changed since, and was given up when it was refused, is there in its older form only.
  return twin && sameWritten(writtenLink(link), twin.common) ? { is: 'there', shorturl: twin.shorturl } : undefined;
}

export function sameStanding(a: Standing, b: Standing): boolean {
  return a?.is === b?.is && (a?.is !== 'there' || b?.is !== 'there' || a.shorturl === b.shorturl);
}
