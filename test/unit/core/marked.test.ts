import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Marking, markedParts, tellingAddress } from '../../../src/core/marked';
import { link, quote } from '../../fixtures/links';

/** Marks every place of a word, as it is written. */
const every =
  (word: string): Marking =>
  (text) =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => [index, index + word.length]);

describe('a marked text', () => {
  test('is cut where marks begin and end', () => {
    expect(markedParts('an egg, two eggs', every('egg'))).toEqual([
      { text: 'an ', marked: false },
      { text: 'egg', marked: true },
      { text: ', two ', marked: false },
      { text: 'egg', marked: true },
      { text: 's', marked: false },
    ]);
    expect(markedParts('nothing', every('egg'))).toEqual([{ text: 'nothing', marked: false }]);
    expect(markedParts('', every('egg'))).toEqual([]);
  });

  test('is the whole text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(40)), (text, cuts) => {
        const places = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
        const marks = places.flatMap((start, place): [number, number][] => {
          const end = places[place + 1];
          return place % 2 === 0 && end !== undefined ? [[start, end]] : [];
        });
        const parts = markedParts(text, () => marks);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual(
          marks.map(([start, end]) => text.slice(start, end)),
        );
      }),
    );
  });
});

describe('the address that tells why a link was found', () => {
  const found = link({ url: 'https://www.example.org/storks/eggs', title: 'A page' });

  test('is shown where nothing else on the card does', () => {
    expect(tellingAddress(found, every('egg'))).toBe('example.org/storks/eggs');
  });

  test.each([
    { ...found, title: 'An egg' },
    { ...found, note: 'An egg' },
    { ...found, site: 'egg' },
    { ...found, tags: ['egg'] },
    { ...found, quotes: [quote({ text: 'An egg' })] },
  ])('is not shown where the card does', (one) => {
    expect(tellingAddress(one, every('egg'))).toBe('');
  });

  test('is not shown for its host, which the card has', () => {
    expect(tellingAddress(found, every('example'))).toBe('');
  });

  test('is read as it was searched', () => {
    const coded = link({ url: 'https://example.org/%C5%93ufs', title: 'A page' });
    expect(tellingAddress(coded, every('œuf'))).toBe('example.org/œufs');
  });

  test('is shown for one word of several', () => {
    const both: Marking = (text) => [...every('A page')(text), ...every('stork')(text)];
    expect(tellingAddress(found, both)).toBe('example.org/storks/eggs');
  });
});
