import { DENSE, kindAt, SIGN } from './search-fold';

/** A word of a folded text; or a run of a script that has no spaces between words (`dense`), of which any part can be searched for. */
export interface Unit {
  text: string;
  dense: boolean;
}

/** The units of a folded text, in order. */
export function unitsOf(folded: string): Unit[] {
  const units: Unit[] = [];
  for (let place = 0; place < folded.length; ) {
    const kind = kindAt(folded, place);
    const start = place;
    do place += folded.charCodeAt(place) >= 0xd800 && (folded.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
    while (kindAt(folded, place) === kind && place < folded.length);
    if (kind !== SIGN) units.push({ text: folded.slice(start, place), dense: kind === DENSE });
  }
  return units;
}
