import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnchor } from '../../../src/core/anchor';
import { type PassageLines, textFragment } from '../../../src/core/text-fragment';

/** The fragment for a passage of one line between what stands before and after it, on a page of nothing else. */
function inLine(before: string, first: string, after: string, more = ''): string {
  return textFragment({ before, first, after }, `${before}${first}${after}\n${more}`);
}

test('words that stand once on the page are enough', () => {
  expect(inLine('It was a ', 'bright cold', ' day')).toBe(':~:text=bright%20cold');
});

test('words that stand there more often are told by those around them', () => {
  expect(inLine('the first ', 'day', ' of May', 'the last day of June')).toBe(':~:text=first-,day');
  expect(inLine('one ', 'day', ' of May', 'one day in June')).toBe(':~:text=day,-of');
  expect(inLine('one ', 'day', ' of May', 'one day in June, a day of rain')).toBe(':~:text=one-,day,-of');
});

test('what cannot be told from the rest has none', () => {
  expect(inLine('', 'again', '', 'again')).toBe('');
  expect(inLine('and ', 'again', ' and', 'and again and')).toBe('');
});

test('what the page is not known to show has none', () => {
  expect(textFragment({ before: '', first: 'unseen', after: '' }, 'seen')).toBe('');
});

test('a part of a word is led to with the word', () => {
  expect(inLine('un', 'believ', 'able story')).toBe(':~:text=unbelievable');
  expect(inLine('l’', 'été', ' 2023')).toBe(':~:text=l%E2%80%99%C3%A9t%C3%A9');
  expect(inLine('well-', 'known', ', it is')).toBe(':~:text=well%2Dknown%2C');
});

test('the words of the line above and below do not become part of it', () => {
  expect(inLine('above\n', 'day', '\nbelow', 'day')).toBe(':~:text=above-,day');
});

test('the same letters inside a longer word are another word', () => {
  expect(inLine('of ', 'art', ' and', 'article, party')).toBe(':~:text=art');
});

test('what a browser takes for the same is the same: case, accents, soft hyphens, kinds of spaces', () => {
  for (const twin of ['ÉTÉ INDIEN', 'ete indien', 'é\u00adté indien', 'été\u00a0indien'])
    expect(inLine('', 'été indien', '', twin)).toBe('');
});

test('signs of the syntax are escaped', () => {
  expect(inLine('(', 'a-b, c & d', ')')).toBe(':~:text=a%2Db%2C%20c%20%26%20d');
});

describe('a passage of several lines', () => {
  const lines: PassageLines = {
    before: 'Title\n',
    first: 'One two three four five',
    last: 'six seven eight',
    after: '',
  };
  const page = 'Title\nOne two three four five\n…\nsix seven eight';

  test('is told by its first and its last words', () => {
    expect(textFragment(lines, page)).toBe(':~:text=One%20two%20three,six%20seven%20eight');
  });

  test('takes more of them where others begin or end alike', () => {
    expect(textFragment(lines, `${page}\nOne two three men`)).toBe(
      ':~:text=One%20two%20three%20four%20five,six%20seven%20eight',
    );
    const again = `${page}\nbelow\nAnother\nOne two three four five\nsix seven eight`;
    expect(textFragment({ ...lines, after: '\nbelow' }, again)).toBe(
      ':~:text=Title-,One%20two%20three%20four%20five,six%20seven%20eight,-below',
    );
  });

  test('whose lines are one and the same is led to by that line', () => {
    expect(textFragment({ before: '', first: 'refrain', last: 'refrain', after: '' }, 'refrain')).toBe(
      ':~:text=refrain',
    );
  });
});

test('a long passage of one line is told by its first and last words', () => {
  const first = `Begin here and now, ${'so it goes, '.repeat(30)}until the very end.`;
  expect(inLine('', first, '')).toBe(':~:text=Begin%20here%20and,the%20very%20end.');
});

/** What a browser does with a fragment, on a page of plain lines: where the first match begins and ends; undefined without one. */
function find(anchor: string, page: string): { start: number; end: number } | undefined {
  const [, prefix, start = '', end, suffix] =
    /text=(?:([^,]+)-,)?([^,]+)(?:,([^,-][^,]*))?(?:,-([^,]+))?$/.exec(anchor) ?? [];
  const words = (text: string) => `\\b${decodeURIComponent(text).replace(/[^\w ]/g, '\\$&')}\\b`;
  const pattern =
    (prefix ? `${words(prefix)}\\s*` : '') +
    `(?<passage>${words(start)}${end ? `[^]*?${words(end)}` : ''})` +
    (suffix ? `(?=\\s*${words(suffix)})` : '');
  const [from, to] = new RegExp(pattern, 'di').exec(page)?.indices?.groups?.passage ?? [];
  return from === undefined || to === undefined ? undefined : { start: from, end: to };
}

test('on a page of few words, said over and over, it leads to the passage or is empty', () => {
  const few = fc.constantFrom('a', 'day', 'days', 'Day', 'or', 'so', 'night');
  const line = fc.array(few, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const page = fc.array(line, { minLength: 1, maxLength: 8 }).map((all) => all.join('\n'));
  let led = 0;
  fc.assert(
    fc.property(page, fc.nat(), fc.nat(), (text, one, other) => {
      const [start = 0, end = 0] = [one % text.length, other % text.length].sort((a, b) => a - b);
      const passage = text.slice(start, end);
      const lines = passage.split('\n');
      const [first = '', last = ''] = [lines[0], lines.at(-1)];
      fc.pre(first.trim() !== '' && last.trim() !== '');
      const before = /[^\n]*\n?$/.exec(text.slice(0, start))?.[0] ?? '';
      const after = /^\n?[^\n]*/.exec(text.slice(end))?.[0] ?? '';
      const anchor = textFragment({ before, first, ...(lines.length > 1 && { last }), after }, text);
      if (!anchor) return;
      led += 1;
      const found = find(anchor, text);
      expect(found?.start).toBeLessThanOrEqual(start + first.length - first.trimStart().length);
      expect(found?.end).toBeGreaterThanOrEqual(end - (last.length - last.trimEnd().length));
      expect(found && text.slice(found.start, start)).toMatch(/^\w*$/);
    }),
    { numRuns: 1000 },
  );
  expect(led).toBeGreaterThan(300);
});

const word = fc.oneof(
  fc.constantFrom('a', 'day', 'été', 'l’on', 'x-y', '3,14', '東京', 'يوم', '“so', 'e\u0301', '😀', '—', '&', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const line = fc.array(word, { maxLength: 40 }).map((words) => words.join(' ').replace(/\s+/g, ' '));

test('of any text it is empty or an anchor of bounded length, whose parts stand in the page as whole words', () => {
  const lines = fc.record({ before: line, first: line, after: line }, { requiredKeys: ['before', 'first', 'after'] });
  fc.assert(
    fc.property(lines, fc.option(line, { nil: undefined }), line, ({ before, first, after }, last, rest) => {
      const page = [
        before + first + (last === undefined ? after : ''),
        last === undefined ? '' : last + after,
        rest,
      ].join('\n');
      const anchor = textFragment({ before, first, ...(last !== undefined && { last }), after }, page);
      if (!anchor) return;
      expect(isAnchor(anchor)).toBe(true);
      expect(decodeURIComponent(anchor).length).toBeLessThan(600);
      for (const part of anchor.slice(':~:text='.length).split(','))
        expect(page.toWellFormed()).toContain(decodeURIComponent(part.replace(/^-|-$/g, '')));
    }),
  );
});
