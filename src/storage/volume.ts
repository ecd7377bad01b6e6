/*
 * The search index is a row of volumes, each of which is written once and never changed: links that come or change are taken into a new
 * one, and small ones are united from time to time. The links of a volume are numbered from the newest (0) on. Its terms stand in their
 * order on pages, each with the list of its links.
 */

/** One more whenever the terms of a link, or how they are kept, change: volumes of another edition are of no use, and built anew. */
export const EDITION = 1;

/** What is known of a volume without opening it. */
export interface Volume {
  volume: number;
  edition: number;
  /** Where a volume is of the first taking in: every link that is newer than this id is in the index, or noted as `unindexed`. */
  after?: string;
  /** How many links it holds. */
  size: number;
  /** The first term of each page, one a line. */
  terms: string;
  /** Months of days that its ids do not tell: its terms that begin with `@`. */
  months: string[];
  /** The newest id of each part, then the oldest id of all, with spaces between them. Empty where there is no link. */
  ids: string;
}

/** Some terms of a volume with the lists of their links. */
export interface Postings {
  volume: number;
  page: number;
  /** One a line. */
  terms: string;
  /** Where in `lists` each term's list ends. */
  ends: Uint32Array;
  /** See `posting-lists.ts`. */
  lists: Uint8Array;
}

/** The ids of some links of a volume, the newest first. */
export interface Indexed {
  volume: number;
  part: number;
  /** With spaces between them. */
  ids: string;
}

/** Links in a part. */
export const PART = 512;

/** A page is full with this many bytes of terms and lists: small enough to be read in a moment, large enough to be few. */
export const PAGE = 8192;

/** A link that changed, or is gone, since it was last taken in. */
export interface Unindexed {
  id: string;
  /** It is being taken into this volume. A change meanwhile writes the row anew, without it. */
  taken?: number;
}

/** The id after which the index knows of every link; undefined where there is no index. */
export function indexedAfter(volumes: Volume[]): string | undefined {
  if (volumes.some(({ edition }) => edition !== EDITION)) return undefined;
  const known = volumes.flatMap(({ after }) => after ?? []);
  return known.length ? known.reduce((a, b) => (a < b ? a : b)) : undefined;
}
