import type { TermRange, Wanted } from '../core/search-terms';
import type { Reader } from './plain-read';
import { readList } from './posting-lists';
import { PART, type Postings, type Volume } from './volume';

/** What of a volume may be meant. */
export interface Found {
  /** Numbers of links, the newest first. */
  links: Uint32Array;
  /** How many of them are in each part. */
  counts: Uint32Array;
  /** Those that stand on a day that was asked for, though their ids do not say so. */
  far: ReadonlySet<number>;
}

/** A volume with its lists of terms and ids taken apart. */
export interface OpenVolume {
  volume: number;
  size: number;
  /** The first term of each page. */
  terms: string[];
  months: string[];
  /** The newest id of each part, then the oldest of all. */
  ids: string[];
}

/** Up to so many pages, looking a word up costs less than looking at the links that the other words leave over. */
const FEW_PAGES = 4;
const FEW_LINKS = 200;
/** A byte counts them. Who pastes a page into the search box is served as well by so many words of it. */
const MOST_LOOKUPS = 100;

const opened = new WeakMap<Volume, OpenVolume>();

/** The volume, taken apart once. */
export function openVolume(stored: Volume): OpenVolume {
  const known = opened.get(stored);
  if (known) return known;
  const { volume, size, terms, months, ids } = stored;
  const open = { volume, size, months, terms: terms ? terms.split('\n') : [], ids: ids ? ids.split(' ') : [] };
  opened.set(stored, open);
  return open;
}

/** Looks up what is wanted, in several volumes at once. Beginnings of words that stand on many pages are passed over where others tell enough. */
export async function searchVolumes(volumes: OpenVolume[], wanted: Wanted, reader: Reader): Promise<Found[]> {
  const searches = volumes.map((volume) => new VolumeSearch(volume, wanted));
  for (const few of [true, false]) {
    const keys = searches.flatMap((search) => search.pagesToRead(few));
    const pages = keys.length ? await reader.get('postings', keys) : [];
    for (const search of searches) search.read(pages.filter((page) => page?.volume === search.volume.volume));
  }
  return searches.map((search) => search.found());
}

interface Lookup {
  ranges: TermRange[];
  pages: number[];
  done: boolean;
}

class VolumeSearch {
  readonly #lookups: Lookup[];
  /** How many of the lookups found a link. */
  readonly #hits: Uint8Array;
  /** The links that all lookups found which were read. */
  #left: number[] = [];
  readonly #far = new Set<number>();
  readonly #farPages: number[];
  /** Whether ids of a part lie between those that are wanted. */
  readonly #near: boolean[];
  readonly #hopeless: boolean;
  #read = 0;

  constructor(
    readonly volume: OpenVolume,
    readonly wanted: Wanted,
  ) {
    this.#lookups = wanted.lookups
      .map((ranges) => ({ ranges, pages: this.#pagesOf(ranges), done: false }))
      .sort((a, b) => a.pages.length - b.pages.length)
      .slice(0, MOST_LOOKUPS);
    this.#hits = new Uint8Array(volume.size);
    const { days } = wanted;
    const isFar = days && volume.months.some((month) => month >= days.far.from && month <= days.far.to);
    this.#farPages = isFar ? this.#pagesOf([days.far]) : [];
    this.#near = volume.ids.map((_, part) => this.#isNear(part));
    this.#hopeless = this.#lookups[0]?.pages.length === 0 || !(isFar || this.#near.includes(true));
  }

  /** Keys of the pages to read next: of the lookups that are on few pages, or of the others if they are still needed. */
  pagesToRead(few: boolean): [number, number][] {
    if (this.#hopeless) return [];
    const [first] = this.#lookups;
    const pages = new Set(few ? this.#farPages : []);
    for (const lookup of this.#lookups) {
      if (lookup.done) continue;
      if (few ? lookup !== first && lookup.pages.length > FEW_PAGES : this.#left.length <= FEW_LINKS) break;
      lookup.done = true;
      for (const page of lookup.pages) pages.add(page);
    }
    return [...pages].map((page) => [this.volume.volume, page]);
  }

  /** Takes in the pages that were asked for. */
  read(pages: (Postings | undefined)[]): void {
    const readable = pages.flatMap((page) => (page ? { ...page, terms: page.terms.split('\n') } : []));
    const done = this.#lookups.filter((lookup) => lookup.done);
    for (; this.#read < done.length; this.#read++) {
      const before = this.#read;
      readRanges(done[before]?.ranges ?? [], readable, (link) => {
        if (this.#hits[link] !== before) return;
        this.#hits[link] = before + 1;
        if (!before) this.#left.push(link);
      });
      this.#left = this.#left.filter((link) => this.#hits[link] === before + 1);
    }
    if (this.wanted.days) readRanges([this.wanted.days.far], readable, (link) => this.#far.add(link));
  }

  found(): Found {
    const counts = new Uint32Array(this.volume.ids.length);
    const links = Uint32Array.from(this.#hopeless ? [] : this.#meant()).sort();
    for (const link of links) {
      const part = Math.floor(link / PART);
      counts[part] = (counts[part] ?? 0) + 1;
    }
    return { links, counts, far: this.#far };
  }

  /** Without anything looked up, all links of the days that are wanted are. */
  #meant(): number[] {
    const all = this.#read ? this.#left : Array.from({ length: this.volume.size }, (_, link) => link);
    return this.wanted.days ? all.filter((link) => this.#near[Math.floor(link / PART)] || this.#far.has(link)) : all;
  }

  /** True where ids of the part lie between those that are wanted. */
  #isNear(part: number): boolean {
    const { days } = this.wanted;
    const [newest = '', oldest = ''] = this.volume.ids.slice(part, part + 2);
    return !days || (oldest <= days.lastId && newest >= days.firstId);
  }

  #pagesOf(ranges: TermRange[]): number[] {
    const pages = new Set<number>();
    for (const { from, to } of ranges) {
      const first = Math.max(0, countUpTo(this.volume.terms, from) - 1);
      const end = countUpTo(this.volume.terms, to);
      for (let page = first; page < end; page++) pages.add(page);
    }
    return [...pages];
  }
}

function readRanges(
  ranges: TermRange[],
  pages: { terms: string[]; ends: Uint32Array; lists: Uint8Array }[],
  take: (link: number) => void,
): void {
  for (const { terms, ends, lists } of pages) {
    for (const { from, to } of ranges) {
      // From the last one that may be before it.
      for (let term = Math.max(0, countUpTo(terms, from) - 1); (terms[term] ?? '\uffff') <= to; term++)
        if ((terms[term] ?? '') >= from) readList(lists, ends[term - 1] ?? 0, ends[term] ?? 0, take);
    }
  }
}

/** How many of the sorted texts are not after this one. */
function countUpTo(sorted: string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') <= text) low = middle + 1;
    else high = middle;
  }
  return low;
}
