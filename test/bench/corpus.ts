import { momentOf } from '../../src/core/day';
import { makeId } from '../../src/core/id';
import type { Link } from '../../src/core/link';

/*
 * A journal as somebody might keep it for ten years, made up: link `number` of `size` is the same every time. Half of it is English, most
 * of the rest French, some Chinese. Words are as frequent as words are (Zipf); quotes have 217 characters on average, a third is without.
 */

const START = Date.UTC(2014, 0, 1);
const TEN_YEARS = 3652 * 24 * 3600 * 1000;
const WORDS = 40_000;
const TAGS = 2000;

/** Numbers from 0 to 1 that begin the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Language = 'en' | 'fr' | 'zh';

/** The word of a rank: the first ones are short and frequent. */
export function wordOf(rank: number, language: Language): string {
  if (language === 'zh') return String.fromCharCode(0x4e00 + ((rank * 7919) % 3500));
  const random = randomFrom(rank * 2 + (language === 'en' ? 1 : 0));
  const onsets = [
    'b',
    'c',
    'd',
    'f',
    'g',
    'h',
    'l',
    'm',
    'n',
    'p',
    'r',
    's',
    't',
    'v',
    'st',
    'tr',
    'pl',
    'ch',
    'qu',
    '',
  ];
  const vowels =
    language === 'en' ? ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'] : ['a', 'e', 'é', 'è', 'i', 'o', 'ou', 'œ', 'ê'];
  const codas = ['', '', 'n', 'r', 's', 't', 'nt', 'l', 'x'];
  const one = (of: string[]) => of[Math.floor(random() * of.length)] ?? '';
  const syllables = 1 + Math.floor(Math.log10(rank + 1) / 1.6 + random());
  return Array.from({ length: syllables }, () => one(onsets) + one(vowels) + one(codas)).join('');
}

/** A rank as often as Zipf says. */
function zipf(random: () => number, count: number): number {
  return Math.floor((count + 1) ** random()) - 1;
}

function textOf(length: number, language: Language, random: () => number): string {
  let text = '';
  while (text.length < length) {
    const word = wordOf(zipf(random, language === 'zh' ? 3500 : WORDS), language);
    const gap = language === 'zh' ? (random() < 0.1 ? '，' : '') : random() < 0.1 ? ', ' : random() < 0.02 ? '\n' : ' ';
    text += word + gap;
  }
  return text.trim();
}

function quoteLength(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  return random() < 0.3 ? 0 : Math.min(2000, Math.round(Math.exp(5.4 + 0.7 * normal)));
}

export function languageOf(number: number): Language {
  const share = randomFrom(number + 77)();
  return share < 0.5 ? 'en' : share < 0.94 ? 'fr' : 'zh';
}

export function corpusLink(number: number, size: number): Link {
  const random = randomFrom(number * 13 + 42);
  const language = languageOf(number);
  const ms = START + Math.floor((number * TEN_YEARS) / size);
  const now = momentOf(Math.floor(ms / 1000), 60, 0);
  const host = `${wordOf(zipf(random, 5000), 'en') || 'www'}.example.${language === 'en' ? 'com' : language === 'fr' ? 'fr' : 'cn'}`;
  const url = `https://${host}/${now.day.replaceAll('-', '/')}/${textOf(18, 'en', random).replace(/\W+/g, '-')}-${number}`;
  const cjk = language === 'zh' ? 0.4 : 1;
  const length = quoteLength(random) * cjk;
  return {
    id: makeId(ms, number.toString(36).padStart(8, '0')),
    key: url,
    url,
    title: textOf(48 * cjk, language, random),
    site: random() < 0.3 ? wordOf(zipf(random, 5000), language) : '',
    quotes: length ? [{ text: textOf(length, language, random), anchor: '', ...now }] : [],
    note: random() < 0.2 ? textOf(60, language, random) : '',
    tags: Array.from({ length: 3 }, () => `tag-${zipf(random, TAGS)}`),
    private: false,
    savedAt: now.at,
    offset: 60,
    changedAt: now.at,
    days: [now.day],
  };
}
