import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { wakeSender } from '../../platform/wake';
import { nextInQueue } from '../../storage/queue';
import { type SendingStatus, sendingChanges, sendingStatus } from '../../storage/sending-status';
import { spaced } from './spaced';

/**
 * How sending stands, now and as it goes on; undefined where no server is set up, or while that is not known. Many links go out in a second, and
 * counting those that still wait takes its time (0.4 s for 50,000 in Chromium): so it is not done after each of them.
 */
export function useSending(failed: (error: unknown) => void): SendingStatus | undefined {
  const [status, setStatus] = useState<SendingStatus>();
  useEffect(() => {
    const reading = spaced(() => sendingStatus().then(setStatus, failed));
    const watching = liveQuery(() => sendingChanges()).subscribe({ next: reading.ask, error: failed });
    // Whoever looks finds it going on: a background that was ended in the middle comes back by itself only within a minute.
    nextInQueue().then((row) => row && wakeSender(), failed);
    return () => {
      watching.unsubscribe();
      reading.end();
    };
  }, []);
  return status;
}
