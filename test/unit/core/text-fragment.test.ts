import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnchor } from '../../../src/core/anchor';
import { textFragment } from '../../../src/core/text-fragment';

/** The fragment for a passage of one line between what stands before and after it, on a page of nothing else. */
function inLine(before: string, first: string, after: string, more = ''): string {
  return textFragment({ before, lines: [first], after }, `${before}${first}${after}\n${more}`);
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
  expect(textFragment({ before: '', lines: ['unseen'], after: '' }, 'seen')).toBe('');
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
  const lines = ['One two three four five', 'in between', 'six seven eight'];
  const page = `Title\n${lines.join('\n')}\nbelow\n`;
  const fragment = (more = '') => textFragment({ before: 'Title\n', lines, after: '\nbelow' }, page + more);

  test('is told by its first and its last words', () => {
    expect(fragment()).toBe(':~:text=One%20two%20three,six%20seven%20eight');
  });

  test('takes more of them, and of what is around it, where others begin or end alike', () => {
    expect(fragment('One two three men')).toBe(':~:text=One%20two%20three%20four%20five,six%20seven%20eight');
    expect(fragment(`Another\n${lines[0]}\n${lines[2]}`)).toBe(
      ':~:text=Title-,One%20two%20three%20four%20five,six%20seven%20eight,-below',
    );
  });

  test('is led to by those of its lines that can be told from others', () => {
    expect(fragment(`Title\n${lines[0]}`)).toBe(':~:text=in%20between,six%20seven%20eight');
    expect(fragment(`${lines[2]}\nbelow`)).toBe(':~:text=One%20two%20three,in%20between');
    expect(fragment(`Title\n${lines[0]}\n${lines[2]}\nbelow`)).toBe(':~:text=in%20between');
    expect(fragment(page)).toBe('');
  });

  test('that is long is told by its first and its last lines', () => {
    const anchor = textFragment({ before: '', lines: ['a', 'b c'], ends: ['y', 'z'], after: '' }, 'a b c d y z a');
    expect(anchor).toBe(':~:text=b%20c,z');
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
      fc.pre(lines.every((line) => line.trim() !== ''));
      const before = /[^\n]*\n?$/.exec(text.slice(0, start))?.[0] ?? '';
      const after = /^\n?[^\n]*/.exec(text.slice(end))?.[0] ?? '';
      const anchor = textFragment({ before, lines, after }, text);
      if (!anchor) return;
      led += 1;
      const found = find(anchor, text);
      // A word that was cut is whole; and a line at the beginning or end may be left out.
      expect(found?.start).toBeGreaterThanOrEqual(start - 5);
      expect(found?.end).toBeLessThanOrEqual(end + 5);
      expect(lines.length > 1 || text.slice(found?.start, found?.end).includes(passage.trim())).toBe(true);
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
  const lines = fc.array(line, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(line, lines, fc.option(lines, { nil: undefined }), line, line, (before, lines, ends, after, rest) => {
      const page = `${before}${[...lines, ...(ends ?? [])].join('\n')}${after}\n${rest}`;
      const anchor = textFragment({ before, lines, ...(ends && { ends }), after }, page);
      if (!anchor) return;
      expect(isAnchor(anchor)).toBe(true);
      expect(decodeURIComponent(anchor).length).toBeLessThan(600);
      for (const part of anchor.slice(':~:text='.length).split(','))
        expect(page.toWellFormed()).toContain(decodeURIComponent(part.replace(/^-|-$/g, '')));
    }),
  );
});
