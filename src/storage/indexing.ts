import { termsOf } from '../core/search-terms';
import { addUpRecent, countsOfDays } from './counts';
import { type Journal, journal } from './database';
import { EDITION, indexedAfter, type Volume } from './volume';
import { VolumeBuilder } from './volume-builder';
import { addVolume, dropUnknown, type Pause, writeVolume } from './volume-write';

/** When what is taken in: tests have smaller journals. */
export interface IndexSizes {
  /** A journal with fewer links is searched as fast without an index. */
  fewest: number;
  /** So many links wait before they are taken in; and so many are taken in at once. */
  fewestWaiting: number;
  mostWaiting: number;
  /** The first volume has so many: the newest links are found soon, and little is lost where the window is closed. */
  smallest: number;
  /** No volume has more links: it is built in memory. */
  largest: number;
  /** Links that are read, or noted, in one transaction. */
  atOnce: number;
}

const SIZES: IndexSizes = {
  fewest: 256,
  fewestWaiting: 64,
  mostWaiting: 2000,
  smallest: 4096,
  largest: 100_000,
  atOnce: 250,
};

/**
 * Brings the search index up to date: takes in the journal from the newest link on, then what has changed since. Searches find
 * everything before, meanwhile and where it is broken off at any point: what is not in the index yet is noted as such, and looked at.
 *
 * Only one window may do this at a time; the caller sees to it.
 * @param pause waits until there is time to go on
 */
export async function indexLinks(pause: Pause, db: Journal = journal, sizes: IndexSizes = SIZES): Promise<void> {
  await dropUnknown(db);
  await addUpRecent(sizes.fewestWaiting, db);
  const indexing = new Indexing(db, pause, sizes);
  if (await indexing.isOutgrown()) await dropIndex(db);
  while (await indexing.takeOlder()) await pause();
  while (await indexing.takeChanged()) await pause();
  await dropUnknown(db);
}

/** From now on every link is looked at again, until it is taken in. Only one window may do this at a time, as above. */
export async function dropIndex(db: Journal): Promise<void> {
  const { unindexed, volumes } = db;
  await db.transaction('rw', [unindexed, volumes], async () => {
    // An empty one keeps the numbers going: a search that is under way may still know the old ones by theirs.
    const volume = nextNumber(await volumes.toArray());
    await Promise.all([unindexed.clear(), volumes.clear()]);
    await volumes.put({ volume, edition: EDITION, size: 0, terms: '', months: [], ids: '' });
  });
  await dropUnknown(db);
}

/**
 * Makes way for many links that are about to be written or deleted: an index that is better built anew after that is dropped now, so
 * that they need not be noted for it one by one. Only one window may do this at a time, as above, until they are written.
 * @returns whether there is no index now
 */
export async function makeWay(links: number, db: Journal): Promise<boolean> {
  const volumes = await db.volumes.toArray();
  if (indexedAfter(volumes) === undefined) return true;
  if (links <= Math.max(SIZES.mostWaiting, sizeOf(volumes) >> 2)) return false;
  await dropIndex(db);
  return true;
}

class Indexing {
  constructor(
    readonly db: Journal,
    readonly pause: Pause,
    readonly sizes: IndexSizes,
  ) {}

  /** True where so much was changed, or deleted, that the index is better built anew; and where it is of another edition. */
  async isOutgrown(): Promise<boolean> {
    const { fewest, mostWaiting } = this.sizes;
    const volumes = await this.db.volumes.toArray();
    if (volumes.some(({ edition }) => edition !== EDITION)) return true;
    const size = sizeOf(volumes);
    const many = Math.max(mostWaiting, size >> 2);
    if ((await this.db.unindexed.limit(many + 1).primaryKeys()).length > many) return true;
    const links = [...(await countsOfDays(this.db)).values()].reduce((sum, count) => sum + count, 0);
    return size > fewest + 1.5 * links;
  }

