import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Link } from '../../core/link';
import { clockNow } from '../../platform/clock';
import { wakeSender } from '../../platform/wake';
import { sendLinks } from '../../storage/queue';
import { readServer } from '../../storage/server';
import { type Standing, sameStanding, standingsOf } from '../../storage/standing';
import { useLive } from '../parts/use-live';
import { Watched } from '../parts/watched';

/** What cards have to do with the server. */
export interface ServerForCards {
  /** Where people read it, without a slash at the end. */
  address: string;
  standings: Watched<Standing>;
  send(link: Link): void;
}

/** What the daily page has to do with the server; undefined where none is set up. */
export function useServer(page: { failed(error: unknown): void; attempt(work: () => Promise<void>): void }) {
  const server = useLive(() => readServer('server'), [], page.failed);
  const [standings] = useState(() => new Watched<Standing>());
  if (!server) return undefined;
  const forCards: ServerForCards = {
    address: server.address,
    standings,
    send: ({ id }) =>
      page.attempt(async () => {
        await sendLinks([id], clockNow());
        wakeSender();
      }),
  };
  return { forCards };
}

/** Links that one query is about: a change of one of them has these looked up again, not all of a long day. */
const AT_ONCE = 100;

/** Keeps the standings of the links that a page shows up to date. */
export function useStandings(
  links: Link[] | undefined,
  standings: Watched<Standing> | undefined,
  failed: (error: unknown) => void,
): void {
  useEffect(() => {
    if (!links || !standings) return;
    const queries = Array.from({ length: Math.ceil(links.length / AT_ONCE) }, (_, part) => {
      const some = links.slice(part * AT_ONCE, (part + 1) * AT_ONCE);
      const next = (found: Standing[]) => {
        for (const [place, standing] of found.entries()) {
          const id = some[place]?.id ?? '';
          if (!sameStanding(standings.get(id), standing)) standings.set(id, standing);
        }
      };
      return liveQuery(() => standingsOf(some)).subscribe({ next, error: failed });
    });
    return () => {
      for (const query of queries) query.unsubscribe();
    };
  }, [links, standings]);
}
