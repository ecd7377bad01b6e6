import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import type { Link } from '../core/link';
import type { Period } from '../core/period';
import { type Journal, journal } from './database';
import { type Digest, digestOf, readBeginning, readDigest } from './digest';

/** What is told of a digest, and to whom. */
interface Listener {
  tell(digest: Digest): void;
  failed(error: unknown): void;
}

/**
 * The digest of a period, kept as it is now: of a long one its beginning comes first, and then all of it; again whenever a link of it is
 * changed, here or in another window. Only what was changed is read again, where a live query would read thousands of links for one.
 */
export class WatchedDigest {
  readonly #links = new Map<string, Link>();
  /** Ids of links to be looked at. */
  #due: Set<string> | 'all' = new Set();
  #working = false;
  #ended = false;

  constructor(
    readonly period: Period,
    readonly listener: Listener,
    readonly db: Journal = journal,
  ) {
    Dexie.on.storagemutated.subscribe(this.#follow);
    this.#work(() => this.#start());
  }

  end(): void {
    this.#ended = true;
    Dexie.on.storagemutated.unsubscribe(this.#follow);
  }

  readonly #follow = (parts: ObservabilitySet): void => {
    const ids = changedIds(parts, this.db.name);
    if (!ids) this.#due = 'all';
    else if (this.#due !== 'all') for (const id of ids) this.#due.add(id);
    this.#work();
  };

  /** One step after the other, until nothing is due. */
  #work(first?: () => Promise<void>): void {
    if (this.#working) return;
    this.#working = true;
    const steps = async () => {
      await first?.();
      while (!this.#ended && (this.#due === 'all' || this.#due.size)) {
        const due = this.#due;
        this.#due = new Set();
        await (due === 'all' ? this.#readAll() : this.#readSome([...due]));
      }
    };
    void steps()
      .catch(this.listener.failed)
      .finally(() => {
        this.#working = false;
      });
  }

  async #start(): Promise<void> {
    const beginning = await readBeginning(this.period, this.db);
    if (beginning.whole) this.#keep(beginning);
    else this.#due = 'all';
    this.#tell(beginning);
  }

  async #readAll(): Promise<void> {
    const digest = await readDigest(this.period, this.db);
    this.#keep(digest);
    this.#tell(digest);
  }

  async #readSome(ids: string[]): Promise<void> {
    const { first, last } = this.period;
    const found = await this.db.links.bulkGet(ids);
    const here = found.filter((link) => link?.days.some((day) => day >= first && day <= last));
    const gone = ids.filter((id) => this.#links.delete(id));
    for (const link of here) if (link) this.#links.set(link.id, link);
    if (here.length || gone.length) this.#tell(digestOf(this.period, this.#links.values()));
  }

  #keep(digest: Digest): void {
    this.#links.clear();
    for (const link of digest.links) this.#links.set(link.id, link);
  }

  #tell(digest: Digest): void {
    if (!this.#ended) this.listener.tell(digest);
  }
}

/** The ids of the links that were changed; undefined where it is not known of each. */
function changedIds(parts: ObservabilitySet, name: string): string[] | undefined {
  const changed = parts[`idb://${name}/links/`];
  if (!changed) return [];
  // Those of other windows come without their methods.
  const ranges = [...new RangeSet().add(changed)];
  return ranges.every(({ from, to }) => from === to) ? ranges.map(({ from }) => String(from)) : undefined;
}
