import type { Day, Instant } from './link';

/** What the reader wrote about a day itself. */
export interface DayNote {
  day: Day;
  /** Markdown; never empty. */
  text: string;
  changedAt: Instant;
}
