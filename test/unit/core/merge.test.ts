import { describe, expect, test } from 'vitest';
import { mergeForm, uniteLinks } from '../../../src/core/merge';
import { entry, link, quote } from '../../fixtures/links';

describe('a form put upon what is stored', () => {
  const base = entry({ title: 'Shown', note: '', tags: ['a'] });

  test('fields that nobody touched take what is stored', () => {
    const stored = entry({ title: 'Stored', note: 'kept', tags: ['a', 'b'], private: true, site: 'Site' });
    expect(mergeForm(stored, base, base)).toEqual(stored);
  });

  test('a title typed here wins', () => {
    expect(mergeForm(entry({ title: 'Stored' }), base, { ...base, title: 'Typed' }).title).toBe('Typed');
  });

  test('a note typed meanwhile is put below the stored one', () => {
    expect(mergeForm(entry({ note: 'first' }), base, { ...base, note: 'second' }).note).toBe('first\n\nsecond');
  });

  test('a note that was edited from what is stored replaces it', () => {
    const shown = entry({ note: 'first' });
    expect(mergeForm(shown, shown, { ...shown, note: 'edited' }).note).toBe('edited');
    expect(mergeForm(shown, shown, { ...shown, note: '' }).note).toBe('');
  });

  test('tags are united, and one removed here goes', () => {
    const stored = entry({ tags: ['a', 'B'] });
    expect(mergeForm(stored, base, { ...base, tags: ['c', 'b'] }).tags).toEqual(['B', 'c']);
  });

  describe('quotes', () => {
    const one = quote({ text: 'one', at: 1 });
    const two = quote({ text: 'two', at: 2 });
    const shown = entry({ quotes: [one, two] });

    test('one edited, one removed, one added', () => {
      const form = {
        ...shown,
        quotes: [{ ...one, text: 'one!' }, { ...two, text: '' }, quote({ text: 'three', at: 3 })],
      };
      expect(mergeForm(shown, shown, form).quotes.map((q) => q.text)).toEqual(['one!', 'three']);
    });

    test('added elsewhere meanwhile stay', () => {
      const stored = entry({ quotes: [one, two, quote({ text: 'elsewhere', at: 3 })] });
      const form = { ...shown, quotes: [one, { ...two, text: '' }] };
      expect(mergeForm(stored, shown, form).quotes.map((q) => q.text)).toEqual(['one', 'elsewhere']);
    });

    test('edited here and removed elsewhere are kept', () => {
      const form = { ...shown, quotes: [{ ...one, text: 'one!' }, two] };
      expect(mergeForm(entry({ quotes: [two] }), shown, form).quotes.map((q) => q.text)).toEqual(['one!', 'two']);
    });

    test('an edit that is handed in twice is made once', () => {
      const form = { ...shown, quotes: [{ ...one, text: 'one!' }, two] };
      const once = mergeForm(shown, shown, form);
      expect(mergeForm(once, shown, form)).toEqual(once);
    });

    test('the same passage is not taken twice', () => {
      const form = { ...shown, quotes: [one, two, quote({ text: 'one', at: 9 })] };
      expect(mergeForm(shown, shown, form).quotes).toEqual([one, two]);
    });
  });
});

test('two links of one page: the earliest date, all quotes, all tags, both notes', () => {
  const late = link({
    id: 'late',
    savedAt: 20,
    changedAt: 20,
    days: ['2023-03-15'],
    note: 'n1',
    tags: ['a'],
    title: 'T',
  });
  const early = link({
    ...{ id: 'early', savedAt: 10, offset: -60, changedAt: 30, days: ['2023-03-13'], note: 'n2', tags: ['A', 'b'] },
    quotes: [quote({ at: 10 })],
    private: true,
  });
  expect(uniteLinks(late, early)).toEqual({
    ...late,
    ...{
      savedAt: 10,
      offset: -60,
      changedAt: 30,
      days: ['2023-03-13', '2023-03-15'],
      note: 'n1\n\nn2',
      tags: ['a', 'b'],
    },
    quotes: [quote({ at: 10 })],
    private: true,
  });
  expect(uniteLinks(late, late)).toEqual(late);
});
