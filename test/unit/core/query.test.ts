import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/core/link';
import { marksOf, matches, parseQuery } from '../../../src/core/query';
import { searchFold } from '../../../src/core/search-fold';
import { termsOf, wantedOf } from '../../../src/core/search-terms';
import { link, quote } from '../../fixtures/links';

const finds = (query: string, more: Partial<Link>) => matches(parseQuery(query), link({ title: '', ...more }));

/** What is marked of a text. */
const marked = (query: string, text: string) =>
  marksOf(parseQuery(query), text).map(([start, end]) => text.slice(start, end));

describe('a query', () => {
  test.each([
    ['oeufs', 'Œufs à la coque', true],
    ['œUFS', 'oeufs', true],
    ['ete', "L'été", true],
    ['été', 'ETE', true],
    ['oque', 'Œufs à la coque', false],
    ['coq oeu', 'Œufs à la coque', true],
    ['coq jambon', 'Œufs à la coque', false],
    ['m2', '80 m²', true],
    ['abc', 'ＡＢＣ', true],
    ['strasse', 'Straße', true],
    ['istanbul', 'İstanbul', true],
    ['οδος', 'ΟΔΟΣ', true],
    ['lego', 'Lego™', true],
    ['"lego set"', 'Lego™ set', true],
    ['souple', 'sou\u00adple', true],
    ["don't", 'I don’t know', true],
    ['rendez-vous', 'un rendez vous', true],
    ['node.js', 'Node.js 22', true],
    ['node.js', 'node and js', false],
    ['c++', 'C++ and more', true],
    ['c++', 'C and more', false],
    ['c+', 'c++', true],
    ['c#', 'C# 12', true],
    ['c#', 'cat', false],
    ['c', 'c++', true],
    ['.net', 'ASP.NET', true],
    ['.net', 'network', false],
    ['net', '.NET', true],
    ['1.5', 'version 1.5.2', true],
    ['入門', 'Python入門書', true],
    ['python', 'Python入門書', true],
    ['python入門', 'Python 入門書', true],
    ['門', '入門', true],
    ['門入', '入門', false],
    ['がく', 'がくせい', true],
    ['かく', 'がくせい', false],
    ['ｶﾞｸ', 'ガク', true],
    ['ดี', 'สวัสดีครับ', true],
    ['하', '한국', true],
    ['한국', '한국어', true],
    ['हिन्दी', 'हिन्दी भाषा', true],
    ['हन', 'हिन्दी', false],
    ['🎉', 'Done 🎉', true],
  ])('%s in “%s”: %s', (query, title, found) => {
    expect(finds(query, { title })).toBe(found);
  });

  test.each([
    ['"la coque"', true],
    ['"LA, coque"', true],
    ['“la coque”', true],
    ['« la coque »', true],
    ['„la coque“', true],
    ['"la coq"', false],
    ['"la coq', true],
    ['"coque la"', false],
    ['"oeufs coque"', false],
  ])('the phrase %s: %s', (query, found) => {
    expect(finds(query, { note: 'Œufs à *la*\ncoque.' })).toBe(found);
  });

  test('phrases do not reach from one text into the next', () => {
    const two = {
      title: 'one',
      site: 'two',
      quotes: [quote({ text: 'three' }), quote({ text: 'four' })],
      note: 'five',
    };
    for (const phrase of ['"one two"', '"two three"', '"three four"', '"four five"'])
      expect(finds(phrase, two)).toBe(false);
    expect(finds('one two three four five', two)).toBe(true);
  });

  test('searches title, site, address, quotes, note and tags', () => {
    const all = {
      title: 'title',
      site: 'The Site',
      url: 'https://example.org/caf%C3%A9/%FF?q=query',
      quotes: [quote({ text: 'first' }), quote({ text: 'second' })],
      note: 'note',
      tags: ['to-read'],
    };
    for (const word of ['title', 'site', 'example', 'example.org', 'cafe', 'query', 'first', 'second', 'note', 'read'])
      expect([word, finds(word, all)]).toEqual([word, true]);
  });

  test.each([
    ['-jambon', true],
    ['-oeufs', false],
    ['oeufs -jambon', true],
    ['oeufs -coque', false],
    ['-"la coque"', false],
    ['-"coque la"', true],
    ['-#cuisine', false],
    ['-site:example.org', false],
    ['-site:example.com', true],
    ['-on:2023', false],
    ['-on:2022', true],
    ['--coque', true],
    ['-', false],
  ])('what is not meant: %s: %s', (query, found) => {
    expect(finds(query, { title: 'Œufs à la coque', tags: ['Cuisine'] })).toBe(found);
  });

  test('a tag is meant whole, in any spelling', () => {
    const tags = ['Éurope', 'c++', 'to-read'];
    for (const tag of ['#europe', '#EUROPE', '#c++', '#to-read'])
      expect([tag, finds(tag, { tags })]).toEqual([tag, true]);
    for (const tag of ['#euro', '#c', '#read', '#']) expect([tag, finds(tag, { tags })]).toEqual([tag, false]);
    expect(finds('#europe', { title: 'Europe' })).toBe(false);
  });

  test.each([
    ['site:example.com', true],
    ['site:EXAMPLE.com', true],
    ['site:docs.example.com', true],
    ['site:https://docs.example.com/a', true],
    ['site:www.example.com', true],
    ['site:*.example.com', true],
    ['site:com', true],
    ['site:docs', true],
    ['site:example', true],
    ['site:ample.com', false],
    ['site:docs.example', false],
    ['site:"The Docs"', true],
    ['site:thedocs', true],
    ['site:', false],
  ])('%s: %s', (query, found) => {
    expect(finds(query, { url: 'https://docs.example.com/b', site: 'The Docs' })).toBe(found);
  });

  test('www is no part of a site', () => {
    expect(finds('site:www.example.com', { url: 'https://example.com/' })).toBe(true);
    expect(finds('site:example.com', { url: 'https://www.example.com/' })).toBe(true);
  });

  test.each([
    ['on:2023', true],
    ['on:2023-03', true],
    ['on:2023-W11', true],
    ['on:2023-w11', true],
    ['on:2023-03-13', true],
    ['on:2023-03-14', false],
    ['before:2023', false],
    ['before:2023-03-13', false],
    ['before:2023-03-14', true],
    ['after:2023', false],
    ['after:2023-03-12', true],
    ['after:2023-03-13', true],
    ['after:2023-05', false],
    ['after:2023-03-13 before:2023-05', false],
    ['after:2023-03-13 before:2023-05-03', true],
    ['before:0000', false],
    ['after:9999', false],
    ['avant:2024', true],
    ['après:2022', true],
    ['apres:2023', false],
    ['le:2023-05-02', true],
    ['before:xyz', false],
    ['before:2023-02-30', false],
  ])('%s finds what stands on 13 March and 2 May 2023: %s', (query, found) => {
    expect(finds(query, { title: 'A page', days: ['2023-03-13', '2023-05-02'] })).toBe(found);
  });

  test('what makes no sense as a field is looked for as words', () => {
    expect(finds('before:xyz', { title: 'before: xyz' })).toBe(true);
    expect(finds('note:this', { title: 'note this' })).toBe(true);
    expect(finds('https://example.org/a', { title: '' })).toBe(true);
    expect(finds('12"', { title: 'A 12" record' })).toBe(true);
  });

  test('of nothing finds nothing', () => {
    for (const nothing of ['', ' ', '"', '""', '-', '!!', '-""', '#'])
      expect([nothing, finds(nothing, {})]).toEqual([nothing, false]);
  });
});

