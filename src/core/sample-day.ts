import { makeId } from './id';
import type { ImportedLink } from './imported-link';
import type { Day, Link } from './link';
import { matchKey } from './match-key';
import { SAMPLE_TEXTS, type SampleText } from './sample-texts';

/** Ends the ids of sample links, before their number. */
const MARK = 'sample0';

/** The match keys of all sample links there are. */
export const SAMPLE_KEYS: string[] = Object.values(SAMPLE_TEXTS).flatMap((texts) =>
  texts.map(({ url }) => matchKey(url)),
);

/**
 * The links of a sample day: public, as if saved on that day between breakfast and bed.
 * @param language `en` or `fr`, with or without a region; English for any other
 * @param offset minutes east of UTC
 */
export function sampleDay(language: string, day: Day, offset: number): ImportedLink[] {
  const texts = SAMPLE_TEXTS[language.startsWith('fr') ? 'fr' : 'en'];
  return texts.map((text, place) => sampleLink(text, place, day, offset));
}

/** True for a link that came with a sample day and was not changed since. What somebody has changed is their own. */
export function isUntouchedSample(link: Link): boolean {
  return link.id.slice(9, -1) === MARK && SAMPLE_KEYS.includes(link.key) && link.changedAt === link.savedAt;
}

function sampleLink({ time, quote, ...text }: SampleText, place: number, day: Day, offset: number): ImportedLink {
  const at = Date.parse(`${day}T${time}:00Z`) / 1000 - offset * 60;
  return {
    ...text,
    id: makeId(at * 1000, `${MARK}${place}`),
    quotes: quote ? [{ text: quote, anchor: '', at, offset, day }] : [],
    private: false,
    savedAt: at,
    offset,
    changedAt: at,
    days: [day],
  };
}
