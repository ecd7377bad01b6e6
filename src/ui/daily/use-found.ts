import { liveQuery, type Subscription } from 'dexie';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Link } from '../../core/link';
import { linksNow } from '../../storage/as-now';
import { type Read, readAhead } from '../parts/read-ahead';
import { useLive } from '../parts/use-live';

/** Links that were looked for, as far as they are shown. */
export interface Found {
  /** What was looked for. */
  of: string;
  /** As they are now, each where it was found: what is changed or deleted moves nothing else, what comes back is in its place again. */
  links: Link[];
  /** There are no more. */
  ended: boolean;
  more(): void;
}

/**
 * What `look` finds, looked for anew when `of` changes; until there is an answer the one before stays. An old answer never takes the
 * place of a newer one, and nobody works on for it.
 * @param cameAfter what has come to the journal after this link since, the newest first; where it is asked for, that stands above the rest
 */
export function useFound(
  of: string,
  look: () => AsyncGenerator<Link[]>,
  failed: (error: unknown) => void,
  cameAfter?: (id: string) => Promise<Link[]>,
): Found | undefined {
  const [read, setRead] = useState<Read<Link> & { of: string }>();
  const reading = useRef<ReturnType<typeof readAhead>>(undefined);
  const { now, watch, forget } = useLinksNow(failed);
  useEffect(() => {
    let watched = 0;
    const tell = (next: Read<Link>) => {
      // What was found before is shown, and watched, until here.
      if (!watched) forget();
      watch(next.items.slice(watched));
      watched = next.items.length;
      setRead({ ...next, of });
    };
    const { more, stop } = readAhead(look(), tell, failed);
    reading.current = { more, stop };
    return stop;
  }, [of]);
  const first = read && (read.items[0]?.id ?? '');
  const came = useLive(async () => (first === undefined ? [] : cameAfter?.(first)), [of, first], failed);
  const links = useMemo(() => {
    const found = read?.items.flatMap((link) => (now.has(link.id) ? (now.get(link.id) ?? []) : link));
    return [...(came ?? []), ...(found ?? [])];
  }, [read, came, now]);
  return read && { of: read.of, links, ended: read.ended, more: () => reading.current?.more() };
}

/** Links as they are now. Each piece is watched by itself: the next one does not have all before it read again. */
function useLinksNow(failed: (error: unknown) => void) {
  const [now, setNow] = useState<ReadonlyMap<string, Link | undefined>>(new Map());
  const watches = useRef<Subscription[]>([]);
  const end = () => {
    for (const one of watches.current.splice(0)) one.unsubscribe();
  };
  useEffect(() => end, []);
  return {
    now,
    watch(links: Link[]): void {
      if (!links.length) return;
      const ids = links.map(({ id }) => id);
      const next = (some: Map<string, Link | undefined>) => setNow((old) => new Map([...old, ...some]));
      watches.current.push(liveQuery(() => linksNow(ids)).subscribe({ next, error: failed }));
    },
    forget(): void {
      end();
      setNow(new Map());
    },
  };
}
