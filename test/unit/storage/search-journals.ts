import fc from 'fast-check';
import { momentOf } from '../../../src/core/day';
import type { ImportedLink } from '../../../src/core/imported-link';
import type { Link } from '../../../src/core/link';
import { matches, parseQuery } from '../../../src/core/query';
import type { Journal } from '../../../src/storage/database';
import { searchLinks } from '../../../src/storage/search';
import { quote } from '../../fixtures/links';

/** Few words, so that queries find something: of several scripts, spelled in several ways, some the beginnings of others. */
const WORDS = [
  'Œufs',
  'oeuf',
  'été',
  'Ete',
  'py',
  'Python',
  'python3',
  'c++',
  '.NET',
  '東京',
  '東',
  '京都タワー',
  'สวัสดี',
  '한국',
  'm²',
];
const TAGS = ['Python', 'été', 'ete', 'c++', '東京', 'to-read'];
const HOSTS = ['example.com', 'docs.example.com', 'www.example.com', 'lemonde.fr', 'python.example.org'];
const SITES = ['', 'Le Monde', 'Python'];
const PERIODS = ['2023', '2023-03', '2023-W11', '2023-03-13', '2024-01', '1999', 'xyz'];
const FIELDS = ['before', 'after', 'on', 'avant', 'site', 'other'];

const one = <T>(of: readonly T[]) => fc.constantFrom(...of);
const text = fc
  .array(fc.tuple(one(WORDS), one([' ', '-', ', ', '. ', '', '\n'])), { maxLength: 5 })
  .map((words) => words.flat().join(''));

/** From 2023-02-24 on, for some forty days; and one that is far from them. */
const instant = fc.oneof(
  fc.nat(1000).map((hour) => 1_677_200_000 + hour * 3600),
  fc.constant(923_000_000),
);

/** A link as an import brings it: of few pages, and now and then with days that its time does not tell. */
export const importedLink: fc.Arbitrary<ImportedLink> = fc
  .record({
    host: one(HOSTS),
    path: fc.nat(200),
    query: one(['', '', '?q=%E6%9D%B1%E4%BA%AC', '?q=%FF', '?q=%C3%A9t%C3%A9']),
    title: text,
    site: one(SITES),
    quotes: fc.array(text, { maxLength: 2 }),
    note: text,
    tags: fc.uniqueArray(one(TAGS), { maxLength: 2 }),
    at: instant,
    later: fc.option(instant, { freq: 4 }),
  })
  .map(({ host, path, query, quotes, at, later, ...entry }) => {
    const now = momentOf(at, 60, 0);
    const then = momentOf(Math.max(at, later ?? at), 60, 0);
    return {
      ...entry,
      url: `https://${host}/${path}${query}`,
      quotes: quotes.filter((one) => one.trim()).map((one) => quote({ text: one, ...then })),
      savedAt: at,
      offset: 60,
      changedAt: at,
      days: [...new Set([now.day, then.day])].sort(),
    };
  });

const term = fc.oneof(
  { weight: 3, arbitrary: one(WORDS) },
  { weight: 2, arbitrary: one(WORDS).map((word) => word.slice(0, 2)) },
  { weight: 2, arbitrary: text.map((words) => `"${words}"`) },
  one(TAGS).map((tag) => `#${tag}`),
  fc.tuple(one(FIELDS), one([...PERIODS, ...HOSTS, ...SITES])).map(([field, value]) => `${field}:"${value}"`),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);

/** What a person might type, sense and nonsense. */
export const queryText = fc
  .array(fc.tuple(one(['', '', '', '-']), term), { minLength: 1, maxLength: 3 })
  .map((terms) => terms.map(([minus, one]) => minus + one).join(' '));

/** What a search must find in a journal of these links, which are in their order. */
export function expected(query: string, links: Link[]): string[] {
  return idsOf(links.filter((link) => matches(parseQuery(query), link)).reverse());
}

/** What it finds. */
export async function found(query: string, db: Journal, between = async () => {}): Promise<string[]> {
  const ids: string[] = [];
  for await (const piece of searchLinks(query, db)) {
    if (piece.length > 50) throw new Error(`a piece of ${piece.length}`);
    ids.push(...idsOf(piece));
    if (piece.length) await between();
  }
  return ids;
}

function idsOf(links: Link[]): string[] {
  return links.map(({ id }) => id);
}
