import type { Day, Instant } from '../../core/link';
import type { PublishedDay, Words } from '../publication';

/** A journal as a web site. */
export interface Site {
  title: string;
  /** A random UUID, made once for a journal: what the feed and its entries are known by. */
  id: string;
  /** Where the site will stand, with a `/` at its end; empty where nobody knows yet. */
  address: string;
  /** The reader's day now: the feed tells only of days that are over. */
  today: Day;
  /** When the last of its links was changed. */
  updated: Instant;
  /** Its links, each once. */
  count: number;
  /** In order; none without links. */
  days: AsyncIterable<PublishedDay>;
}

/** The texts of a site's own pages, beside those of what is published. */
export interface SiteWords extends Words {
  /** Names what leads from day to day. */
  days: string;
  previousDay: string;
  nextDay: string;
  allTags: string;
  /** What leads to the feed. */
  feed: string;
  /** What stands over the months. */
  archive: string;
  /** `March 2023` */
  month(month: string): string;
  /** `12 links` */
  linkCount(count: number): string;
}
