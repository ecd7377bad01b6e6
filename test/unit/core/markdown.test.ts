import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parsed, parseMarkdown } from '../../../src/core/markdown';
import { plainParagraphs } from '../../../src/core/plain-paragraphs';

const types = (node: Nodes): string[] => [node.type, ...('children' in node ? node.children.flatMap(types) : [])];

test('there is no HTML and no definition in it: both are text', () => {
  const source = '<b>bold</b>\n\n<div>block</div>\n\n[a]: https://example.org';
  expect(new Set(types(parseMarkdown(source)))).toEqual(new Set(['root', 'paragraph', 'text', 'link']));
});

test.each(['- ', '> ', '1. ', '>', '* - '])('a thousand times %j is no work for the parser', (mark) => {
  const text = `Before.\n\n${mark.repeat(1500)}deep\n\nAfter.`;
  expect(parseMarkdown(text).children).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: text }] }]);
});

test.each(['- '.repeat(80), '*'.repeat(80), `${'> '.repeat(50)}x`])('%j is what it is', (text) => {
  expect(parseMarkdown(text)).toEqual(parsed(text));
});

test('a passage cannot be nested deeper than can be drawn; its text stays', () => {
  const root = parseMarkdown(`${'> '.repeat(2000)}deep`);
  expect(types(root).length).toBeLessThan(60);
  expect(JSON.stringify(root)).toContain('deep');
});

test('a long run of spaces takes no time to speak of', () => {
  expect(types(parseMarkdown(`a${' '.repeat(100_000)}b`))).toEqual(['root', 'paragraph', 'text']);
});

/** A tree without the places in the source that its nodes come from. */
const bare = (node: Nodes) =>
  JSON.parse(JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value)));

test('what is taken for mere words is what the parser makes of it', () => {
  const words = fc.constantFrom('word', 'Éa', 'http', 'www', '12', '漢字', 'e\u0301');
  const signs = fc.constantFrom(
    ...' \t\n\r\u00a0.,:;!?()[]{}<>"\'`*_~|&@/\\#+-=$%^«»—…\0\u2028',
    '\n\n',
    '- ',
    '1. ',
    '://',
    '    ',
  );
  const any = fc.array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 3, arbitrary: fc.constant(' ') }, signs), {
    maxLength: 16,
  });
  let plain = 0;
  fc.assert(
    fc.property(any, (parts) => {
      const text = parts.join('');
      if (!plainParagraphs(text)) return;
      plain += 1;
      expect(parseMarkdown(text)).toEqual(bare(parsed(text)));
    }),
    { numRuns: 2000 },
  );
  expect(plain).toBeGreaterThan(100);
});

test.each([
  'One line, with a colon: and (brackets) – and a dash-word, 50 % of 12.',
  'Two lines\nof a verse\n\nand another one',
  'Zwei Wörter',
])('%j is mere words', (text) => {
  expect(plainParagraphs(text)).toBeDefined();
});
