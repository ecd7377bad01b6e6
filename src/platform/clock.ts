import type { Instant } from '../core/link';
import type { Clock } from '../storage/links';

/** Now, in this computer's zone. */
export function clockNow(): Clock {
  const ms = Date.now();
  return { ms, offset: -new Date(ms).getTimezoneOffset() };
}

/** The local zone's offset at an instant, minutes east of UTC. */
export function offsetAt(at: Instant): number {
  return -new Date(at * 1000).getTimezoneOffset();
}
