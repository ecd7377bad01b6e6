import type { Day } from './link';
import { ownCopy } from './own-copy';
import type { ReadResult, SkipCode, Skipped } from './read-result';

/** What a file holds, whatever the journal holds already. */
export interface Listing {
  /** Entries of any kind. */
  entries: number;
  links: number;
  /** Days of the first link and of the last, in the calendar's order; undefined where there is no link. */
  days?: [first: Day, last: Day];
  /** Links of which the file does not say whether they are private. */
  unsaid: number;
  /** Folders with the links that stand in them, those with most links first. */
  folders: [name: string, links: number][];
  /** Entries that cannot be taken: how many for each reason, and the first of them. */
  skippedBy: Partial<Record<SkipCode, number>>;
  skipped: Skipped[];
  /** What a backup holds beside its links. */
  dayNotes: number;
  binned: number;
  settings: number;
}

/** Entries that are named one by one. */
const NAMED = 100;
/** Folders that are counted: no bookmarks have more. */
const MOST_FOLDERS = 5000;
/** Folders that are told of. */
const TOLD_FOLDERS = 200;

/** Draws a listing up from the entries of a file, one after another. */
export class Lister {
  #entries = 0;
  #links = 0;
  #unsaid = 0;
  #first: Day | undefined;
  #last: Day | undefined;
  readonly #folders = new Map<string, number>();
  readonly #skippedBy: Listing['skippedBy'] = {};
  readonly #skipped: Skipped[] = [];
  readonly #extras = { dayNote: 0, binned: 0, setting: 0 };

  add(result: ReadResult): void {
    this.#entries += 1;
    if (result.kind === 'skipped') {
      this.#skippedBy[result.why] = (this.#skippedBy[result.why] ?? 0) + 1;
      if (this.#skipped.length < NAMED) this.#skipped.push(ownCopy(result));
      return;
    }
    if (result.kind !== 'link') {
      this.#extras[result.kind] += 1;
      return;
    }
    const { link, folders = [] } = result;
    const [day = ''] = link.days;
    this.#links += 1;
    if (this.#first === undefined || day < this.#first) this.#first = day;
    if (this.#last === undefined || day > this.#last) this.#last = day;
    if (link.private === undefined) this.#unsaid += 1;
    for (const folder of new Set(folders)) {
      const count = this.#folders.get(folder);
      if (count !== undefined) this.#folders.set(folder, count + 1);
      else if (this.#folders.size < MOST_FOLDERS) this.#folders.set(ownCopy(folder), 1);
    }
  }

  /** Of what was added by now. */
  listing(): Listing {
    return {
      entries: this.#entries,
      links: this.#links,
      ...(this.#first !== undefined && this.#last !== undefined && { days: [this.#first, this.#last] }),
      unsaid: this.#unsaid,
      folders: [...this.#folders].sort((a, b) => b[1] - a[1]).slice(0, TOLD_FOLDERS),
      skippedBy: { ...this.#skippedBy },
      skipped: [...this.#skipped],
      dayNotes: this.#extras.dayNote,
      binned: this.#extras.binned,
      settings: this.#extras.setting,
    };
  }
}
