import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../core/link';
import type { Period } from '../../core/period';
import { type Beside, daysBeside } from '../../storage/calendar';
import { readDayNotes } from '../../storage/day-notes';
import type { Digest } from '../../storage/digest';
import { WatchedDigest } from '../../storage/watched-digest';
import { useLive } from '../parts/use-live';

/** All that the page of a period shows. */
export interface PeriodPage {
  digest: Digest;
  beside: Beside;
  notes: Map<Day, string>;
}

/**
 * The page of a period; undefined until the first one is read. Each part is asked for by itself, so that a key typed into a note reads no
 * links; but the page changes from one period to the next as a whole, and until then shows the one before.
 */
export function usePeriod(period: Period, failed: (error: unknown) => void): PeriodPage | undefined {
  const { name } = period;
  const digest = useDigest(period, failed);
  const beside = useLive(() => daysBeside(period), [name], failed);
  const notes = useLive(async () => ({ name, texts: await readDayNotes(period) }), [name], failed);
  const page = useRef<PeriodPage | undefined>(undefined);
  if (digest?.period.name === name && beside?.period.name === name && notes?.name === name) {
    page.current = { digest, beside, notes: notes.texts };
  }
  return page.current;
}

function useDigest(period: Period, failed: (error: unknown) => void): Digest | undefined {
  const [digest, setDigest] = useState<Digest>();
  useLayoutEffect(() => {
    const watched = new WatchedDigest(period, { tell: setDigest, failed });
    return () => watched.end();
  }, [period.name]);
  return digest;
}
