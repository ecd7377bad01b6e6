import { searchFold } from './search-fold';
import { findPhrase, type Phrase } from './search-phrase';

/** A part of a text: start and end, in UTF-16 units. */
export type Range = [number, number];

/** No more of a text is looked at (characters): marks are a help for the eye. */
const MOST = 100_000;

/** Where the phrases stand in a text as it was written; in order, apart from each other, of whole characters with all their marks. */
export function rangesOf(phrases: Phrase[], text: string): Range[] {
  const start = text.slice(0, MOST);
  const folded = searchFold(start);
  const found = phrases.flatMap((phrase) => allOf(phrase, folded)).sort(([a], [b]) => a - b);
  if (!found.length) return [];
  const { starts, ends } = originOf(start, folded.length);
  return united(found.map(([from, to]) => [starts[from] ?? 0, ends[to - 1] ?? 0]));
}

function allOf(phrase: Phrase, folded: string): Range[] {
  const ranges: Range[] = [];
  for (let range = findPhrase(phrase, folded); range; range = findPhrase(phrase, folded, range[1])) ranges.push(range);
  return ranges;
}

/** A letter and what belongs to it: marks, joiners, the vowels and finals of Hangul that is written in pieces. */
const CHARACTERS = /.[\p{M}\u1160-\u11ff\u200c\u200d]*/gsu;

/** For each unit of the folded text, where the character it comes from begins and ends. */
function originOf(text: string, foldedLength: number): { starts: Uint32Array; ends: Uint32Array } {
  const starts = new Uint32Array(foldedLength);
  const ends = new Uint32Array(foldedLength);
  let place = 0;
  for (const { 0: character, index } of text.matchAll(CHARACTERS)) {
    const next = place + searchFold(character).length;
    starts.fill(index, place, next);
    ends.fill(index + character.length, place, next);
    place = next;
  }
  return { starts, ends };
}

function united(ranges: Range[]): Range[] {
  const apart: Range[] = [];
  for (const [from, to] of ranges) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}
