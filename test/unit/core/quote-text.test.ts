import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../src/core/day';
import type { Quote } from '../../../src/core/link';
import { readText, writeText, writtenTitle } from '../../../src/core/quote-text';

const OFFSET = 60;
const first = momentOf(1_678_695_125, OFFSET); // 2023-03-13T09:12:05+01:00
const later = momentOf(first.at + 86_400, OFFSET);
const context = { savedAt: first.at, offset: OFFSET, day: first.day, dayStart: 0 };

const quote = (text: string, moment = first): Quote => ({ text, ...moment, anchor: '' });
const written = (quotes: Quote[], note = '') => writeText({ quotes, note, days: [first.day] });
const read = (text: string) => readText(text, context);

describe('writing', () => {
  it('puts quotes before the note, an empty line between them', () => {
    expect(written([quote('one\n\n  two'), quote('three')], 'mine')).toBe('> one\n>\n>   two\n\n> three\n\nmine');
  });
  it('stamps a quote of a later day', () => {
    expect(written([quote('a'), quote('b', later)])).toBe('> a\n\n> b\n> — 2023-03-14T09:12:05+01:00');
  });
  it('stamps a quote that ends like a stamp, on whatever day', () => {
    const text = 'said she\n— 2001-01-01T00:00:00+00:00';
    expect(written([quote(text)])).toBe('> said she\n> — 2001-01-01T00:00:00+00:00\n> — 2023-03-13T09:12:05+01:00');
  });
  it.each(['> answer', '---', '--- x', '\n> a'])('sets a note that begins like %j under a line', (note) => {
    expect(written([quote('q')], note)).toBe(`> q\n\n---\n${note}`);
  });
  it('is empty for nothing, and has line feeds only', () => {
    expect(written([])).toBe('');
    expect(written([quote('a\r\nb')], 'c\rd  \r\n')).toBe('> a\n> b\n\nc\nd');
  });
});

describe('reading', () => {
  it('takes text of others as the note', () => {
    for (const text of ['plain', '\n> not at the start', '---\nafter a rule', '---', 'a\n\n> b']) {
      expect(read(text)).toEqual({ quotes: [], note: text });
    }
  });
  it('reads quotes that were edited by hand', () => {
    expect(read('>tight\n> next\nmine')).toEqual({ quotes: [quote('tight\nnext')], note: 'mine' });
    expect(read('> a\r\n\r\n> b\r\n\r\nmine\r\n')).toEqual({ quotes: [quote('a'), quote('b')], note: 'mine' });
  });
  it('takes impossible stamps and a lone stamp for text', () => {
    for (const line of [
      '2023-02-30T00:00:00+01:00',
      '2023-02-03T24:00:00+01:00',
      '2023-02-03T00:00:00-00:00',
      '2023-02-03',
      // Instants that no file of ours could give back.
      '1950-05-05T10:00:00+01:00',
      '9999-12-31T23:59:59-12:00',
    ]) {
      expect(read(`> a\n> — ${line}`).quotes).toEqual([quote(`a\n— ${line}`)]);
    }
    expect(read('> — 2023-03-14T09:12:05+01:00').quotes).toEqual([quote('— 2023-03-14T09:12:05+01:00')]);
  });
  it('gives a stamped quote its day by the start of the day', () => {
    const night = readText('> a\n> — 2023-03-14T01:00:00+01:00', { ...context, dayStart: 120 });
    expect(night.quotes[0]?.day).toBe('2023-03-13');
  });
  it('takes time that grows with the text only', () => {
    const started = performance.now();
    read('> a\n\n'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it('reads back what was written', () => {
  const pieces = [
    '>',
    '> ',
    '---',
    '\n',
    '\n\n',
    ' ',
    '   ',
    '\t',
    'a',
    '— ',
    '— 2023-03-14T09:12:05+01:00',
    '```',
    '\u00a0',
    '\u2028',
    '-',
    'é😀',
  ];
  const text = fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces)).map((some) => some.join('')),
    )
    .map((some) => some.replace(/\r\n?/g, '\n'));
  const at = fc.integer({ min: 0, max: 253_402_214_399 });
  const stamped = fc
    .record({ at, offset: fc.integer({ min: -1439, max: 1439 }) })
    .map(({ at, offset }) => momentOf(at, offset));
  const quotes = fc.array(fc.record({ text, moment: fc.oneof(fc.constant(first), stamped) }));
  // White space at the very end is the one thing that is not kept; a full stop stands guard there.
  const notes = fc.oneof(
    fc.constant(''),
    text.map((some) => `${some}.`),
  );
  fc.assert(
    fc.property(quotes, notes, (some, note) => {
      const taken = some.map(({ text, moment }) => quote(note ? text : `${text}.`, moment));
      // Quotes of the first day at another instant come back with the link's: the loss that the format states.
      const expected = taken.map((one) => (one.day === first.day ? { ...one, ...first } : one));
      expect(read(written(taken, note))).toEqual({ quotes: expected, note });
    }),
    { numRuns: 2_000 },
  );
});

it('writes a title with its site', () => {
  expect(writtenTitle({ title: 'A talk', site: 'YouTube' })).toBe('A talk @ YouTube');
  expect(writtenTitle({ title: 'me @ home', site: '' })).toBe('me @ home');
});
