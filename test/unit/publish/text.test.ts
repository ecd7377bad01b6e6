import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columns } from '../../../src/publish/plain/columns';
import { markdownLines } from '../../../src/publish/plain/markdown-lines';
import { wrapped } from '../../../src/publish/plain/wrapped';
import { text } from '../../../src/publish/text';
import { link } from '../../fixtures/links';
import { dayOfLinks, publication, written } from './samples';

const lines = (markdown: string) => markdownLines(markdown).join('\n');

test.each([
  ['letters', 3, 'abc'],
  ['marks', 1, 'e\u0301'],
  ['Chinese', 4, '中文'],
  ['Korean', 4, '한국'],
  ['fullwidth', 2, 'Ａ'],
  ['a family', 2, '👩‍👩‍👧‍👦'],
  ['what has no room', 0, '\u200b'],
])('%s take %s columns', (_name, count, sample) => expect(columns(sample)).toBe(count));

const word = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-zé,.]{1,14}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[中文字日本語かなカナ、。「」]{1,40}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[가-힣]{1,20}$/) },
  { weight: 1, arbitrary: fc.webUrl({ withQueryParameters: true }) },
);
const paragraph = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));

test('lines keep 72 columns, but for what cannot be broken; nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (verses) => {
      const shown = wrapped(verses.join('\n'));
      for (const line of shown) {
        if (columns(line) > 72) expect(line.trim()).toMatch(/^\S*$/);
      }
      const letters = (all: string[]) => all.join('').replace(/\s/g, '');
      expect(letters(shown)).toBe(letters(verses));
      // An address stands whole in one line.
      for (const [address] of verses.join(' ').matchAll(/https?:\S+/g)) {
        expect(shown.some((line) => line.includes(address))).toBe(true);
      }
    }),
  );
});

test('verses that fit stay as they are, with their spaces; what runs over is set in', () => {
  expect(wrapped('One   two\n  three')).toEqual(['One   two', '  three']);
  expect(wrapped(`${'word '.repeat(14)}over and out\nNext`)).toEqual([
    'word '.repeat(14).trim(),
    '  over and out',
    'Next',
  ]);
});

test('Chinese and Japanese are broken between characters, not before a full stop', () => {
  const [first = '', second = ''] = wrapped(`${'語'.repeat(36)}。${'字'.repeat(10)}`);
  expect(first).toBe('語'.repeat(35));
  expect(second).toBe(`語。${'字'.repeat(10)}`);
});

test('lists hang, also in each other; numbers stand below each other', () => {
  const long = 'word '.repeat(20).trim();
  expect(lines(`- ${long}\n  - inner ${long}`)).toBe(
    [
      `- ${'word '.repeat(14).trim()}`,
      `  ${'word '.repeat(6).trim()}`,
      `  - inner ${'word '.repeat(12).trim()}`,
      `    ${'word '.repeat(8).trim()}`,
    ].join('\n'),
  );
  expect(lines('9. a\n10. b')).toBe(' 9. a\n10. b');
  expect(lines('- a\n\n  b\n\n- c')).toBe('- a\n\n  b\n\n- c');
});

test('diagrams stand as they are, however wide', () => {
  const wide = `|${' '.repeat(90)}|`;
  expect(markdownLines(`\`\`\`\n${wide}\n\n  x\n\`\`\``, '> ')).toEqual([`> ${wide}`, '>', '>   x']);
});

test('links keep their addresses; tables stand in columns, where they fit', () => {
  expect(lines('[Words](https://x.org/) *and* **so** ~~on~~ `c` https://y.org ![p](https://z.org/p)')).toBe(
    'Words <https://x.org/> _and_ *so* ~on~ `c` https://y.org p\n<https://z.org/p>',
  );
  expect(lines('| name | n |\n|---|--:|\n| 中文 | 1 |\n| b | 22 |')).toBe(
    'name |   n\n-----+----\n中文 |   1\nb    |  22',
  );
  const long = 'word '.repeat(10).trim();
  expect(lines(`| a | b |\n|---|---|\n| ${long} | ${long} |`)).toBe(`a: ${long}\nb: ${long}`);
});

test('what steers a terminal is left out', async () => {
  const odd = link({ title: 'a\u001b]0;x\u0007b', note: '\u001b[31mred', tags: ['c1\u009b2Jd\u007f'] });
  const file = await written(text, publication([dayOfLinks([odd])]));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(file).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(file).toContain('[31mred');
});
