import type { Wanted } from '../core/search-terms';
import type { Reader } from './plain-read';
import { PART, type Volume } from './volume';
import { type Found, type OpenVolume, openVolume, searchVolumes } from './volume-search';

interface Part {
  volume: OpenVolume;
  part: number;
  /** The id it begins with. */
  newest: string;
  /** Candidates in it. */
  count: number;
}

/** Ids that may be meant. */
export interface SomeCandidates {
  /** The newest first. */
  ids: string[];
  /** Where to go on: there may be others up to this id. Empty where there are none. */
  rest: string;
}

/**
 * What the index has for one search, taken out of it from the newest on and no further than is asked for. Volumes never change, so what
 * was read of them serves the next page of the same search too.
 */
export class Candidates {
  readonly #found = new Map<number, Found>();
  readonly #ids = new Map<string, string[]>();

  constructor(readonly wanted: Wanted) {}

  /**
   * At least so many candidates, if there are any, and maybe some more.
   * The volumes are to be read in the same transaction.
   */
  async read(
    stored: Volume[],
    { atMost, least }: { atMost: string; least: number },
    reader: Reader,
  ): Promise<SomeCandidates> {
    const volumes = stored
      .map(openVolume)
      .filter(({ ids }) => (ids.at(-1) ?? '~') <= atMost)
      .sort((a, b) => ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? 1 : -1));
    for (let reach = 1, enough = least; ; ) {
      const near = volumes.slice(0, reach);
      await this.#search(near, reader);
      const horizon = volumes[reach]?.ids[0] ?? '';
      const { parts, rest } = this.#nextParts(near, { atMost, horizon, enough });
      const found = (await this.#idsOf(parts, reader)).filter((id) => id <= atMost && id > rest);
      if (found.length >= least || !rest) return { ids: [...new Set(found)].sort().reverse(), rest };
      if (rest === horizon) reach *= 2;
      else enough *= 2;
    }
  }

  /** The parts that hold the next candidates, and up to where others may lie. */
  #nextParts(
    volumes: OpenVolume[],
    { atMost, horizon, enough }: { atMost: string; horizon: string; enough: number },
  ): { parts: Part[]; rest: string } {
    const all = volumes
      .flatMap((volume) => this.#partsOf(volume, atMost))
      .sort((a, b) => (a.newest < b.newest ? 1 : -1));
    const parts: Part[] = [];
    let count = 0;
    for (const part of all) {
      if (part.newest <= horizon) return { parts, rest: horizon };
      if (count >= enough) return { parts, rest: part.newest };
      parts.push(part);
      // Of the others some came before.
      if (part.newest <= atMost) count += part.count;
    }
    return { parts, rest: horizon };
  }

  #partsOf(volume: OpenVolume, atMost: string): Part[] {
    const counts = this.#found.get(volume.volume)?.counts ?? [];
    return Array.from(counts, (count, part) => ({ volume, part, newest: volume.ids[part] ?? '', count })).filter(
      ({ part, count }) => count > 0 && (volume.ids[part + 1] ?? '') <= atMost,
    );
  }

  async #idsOf(parts: Part[], reader: Reader): Promise<string[]> {
    const missing = parts.filter(({ volume, part }) => !this.#ids.has(`${volume.volume}/${part}`));
    const rows = await reader.get(
      'indexed',
      missing.map(({ volume, part }) => [volume.volume, part]),
    );
    for (const [place, { volume, part }] of missing.entries())
      this.#ids.set(`${volume.volume}/${part}`, this.#candidatesOf(volume, part, rows[place]?.ids.split(' ') ?? []));
    return parts.flatMap(({ volume, part }) => this.#ids.get(`${volume.volume}/${part}`) ?? []);
  }

  #candidatesOf({ volume }: OpenVolume, part: number, ids: string[]): string[] {
    const { links, far } = this.#found.get(volume) ?? { links: [], far: new Set() };
    const { days } = this.wanted;
    const candidates: string[] = [];
    for (
      let place = countBelow(links, part * PART);
      (links[place] ?? Number.POSITIVE_INFINITY) < (part + 1) * PART;
      place++
    ) {
      const link = links[place] ?? 0;
      const id = ids[link - part * PART] ?? '';
      if (!days || far.has(link) || (id >= days.firstId && id <= days.lastId)) candidates.push(id);
    }
    return candidates;
  }

  async #search(volumes: OpenVolume[], reader: Reader): Promise<void> {
    const unread = volumes.filter(({ volume }) => !this.#found.has(volume));
    if (!unread.length) return;
    const found = await searchVolumes(unread, this.wanted, reader);
    for (const [place, one] of found.entries()) this.#found.set(unread[place]?.volume ?? 0, one);
  }
}

/** How many of the ascending numbers are below the limit. */
function countBelow(numbers: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
