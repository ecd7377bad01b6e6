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
  useEffect(() => {
    const { more, stop } = readAhead(look(), (now) => setRead({ ...now, of }), failed);
    reading.current = { more, stop };
    return stop;
  }, [of]);
  const first = read && (read.items[0]?.id ?? '');
  const came = useLive(async () => (first === undefined ? [] : cameAfter?.(first)), [of, first], failed);
  const found = useMemo(() => read && [...(came ?? []), ...read.items], [read, came]);
  const now = useLive(() => linksNow(found?.map(({ id }) => id) ?? []), [found], failed);
  const links = useMemo(
    () => found?.flatMap((link) => (now?.has(link.id) ? (now.get(link.id) ?? []) : link)) ?? [],
    [found, now],
  );
  return read && { of: read.of, links, ended: read.ended, more: () => reading.current?.more() };
}
