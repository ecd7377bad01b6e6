import type { DayNote } from '../core/day-note';
import type { Losses } from '../core/fidelity';
import type { Instant, Link } from '../core/link';
import type { ReadResult } from '../core/read-result';

/** One kind of file that links are written to or read from, or both. Texts in it are pure: no clock, no browser, no document. */
export interface Format {
  id: string;
  /** Key of the message that names it. */
  label: string;
  /** Without the dot. */
  extension: string;
  mime: string;
  /** True where the first kilobytes of a file look like this format. */
  detect?(head: string): boolean;
  /** A reader for one file. */
  read?(context: FormatContext): Reader;
  /** The file in pieces, to become parts of a Blob: a whole journal as one string would fill the memory. */
  write?(
    links: AsyncIterable<Link> | Iterable<Link>,
    context: WriteContext,
  ): AsyncGenerator<string | Uint8Array<ArrayBuffer>>;
  /** Adds what is lost of a link and cannot be told by reading it again: where nothing reads it, or where others do. */
  losses?(link: Link, losses: Losses): void;
  /** It has room for what a journal holds beside its links. */
  holdsExtras?: boolean;
}

/** One that links can be read from. */
export type ReadFormat = Format & Required<Pick<Format, 'detect' | 'read'>>;

/** One that links can be written in. */
export type WrittenFormat = Format & Required<Pick<Format, 'write'>>;

/** One that reads its own texts again. */
export type TwoWayFormat = Omit<ReadFormat, 'write'> & {
  write(links: AsyncIterable<Link> | Iterable<Link>, context: WriteContext): AsyncGenerator<string>;
};

/**
 * Takes a file in pieces, however it is cut, and gives one result for each entry, in their order. Throws for no text whatever; takes time
 * that grows with it, and memory that does not. Lines end with a line feed, and there is no byte order mark.
 */
export interface Reader {
  /** The next piece of the file. Gives the entries that have ended by it. */
  push(piece: string): ReadResult[];
  /** The file has ended. Gives what is left of it. */
  end(): ReadResult[];
}

/** What a format cannot know by itself. */
export interface FormatContext {
  now: Instant;
  /** Minutes east of UTC in the reader's zone at that instant. */
  offsetAt(at: Instant): number;
  /** Minutes after midnight at which a day begins. */
  dayStart: number;
}

export interface WriteContext extends FormatContext {
  /** Where a whole journal is written, what it holds beside its links: only our own format has room for it. */
  extras?: JournalExtras;
}

export interface JournalExtras {
  dayNotes: Iterable<DayNote>;
  /** Deleted links. */
  bin: AsyncIterable<BinnedLink> | Iterable<BinnedLink>;
  /** By name. No secret is among them. */
  settings: Record<string, unknown>;
}

export interface BinnedLink {
  link: Link;
  deletedAt: Instant;
}
