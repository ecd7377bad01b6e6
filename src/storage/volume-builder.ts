import { ByteWriter } from './posting-lists';
import { PAGE, type Postings } from './volume';

/** Numbers that grow as they are added. */
class Numbers {
  #all = new Uint32Array(1 << 12);
  length = 0;

  add(number: number): void {
    if (this.length === this.#all.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.#all);
      this.#all = larger;
    }
    this.#all[this.length++] = number;
  }

  get all(): Uint32Array {
    return this.#all.subarray(0, this.length);
  }
}

/** Collects links with their terms, and puts them into the order of a volume. */
export class VolumeBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #links = new Map<string, number>();
  /** One pair for each time that a term was added to a link. */
  readonly #pairTerms = new Numbers();
  readonly #pairLinks = new Numbers();

  /** Links so far. */
  get size(): number {
    return this.#links.size;
  }

  /** Adds a link; one that is there already gets more terms. */
  add(id: string, terms: Iterable<string>): void {
    const link = this.linkNumber(id);
    for (const term of terms) this.addPair(this.termNumber(term), link);
  }

  linkNumber(id: string): number {
    return numberOf(this.#links, id);
  }

  termNumber(term: string): number {
    return numberOf(this.#numbers, term);
  }

  addPair(term: number, link: number): void {
    this.#pairTerms.add(term);
    this.#pairLinks.add(link);
  }

  /** The ids of its links, the newest first. */
  ids(): string[] {
    return [...this.#links.keys()].sort().reverse();
  }

  /** Its terms of months, see `Volume`. */
  months(): string[] {
    return [...this.#numbers.keys()].filter((term) => term.startsWith('@'));
  }

  /** Its pages, in order. */
  *pages(ids: string[]): Generator<Omit<Postings, 'volume' | 'page'>> {
    const { lists, starts } = this.#listsByTerm(ids);
    const writer = new ByteWriter();
    let terms: string[] = [];
    let ends: number[] = [];
    let length = 0;
    for (const [term, number] of inOrder(this.#numbers)) {
      writer.writeList(lists.subarray(starts[number], starts[number + 1]));
      terms.push(term);
      ends.push(writer.length);
      length += term.length + 1;
      if (writer.length + length < PAGE) continue;
      yield { terms: terms.join('\n'), ends: Uint32Array.from(ends), lists: writer.take() };
      terms = [];
      ends = [];
      length = 0;
    }
    if (terms.length) yield { terms: terms.join('\n'), ends: Uint32Array.from(ends), lists: writer.take() };
  }

  /** The places of the links in `ids`, sorted by term and place; the list of a term begins at its start and ends at the next one. */
  #listsByTerm(ids: string[]): { lists: Uint32Array; starts: Uint32Array } {
    const places = new Uint32Array(this.#links.size);
    for (const [place, id] of ids.entries()) places[this.linkNumber(id)] = place;
    const terms = this.#pairTerms.all;
    const links = this.#pairLinks.all;
    const starts = startsOf(terms, this.#numbers.size);
    const lists = new Uint32Array(terms.length);
    const next = starts.slice();
    for (let pair = 0; pair < terms.length; pair++) {
      const term = terms[pair] ?? 0;
      const at = next[term] ?? 0;
      lists[at] = places[links[pair] ?? 0] ?? 0;
      next[term] = at + 1;
    }
    for (let term = 0; term < this.#numbers.size; term++) sortList(lists.subarray(starts[term], starts[term + 1]));
    return { lists, starts };
  }
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

/** Where the pairs of each term begin when they are sorted by term; one more for the end of the last. */
function startsOf(terms: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0, sum = 0; term <= count; term++) {
    sum += starts[term] ?? 0;
    starts[term] = sum;
  }
  return starts;
}

/** Most lists are sorted: links are mostly added from the newest on. */
function sortList(list: Uint32Array): void {
  for (let place = 1; place < list.length; place++) {
    if ((list[place] ?? 0) < (list[place - 1] ?? 0)) {
      list.sort();
      return;
    }
  }
}

/** Terms with their numbers in the order of terms; sorted piece by piece, so that nothing stands still for long. */
function* inOrder(numbers: Map<string, number>): Generator<[string, number]> {
  const byStart = new Map<string, string[]>();
  for (const term of numbers.keys()) {
    const start = term.slice(0, 2);
    const same = byStart.get(start);
    if (same) same.push(term);
    else byStart.set(start, [term]);
  }
  for (const start of [...byStart.keys()].sort())
    for (const term of byStart.get(start)?.sort() ?? []) yield [term, numbers.get(term) ?? 0];
}
