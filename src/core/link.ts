/**
 * The record: what the journal is made of. Every other file speaks of these shapes.
 *
 * An *instant* is a whole number of seconds since 1970 (UTC). An *offset* is minutes east of UTC at that instant.
 * A *day* is the reader's local calendar day, `YYYY-MM-DD`, fixed when something is saved and never recomputed.
 */

export type Instant = number;
export type Day = string;

/** A moment as the reader lived it: the instant, the zone's offset then, and the day it belongs to. */
export interface Moment {
  at: Instant;
  offset: number;
  day: Day;
}

/** A passage taken from the page, as Markdown in which a single line break is a line break. */
export interface Quote extends Moment {
  text: string;
  /** Text fragment (`:~:text=…`, see `text-fragment.ts`) that leads back to the passage, or empty. */
  anchor: string;
}

/** A passage that is about to be taken: what the page, or the form, has to say of a new quote. */
export type Passage = Pick<Quote, 'text' | 'anchor'>;

export const noPassage: Passage = { text: '', anchor: '' };

/** What a person writes about a page: the part of a link that the forms show. */
export interface Entry {
  url: string;
  title: string;
  /** As the page names its site, or empty. */
  site: string;
  /** In the order they were taken. */
  quotes: Quote[];
  /** Markdown, the reader's own words. */
  note: string;
  tags: string[];
  private: boolean;
}

/** One saved page; there is one link for each match key. */
export interface Link extends Entry {
  /** Begins with the time of saving, so that the order of ids is the order of saving. See `id.ts`. */
  id: string;
  /** What makes two addresses the same page. See `match-key.ts`. */
  key: string;
  savedAt: Instant;
  offset: number;
  changedAt: Instant;
  /** Ascending; the first is the day of `savedAt`, the others are days of later quotes. */
  days: Day[];
}