describe('marks', () => {
  test.each([
    ['oeuf', 'Des Œufs', ['Œuf']],
    ['oe', 'œuf', ['œ']],
    ['o', 'œuf', ['œ']],
    ['ete', "l'e\u0301te\u0301.", ['e\u0301te\u0301']],
    ['"la coque"', 'à **la** coque', ['la** coque']],
    ['la coque', 'la coque', ['la', 'coque']],
    ['te tex', 'texte', ['tex']],
    ['c++', 'C++!', ['C++']],
    ['.net', 'ASP.NET', ['.NET']],
    ['京', '東京 京都', ['京', '京']],
    ['하', '한국', ['한']],
    ['하', '\u1112\u1161\u11ab국', ['\u1112\u1161\u11ab']],
    ['𠮷', '𠮷野家', ['𠮷']],
    ['a', '𝒜bc', ['𝒜']],
    ['-not #tag site:that on:2023', 'not tag that 2023', []],
  ])('of %s in “%s”', (query, text, marks) => {
    expect(marked(query, text)).toEqual(marks);
  });

  test('of a huge text are found at its beginning, in little time', () => {
    const text = 'été '.repeat(500_000);
    expect(marksOf(parseQuery('ete'), text).length).toBe(25_000);
  });
});

const LETTERS = [
  'a',
  'É',
  'œ',
  'ß',
  'İ',
  'Σ',
  'ﬁ',
  'ｶ',
  'ﾞ',
  '東',
  '京',
  'ดี',
  '한',
  '𝒜',
  '𠮷',
  '🎉',
  '\u0301',
  '\u200d',
  '²',
  '½',
  '™',
];
const SIGNS = [' ', ' ', '.', '-', '+', '#', '"', ':', '\n', '\0'];
const text = fc.array(fc.constantFrom(...LETTERS, ...LETTERS, ...SIGNS), { maxLength: 12 }).map((all) => all.join(''));
const anyText = fc.oneof(text, fc.string({ unit: 'binary' }), fc.string());

