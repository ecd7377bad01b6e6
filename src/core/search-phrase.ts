import { kindAt, kindBefore, SIGN, searchFold, WORD } from './search-fold';
import { type Unit, unitsOf } from './search-units';

/** Words that stand one after the other; mostly it is only one. */
export interface Phrase {
  units: Unit[];
  /** The last word is meant as a whole; else as the beginning of one. */
  whole: boolean;
  /** Signs that make another word of it and stand there too: the full stop of `.net`, the `++` of `c++`, the `#` of `c#`. */
  before: string;
  after: string;
}

/** What stands between two texts that are searched as one: no phrase reaches over it. */
export const BREAK = '\0';

/** The phrase that a person wrote; undefined where there is neither letter nor digit in it. */
export function readPhrase(text: string, whole: boolean): Phrase | undefined {
  const folded = searchFold(text).trim();
  const units = unitsOf(folded);
  const [first, last] = [units[0], units.at(-1)];
  if (!first || !last) return undefined;
  const before = folded.startsWith(`.${first.text}`) ? '.' : '';
  const after = last.dense ? '' : (/(?:\+{1,2}|#)$/.exec(folded)?.[0] ?? '');
  const attached = folded.endsWith(last.text + after);
  return { units, whole: whole || (after !== '' && attached), before, after: attached ? after : '' };
}

/** Where a phrase stands in a folded text for the first time from `from` on: start and end; undefined where it does not. */
export function findPhrase(phrase: Phrase, folded: string, from = 0): [number, number] | undefined {
  const [first] = phrase.units;
  if (!first) return undefined;
  for (let at = folded.indexOf(first.text, from); at >= 0; at = folded.indexOf(first.text, at + 1)) {
    const end = endOfPhrase(phrase, folded, at);
    if (end !== undefined) return [at - phrase.before.length, end];
  }
  return undefined;
}

function endOfPhrase({ units, whole, before, after }: Phrase, folded: string, at: number): number | undefined {
  if (before && !folded.startsWith(before, at - before.length)) return undefined;
  let end = at;
  for (const [place, { text, dense }] of units.entries()) {
    if (place > 0) end = afterSigns(folded, end);
    if (!folded.startsWith(text, end) || (!dense && kindBefore(folded, end) === WORD)) return undefined;
    end += text.length;
    const open = place === units.length - 1 && !whole;
    if (!dense && !open && kindAt(folded, end) === WORD) return undefined;
  }
  return folded.startsWith(after, end) ? end + after.length : undefined;
}

function afterSigns(folded: string, from: number): number {
  let place = from;
  while (place < folded.length && folded[place] !== BREAK && kindAt(folded, place) === SIGN) place += 1;
  return place;
}