  /** Takes the newest links in that the index does not know of yet. False where there are none. */
  async takeOlder(): Promise<boolean> {
    const { fewest, smallest, largest } = this.sizes;
    const volumes = await this.db.volumes.toArray();
    let after = indexedAfter(volumes) ?? '\uffff';
    if (after === '') return false;
    const indexed = sizeOf(volumes);
    if (!indexed && (await this.db.links.limit(fewest).primaryKeys()).length < fewest) return false;
    const size = Math.min(largest, Math.max(smallest, indexed));
    const builder = new VolumeBuilder();
    while (after && builder.size < size) after = await this.#readOlder(after, builder);
    const written = await writeVolume(nextNumber(volumes), builder, this.pause, this.db);
    await this.db.volumes.put({ ...written, after });
    return true;
  }

  /** Adds the next links up to an id; gives the id that comes after them, or nothing. */
  async #readOlder(atMost: string, builder: VolumeBuilder): Promise<string> {
    const { atOnce } = this.sizes;
    const links = await this.db.links
      .where('id')
      .belowOrEqual(atMost)
      .reverse()
      .limit(atOnce + 1)
      .toArray();
    for (const link of links.slice(0, atOnce)) builder.add(link.id, termsOf(link));
    await this.pause();
    return links[atOnce]?.id ?? '';
  }

  /**
   * Takes links in that were changed, together with small volumes, so that there are never many of these. Whatever is written meanwhile
   * stays noted as not taken in. False where few links wait.
   */
  async takeChanged(): Promise<boolean> {
    const { fewestWaiting, mostWaiting } = this.sizes;
    const volumes = await this.db.volumes.toArray();
    const ids = await this.db.unindexed.limit(mostWaiting).primaryKeys();
    if (indexedAfter(volumes) === undefined || ids.length < fewestWaiting) return false;
    const taken = nextNumber(volumes);
    const builder = new VolumeBuilder();
    for (const some of this.#pieces(ids)) await this.#readChanged(some, taken, builder);
    const united = this.#unitedWith(ids.length, volumes);
    for (const volume of united) await addVolume(volume, builder, new Set(ids), this.pause, this.db);
    const written = await writeVolume(taken, builder, this.pause, this.db);
    const after = indexedAfter(united);
    await this.db.transaction('rw', this.db.volumes, async () => {
      await this.db.volumes.put(after === undefined ? written : { ...written, after });
      await this.db.volumes.bulkDelete(united.map(({ volume }) => volume));
    });
    for (const some of this.#pieces(ids)) await this.#dropTaken(some, taken);
    return true;
  }

  /** Marks the links before it reads them: who changes one meanwhile takes the mark away. */
  async #readChanged(ids: string[], taken: number, builder: VolumeBuilder): Promise<void> {
    await this.db.unindexed.bulkPut(ids.map((id) => ({ id, taken })));
    for (const link of await this.db.links.bulkGet(ids)) if (link) builder.add(link.id, termsOf(link));
    await this.pause();
  }

  async #dropTaken(ids: string[], volume: number): Promise<void> {
    const { unindexed } = this.db;
    await this.db.transaction('rw', unindexed, async () => {
      const rows = await unindexed.bulkGet(ids);
      await unindexed.bulkDelete(rows.flatMap((row) => (row?.taken === volume ? row.id : [])));
    });
    await this.pause();
  }

  /** The volumes that are not much larger than what is taken in and those before them: all sizes that are left are far apart. */
  #unitedWith(size: number, volumes: Volume[]): Volume[] {
    const united: Volume[] = [];
    let sum = size;
    for (const volume of volumes.toSorted((a, b) => a.size - b.size)) {
      if (volume.size > 2 * sum || sum + volume.size > this.sizes.largest) break;
      united.push(volume);
      sum += volume.size;
    }
    return united;
  }

  #pieces(ids: string[]): string[][] {
    const { atOnce } = this.sizes;
    return Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, place) =>
      ids.slice(place * atOnce, (place + 1) * atOnce),
    );
  }
}

function sizeOf(volumes: Volume[]): number {
  return volumes.reduce((sum, { size }) => sum + size, 0);
}

function nextNumber(volumes: Volume[]): number {
  return Math.max(0, ...volumes.map(({ volume }) => volume)) + 1;
}
