/** A title cut at one of its separators; neither side is empty. */
export interface TitleCut {
  before: string;
  /** The separator without the spaces around it. */
  mark: string;
  after: string;
}

/**
 * What stands between a title and the name of its site. Most need a space on both sides: a dash in a word separates nothing. Bars and
 * fullwidth signs do not, nor do dashes and underscores before a name that is written without spaces itself.
 */
const SEPARATOR = new RegExp(
  [
    ' (?:::|[-‐‑‒–—―|¦·•∙⋅・:»«›‹/~]) ',
    ' ?[|\\uff5c¦\\uff1a\\uff0d\\uff0f] ?',
    '[-_—](?=[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}])',
    '(?<=\\.[a-z]{2,6}): ',
  ].join('|'),
  'gu',
);

/** What is longer (characters) is no title but an attempt to keep us busy: it stays as it is. */
const LONGEST = 2_000;

const INVISIBLE = '[\\s\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+';
const INVISIBLE_ENDS = new RegExp(`^${INVISIBLE}|${INVISIBLE}$`, 'g');

/** The title at each of its separators, first to last. Its spaces are level: see `levelled`. */
export function titleCuts(title: string): TitleCut[] {
  if (title.length > LONGEST) return [];
  return [...title.matchAll(SEPARATOR)]
    .map((found) => ({
      before: title.slice(0, found.index),
      mark: found[0].trim(),
      after: title.slice(found.index + found[0].length),
    }))
    .filter((cut) => cut.before && cut.after);
}

/** A text in one line with single spaces, without the invisible marks of direction that some sites put around a title. */
export function levelled(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? line : line.replace(INVISIBLE_ENDS, '');
}
