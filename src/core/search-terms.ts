import { nameKey } from './fold';
import { makeId } from './id';
import type { Day, Link } from './link';
import { type Condition, type Query, wantedDays } from './query';
import { searchFold } from './search-fold';
import type { Phrase } from './search-phrase';
import { unitsOf } from './search-units';
import { hostOf, namesOfHost, searchedText } from './searched';
import { tagIdentity } from './tags';

/*
 * What an index keeps of a link, and what it is asked: whatever `matches` says yes to has a term in every one of the query's lookups.
 * An index may find more than that; it never finds less. A change of the terms, or of `search-fold.ts`, needs one more `EDITION` of the
 * index (`src/storage/volume.ts`).
 */

/** Terms from one to another, both included, compared as JavaScript compares texts. */
export interface TermRange {
  from: string;
  to: string;
}

/** What an index is asked. */
export interface Wanted {
  /** A link has a term in one of the ranges of each; where there is none, every link may be meant. */
  lookups: TermRange[][];
  /** Its id lies between two (both included), or it has a term that says on which days it stands. */
  days?: { firstId: string; lastId: string; far: TermRange };
}

/** No more is kept of a word (UTF-16 units). */
const LONGEST = 32;
/** A link's id tells its days where they are no farther from it than this (ms): a zone and the hour at which days begin make less. */
const NEAR = 48 * 3600 * 1000;
const NOON = 12 * 3600 * 1000;

/** The terms of a link; some come several times. */
export function termsOf(link: Link): string[] {
  const terms: string[] = [];
  for (const { text, dense } of unitsOf(searchFold(searchedText(link)))) {
    if (dense) terms.push(...pairsOf(text), lastOf(text));
    else terms.push(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  }
  for (const tag of link.tags) terms.push(`#${tagIdentity(tag)}`);
  for (const name of namesOfHost(hostOf(link.url))) terms.push(`:${name}`);
  if (link.site) terms.push(`:${nameKey(link.site)}`);
  for (const day of link.days) if (!isNear(link.id, day)) terms.push(`@${day.slice(0, 7)}`);
  return terms;
}

/** What to ask an index for a query; undefined where nothing can be found. */
export function wantedOf(query: Query): Wanted | undefined {
  const days = wantedDays(query);
  if (!query.conditions.length || (days && days.from > days.to)) return undefined;
  const lookups = query.conditions.flatMap((one) => (one.not ? [] : lookupsOf(one)));
  if (!days) return { lookups };
  const at = (day: Day, by: number) => makeId(Date.parse(day) + NOON + by, '');
  const far = { from: `@${days.from.slice(0, 7)}`, to: `@${days.to.slice(0, 7)}` };
  return { lookups, days: { firstId: at(days.from, -NEAR), lastId: `${at(days.to, NEAR)}~`, far } };
}

function lookupsOf(condition: Condition): TermRange[][] {
  switch (condition.kind) {
    case 'phrase':
      return lookupsOfPhrase(condition.phrase);
    case 'tag':
      return [[exactly(`#${condition.identity}`)]];
    case 'site':
      return [[exactly(`:${condition.host}`), exactly(`:${condition.name}`)]];
    case 'days':
      return [];
  }
}

function lookupsOfPhrase({ units, whole }: Phrase): TermRange[][] {
  return units.flatMap(({ text, dense }, place) => {
    if (dense) {
      const pairs = pairsOf(text);
      return pairs.length ? pairs.map((pair) => [exactly(pair)]) : [[beginningWith(text)]];
    }
    const term = text.slice(0, LONGEST);
    return [[whole || place < units.length - 1 ? exactly(term) : beginningWith(term)]];
  });
}

function exactly(term: string): TermRange {
  return { from: term, to: term };
}

function beginningWith(term: string): TermRange {
  return { from: term, to: `${term}\uffff` };
}

/** Each two characters that stand together. */
function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, place) => characters[place] + character);
}

/** The last character begins no pair, so it is a term of its own. */
function lastOf(text: string): string {
  return [...text].at(-1) ?? '';
}

function isNear(id: string, day: Day): boolean {
  return id.length >= 9 && Math.abs(Date.parse(day) + NOON - Number.parseInt(id.slice(0, 9), 36)) <= NEAR;
}
