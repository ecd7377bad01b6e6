import { Dexie } from 'dexie';
import type { Journal } from './database';
import { readList } from './posting-lists';
import { EDITION, PART, type Postings, type Volume } from './volume';
import type { VolumeBuilder } from './volume-builder';

/** Lets everything else have its turn. It throws where the work is to be given up: what is done by then is kept. */
export type Pause = () => Promise<void>;

/** Rows in one transaction. */
const AT_ONCE = 20;

/**
 * Writes a volume, in many small transactions. It is seen by nobody before its row is put into `volumes`.
 * @returns that row
 */
export async function writeVolume(volume: number, builder: VolumeBuilder, pause: Pause, db: Journal): Promise<Volume> {
  const ids = builder.ids();
  const firstIds: string[] = [];
  for (let start = 0; start < ids.length; start += PART * AT_ONCE) {
    const parts = Array.from({ length: AT_ONCE }, (_, place) =>
      ids.slice(start + place * PART, start + (place + 1) * PART),
    )
      .filter((part) => part.length)
      .map((part, place) => ({ volume, part: start / PART + place, ids: part }));
    firstIds.push(...parts.flatMap((part) => part.ids[0] ?? []));
    await db.indexed.bulkPut(parts.map((part) => ({ ...part, ids: part.ids.join(' ') })));
    await pause();
  }
  const terms: string[] = [];
  let pages: Postings[] = [];
  const write = async () => {
    await db.postings.bulkPut(pages);
    pages = [];
    await pause();
  };
  for (const page of builder.pages(ids)) {
    pages.push({ volume, page: terms.length, ...page });
    terms.push(page.terms.split('\n', 1)[0] ?? '');
    if (pages.length === AT_ONCE) await write();
  }
  await write();
  return {
    volume,
    edition: EDITION,
    size: ids.length,
    terms: terms.join('\n'),
    months: builder.months(),
    ids: [...firstIds, ...ids.slice(-1)].join(' '),
  };
}

/** Adds what a volume holds to a new one, but for some links. */
export async function addVolume(
  { volume }: Volume,
  builder: VolumeBuilder,
  without: ReadonlySet<string>,
  pause: Pause,
  db: Journal,
): Promise<void> {
  const parts = await db.indexed
    .where('[volume+part]')
    .between(...keysOf(volume))
    .toArray();
  const numbers = parts
    .flatMap(({ ids }) => ids.split(' '))
    .map((id) => (without.has(id) ? -1 : builder.linkNumber(id)));
  for (let first = 0; ; first += AT_ONCE) {
    const pages = await db.postings
      .where('[volume+page]')
      .between([volume, first], [volume, first + AT_ONCE])
      .toArray();
    for (const page of pages) addPage(page, numbers, builder);
    if (pages.length < AT_ONCE) return;
    await pause();
  }
}

function addPage({ terms, ends, lists }: Postings, numbers: number[], builder: VolumeBuilder): void {
  for (const [place, term] of terms.split('\n').entries()) {
    const links: number[] = [];
    readList(lists, ends[place - 1] ?? 0, ends[place] ?? 0, (link) => links.push(numbers[link] ?? -1));
    const kept = links.filter((link) => link >= 0);
    if (!kept.length) continue;
    const number = builder.termNumber(term);
    for (const link of kept) builder.addPair(number, link);
  }
}

/** Removes the pages and parts of volumes that are no more, or never came to be. */
export async function dropUnknown(db: Journal): Promise<void> {
  const known = new Set(await db.volumes.toCollection().primaryKeys());
  for (const table of [db.indexed, db.postings]) {
    const keys = await table.toCollection().primaryKeys();
    for (const volume of new Set(keys.map(([one]) => one)))
      if (!known.has(volume))
        await table
          .where(':id')
          .between(...keysOf(volume))
          .delete();
  }
}

function keysOf(volume: number): [[number, unknown], [number, unknown]] {
  return [
    [volume, Dexie.minKey],
    [volume, Dexie.maxKey],
  ];
}
