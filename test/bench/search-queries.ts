import { corpusLink, languageOf, randomFrom, wordOf } from './corpus';

/**
 * Queries as people type them, of ten kinds, most of them with words of links that are there: the same ones for the same size of the
 * journal.
 */
export function queriesFor(size: number, count: number): string[] {
  const random = randomFrom(2024);
  return Array.from({ length: count }, (_, place) => KINDS[place % KINDS.length]?.(size, random) ?? '');
}

type Random = () => number;

const KINDS: ((size: number, random: Random) => string)[] = [
  (size, random) => pick(wordsOf(linkWithWords(size, random)), random),
  (_size, random) => wordOf(Math.floor(random() * 50), random() < 0.5 ? 'en' : 'fr'),
  (size, random) => pick(wordsOf(linkWithWords(size, random)), random).slice(0, 3),
  (size, random) => {
    const words = wordsOf(linkWithWords(size, random));
    return `${pick(words, random)} ${pick(words, random)}`;
  },
  (size, random) => {
    const words = wordsOf(linkWithWords(size, random));
    const start = Math.floor(random() * (words.length - 3));
    return `"${words.slice(start, start + 3).join(' ')}"`;
  },
  (size, random) => {
    const text = textOf(linkOf('zh', size, random));
    const start = Math.floor(random() * (text.length - 2));
    return text.slice(start, start + 2).replace(/\W/g, '') || text.slice(0, 2);
  },
  (size, random) => {
    const link = linkWithWords(size, random);
    return `#${pick(link.tags, random)} ${pick(wordsOf(link), random)}`;
  },
  (size, random) => {
    const link = linkWithWords(size, random);
    return `${pick(wordsOf(link), random)} on:${link.days[0]?.slice(0, 4)}`;
  },
  (size, random) =>
    `site:${new URL(linkWithWords(size, random).url).hostname} ${wordOf(Math.floor(random() * 20), 'en')}`,
  (size, random) => {
    const link = linkWithWords(size, random);
    return `${pick(wordsOf(link), random)} before:${link.days[0]?.slice(0, 7)} -${wordOf(300, 'fr')}`;
  },
];

function pick(words: string[], random: Random): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

function linkOf(language: string, size: number, random: Random) {
  for (;;) {
    const number = Math.floor(random() * size);
    if ((languageOf(number) === 'zh') === (language === 'zh')) return corpusLink(number, size);
  }
}

function linkWithWords(size: number, random: Random) {
  for (;;) {
    const link = linkOf('en', size, random);
    if (wordsOf(link).length > 8) return link;
  }
}

function textOf({ title, quotes }: { title: string; quotes: { text: string }[] }): string {
  return `${title} ${quotes[0]?.text ?? ''}`;
}

function wordsOf(link: { title: string; quotes: { text: string }[] }): string[] {
  return textOf(link)
    .split(/[\s,]+/)
    .filter((word) => word.length > 1);
}
