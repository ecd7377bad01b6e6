import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Link } from '../../core/link';
import type { Scope } from '../../core/scope';
import { clockNow } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import { wakeSender } from '../../platform/wake';
import { sendDiffering, sendLinks } from '../../storage/queue';
import { idsOf } from '../../storage/scope';
import { readServer } from '../../storage/server';
import { type Standing, sameStanding, standingsOf } from '../../storage/standing';
import { focusWhenThere } from '../parts/focus';
import { scopeName } from '../parts/scope-name';
import type { Toast } from '../parts/toast';
import { useLive } from '../parts/use-live';
import { Watched } from '../parts/watched';

/** What cards have to do with the server. */
export interface ServerForCards {
  /** Where people read it, without a slash at the end. */
  address: string;
  standings: Watched<Standing>;
  send(link: Link): void;
}

interface Page {
  failed(error: unknown): void;
  attempt(work: () => Promise<void>): void;
  say(toast: Toast): void;
}

/** What the daily page has to do with the server; undefined where none is set up. */
export function useServer({ failed, attempt, say }: Page) {
  const address = useLive(() => readServer('server'), [], failed)?.address;
  const [standings] = useState(() => new Watched<Standing>());
  const [asking, setAsking] = useState(false);
  const forCards = useMemo((): ServerForCards | undefined => {
    if (address === undefined) return undefined;
    // The button and the line above the page say what becomes of it.
    return { address, standings, send: ({ id }) => attempt(() => sendLinks([id], clockNow()).then(wakeSender)) };
  }, [address]);
  if (!forCards) return undefined;

  /** Lets links wait, and says how many do. */
  const send = (ids: Promise<string[]>) =>
    attempt(async () => {
      const count = await sendDiffering(await ids, clockNow());
      wakeSender();
      say({ text: count ? plural('linksWait', count) : t('nothingToSend') });
    });
  const close = () => {
    setAsking(false);
    focusWhenThere('h1');
  };
  return {
    forCards,
    sendSome: (ids: string[]) => send(Promise.resolve(ids)),
    /** What can be sent from a page that shows those links. */
    choices: (shown: Scope | undefined) => [
      ...(shown ? [{ label: scopeName(shown), act: () => send(idsOf(shown)) }] : []),
      { label: t('sendAll'), act: () => setAsking(true) },
    ],
    /** Whether it is being asked if everything is to be sent. */
    asking,
    cancel: close,
    sendAll: () => {
      close();
      send(idsOf({ kind: 'all' }));
    },
  };
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