describe('for any text', () => {
  test('folding again changes nothing, and characters fold by themselves', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const folded = searchFold(one);
        expect(searchFold(folded)).toBe(folded);
        // Before a space no mark belongs to what stands before it.
        expect(searchFold(`${one} ${other}`)).toBe(`${folded} ${searchFold(other)}`);
      }),
      { numRuns: 1000 },
    );
  });

  test('what stands in it is found and marked: its words, and it itself as a phrase', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const phrase = `"${title.replace(/["“”„«»\0]/g, ' ')}"`;
        const query = parseQuery(phrase);
        if (!query.conditions.length) return;
        expect(matches(query, link({ title: phrase }))).toBe(true);
        expect(marksOf(query, phrase).length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('marks are in order, apart, and of whole characters with all their marks', () => {
    fc.assert(
      fc.property(anyText, text, (query, shown) => {
        let last = -1;
        for (const [start, end] of marksOf(parseQuery(query), shown)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
          expect(shown.slice(start, end).isWellFormed()).toBe(true);
          expect(shown.slice(end)).not.toMatch(/^\p{M}/u);
        }
      }),
      { numRuns: 700 },
    );
  });

  test('a text is marked just where the words of a query are what is found in it', () => {
    fc.assert(
      fc.property(text, text, (words, title) => {
        const query = parseQuery(words);
        const [condition] = query.conditions;
        if (query.conditions.length !== 1 || condition?.kind !== 'phrase' || condition.not) return;
        const url = 'about:blank';
        const found = matches(query, link({ title, url }));
        if (matches(query, link({ title: '', url }))) return;
        expect(marksOf(query, title).length > 0).toBe(found);
      }),
      { numRuns: 700 },
    );
  });

  test('whatever matches has a term for each lookup of the index', () => {
    const days = ['2023-03-13', '1999-01-01'];
    fc.assert(
      fc.property(text, anyText, text, fc.subarray(days, { minLength: 1 }), (note, query, tag, on) => {
        const one = link({
          note,
          tags: [tag],
          site: note,
          days: on,
          url: `https://example.org/${encodeURIComponent('é')}`,
        });
        for (const asked of [query, `"${note}"`, `#${tag}`, `site:"${note}"`, 'site:org', 'on:2023', 'before:2000 e']) {
          if (!matches(parseQuery(asked), one)) continue;
          const terms = termsOf(one);
          const wanted = wantedOf(parseQuery(asked));
          const has = ({ from, to }: { from: string; to: string }) => terms.some((term) => term >= from && term <= to);
          expect(wanted?.lookups.filter((ranges) => !ranges.some(has))).toEqual([]);
          const near = wanted?.days && one.id >= wanted.days.firstId && one.id <= wanted.days.lastId;
          expect(!wanted?.days || near || has(wanted.days.far)).toBe(true);
        }
      }),
      { numRuns: 700 },
    );
  });
});
