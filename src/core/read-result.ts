import type { DayNote } from './day-note';
import type { ImportedLink } from './imported-link';
import type { Instant } from './link';

/** What a reader of files makes of one entry. */
export type ReadResult =
  | {
      kind: 'link';
      link: ImportedLink;
      /** The folders in which it stands, the outermost first; left out where it stands in none. */
      folders?: string[];
    }
  | Skipped
  | ReadExtra;

/** What a backup of this journal holds beside the links. */
export type ReadExtra =
  | { kind: 'dayNote'; note: DayNote }
  /** A deleted link. */
  | { kind: 'binned'; link: ImportedLink; deletedAt: Instant }
  /** What is no setting of ours, or no value that it can have, is for storage to leave out. */
  | { kind: 'setting'; name: string; value: unknown };

export interface Skipped {
  kind: 'skipped';
  why: SkipCode;
  what: SkippedEntry;
}

/** Each code has a sentence, `skipped_<code>`, in the catalogue of messages. */
export type SkipCode =
  /** No address, or one that cannot be read. */
  | 'noAddress'
  /** An address of another scheme, such as `javascript:` or `place:`. */
  | 'notHttp'
  /** Damaged: not what the format demands. */
  | 'broken'
  /** The file ends before its end; what stood before it was read. */
  | 'cutOff'
  /** The file was written by a later version than this one; nothing of it was read. */
  | 'newerVersion';

/** As much as is known of an entry that was not taken, for the reader to find it in the file. */
export interface SkippedEntry {
  /** Counted from 1. */
  line?: number;
  title?: string;
  url?: string;
}
