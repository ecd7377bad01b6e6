import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown';

const types = (node: Nodes): string[] => [node.type, ...('children' in node ? node.children.flatMap(types) : [])];

test('there is no HTML and no definition in it: both are text', () => {
  const source = '<b>bold</b>\n\n<div>block</div>\n\n[a]: https://example.org';
  expect(new Set(types(parseMarkdown(source)))).toEqual(new Set(['root', 'paragraph', 'text', 'link']));
});

test('a passage cannot be nested deeper than can be drawn; its text stays', () => {
  const root = parseMarkdown(`${'> '.repeat(2000)}deep`);
  expect(types(root).length).toBeLessThan(60);
  expect(JSON.stringify(root)).toContain('deep');
});

test('a long run of spaces takes no time to speak of', () => {
  expect(types(parseMarkdown(`a${' '.repeat(100_000)}b`))).toEqual(['root', 'paragraph', 'text']);
});
