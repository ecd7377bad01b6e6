import fc from 'fast-check';
import type { ElementContent, Root } from 'hast';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../src/capture/to-markdown';
import { Tree } from '../../../src/capture/tree';
import { element, type Mark } from '../../../src/capture/tree-node';
import { parse } from './parse';

const root = (...children: ElementContent[]): Root => ({ type: 'root', children });
const text = (value: string): ElementContent => ({ type: 'text', value });
const p = (...children: (string | ElementContent)[]) =>
  element(
    'p',
    {},
    children.map((child) => (typeof child === 'string' ? text(child) : child)),
  );
const br = () => element('br');
const link = (href: string, ...children: ElementContent[]) => element('a', { href }, children);

/** What a reader sees of a parsed text: its blocks in order, a break as a line feed. */
function shown(node: Nodes): string {
  if (node.type === 'root') return node.children.map(shown).join('\n\n');
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(shown).join('') : '';
}

describe('text is written with as few backslashes as are safe', () => {
  test.each([
    ['snake_case and __init__ stay', 'snake_case and \\_\\_init\\_\\_ stay'],
    ['[int] [dict] ... [1]', '[int] [dict] ... [1]'],
    ['f[0](x)', 'f[0]\\(x)'],
    ['[a]: definition', '\\[a]: definition'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['*not bold*', '\\*not bold\\*'],
    ['a single * and a ~5 MB footnote*', 'a single * and a ~5 MB footnote\\*'],
    ['~5 MB', '~5 MB'],
    ['AT&T, Q&A; &c', 'AT&T, Q&A; &c'],
    ['&amp; &#39;', '\\&amp; \\&#39;'],
    ['x < y, <b>', 'x < y, \\<b>'],
    ['# title', '\\# title'],
    ['#tag', '#tag'],
    ['1984. A year', '1984\\. A year'],
    ['[ ] task', '\\[ ] task'],
    ['http://a.example/_x_~y~ and _z_', 'http://a.example/_x_~y~ and \\_z\\_'],
    ['- dash', '\\- dash'],
    ['-dash', '-dash'],
    ['> said', '\\> said'],
    ['C:\\new and \\*', 'C:\\new and \\\\*'],
  ])('%s', (value, markdown) => {
    expect(toMarkdown(root(p(value)))).toBe(markdown);
  });

  test('at the start of every line', () => {
    const tree = root(p('one', br(), '- two', br(), '1. three', br(), '---', br(), '=', br(), '| - |'));
    expect(toMarkdown(tree)).toBe('one\n\\- two\n1\\. three\n\\---\n\\=\n\\| - |');
  });
});

describe('the dialect', () => {
  test('lists: dashes, two spaces a level, three under numbers, no blank lines', () => {
    const tree = root(
      element('ul', {}, [
        element('li', {}, [p('one'), element('ul', {}, [element('li', {}, [p('two')])])]),
        element('li', {}, [p('three')]),
      ]),
      p('then'),
      element('ol', { start: 3 }, [
        element('li', {}, [p('c'), element('ul', {}, [element('li', {}, [p('x')])])]),
        element('li', {}, [p('d')]),
      ]),
    );
    expect(toMarkdown(tree)).toBe('- one\n  - two\n- three\n\nthen\n\n3. c\n   - x\n4. d');
  });

  test('code: language, a longer fence around fences', () => {
    const code = element('pre', { className: ['language-md'] }, [text('```\n\n a')]);
    expect(toMarkdown(root(code))).toBe('````md\n```\n\n a\n````');
  });

  test('links and images', () => {
    const tree = root(
      p(
        link('https://a.example/x_(y)', text('[1] x')),
        ' ',
        element('img', { src: 'https://a.example/i.png', alt: 'A [b]' }),
      ),
    );
    expect(toMarkdown(tree)).toBe('[[1] x](https://a.example/x_%28y%29) ![A \\[b\\]](https://a.example/i.png)');
  });

  test('rows of a table whose cells have several lines are several rows', () => {
    const row = (name: string, ...cells: ElementContent[][]) =>
      element(
        'tr',
        {},
        cells.map((cell) => element(name, {}, cell)),
      );
    const table = element('table', {}, [
      row('th', [text('A'), br(), text('B')], [text('C')]),
      row('td', [text('1')], [text('2'), br(), text('3')]),
    ]);
    expect(toMarkdown(root(table))).toBe('| A B | C |\n| - | - |\n| 1 | 2 |\n| | 3 |');
  });

  test('emphasis that Markdown cannot write is left out', () => {
    expect(toMarkdown(root(p('a', element('strong', {}, [text('"…"')]), 'c')))).toBe('a"…"c');
    expect(toMarkdown(root(p('a', element('strong', {}, [text('"b"')]), 'c')))).toBe('a"**b**"c');
    expect(toMarkdown(root(p('a', element('strong', {}, [text('b')]), 'c')))).toBe('a**b**c');
  });
});

const signs = fc.constantFrom(...'\\`*_{}[]()#+-.!<>&~|:=;"\'/ 1aé€ \u00a0\t😀');
const line = fc
  .oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: signs }),
    fc.string({ unit: signs, minLength: 5 }),
  )
  .map((value) => value.replace(/[\0\n\r]/g, '').replace(/^[ \t]+|[ \t]+$/g, ''))
  .filter((value) => /\S/.test(value));
const paragraphs = fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

describe('whatever stands on the page', () => {
  test('text comes back as it was, line for line', () => {
    fc.assert(
      fc.property(paragraphs, (blocks) => {
        const tree = root(
          ...blocks.map((lines) =>
            p(...lines.flatMap((value, index) => (index === 0 ? [kept(value)] : [br(), kept(value)]))),
          ),
        );
        expect(shown(parse(toMarkdown(tree)))).toBe(blocks.map((lines) => lines.join('\n')).join('\n\n'));
      }),
      { numRuns: 500 },
    );
  });

  test('code comes back as it was', () => {
    const code = fc
      .oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'`~ \na\t') }))
      .map((v) => v.replace(/[\0\r]/g, ''));
    fc.assert(
      fc.property(code, (value) => {
        expect(parse(toMarkdown(root(element('pre', {}, [text(value)])))).children).toMatchObject([
          { type: 'code', value },
        ]);
      }),
      { numRuns: 500 },
    );
  });

  test('marked text comes back as it was, in lists, quotations, headings and cells too', () => {
    const marks = fc.subarray<Mark>([
      { tagName: 'a', properties: { href: 'https://a.example/' } },
      { tagName: 'strong', properties: {} },
      { tagName: 'em', properties: {} },
      { tagName: 'del', properties: {} },
      { tagName: 'code', properties: {} },
    ]);
    const block = fc.constantFrom('p', 'li', 'blockquote', 'h2', 'td');
    fc.assert(
      fc.property(
        block,
        fc.array(fc.tuple(fc.string({ unit: signs }), marks), { minLength: 1, maxLength: 5 }),
        (name, runs) => {
          const tree = grown(name, runs);
          const want = shownTree(tree).replace(/[\s\u00a0]+/g, ' ');
          expect(
            shown(parse(toMarkdown(tree)))
              .replace(/[\s\u00a0]+/g, ' ')
              .trim(),
          ).toBe(want.trim());
        },
      ),
      { numRuns: 500 },
    );
  });
});

const kept = (value: string): ElementContent => ({ type: 'kept', value });

function grown(name: string, runs: [string, Mark[]][]): Root {
  const tree = new Tree();
  const around = name === 'li' ? ['ul', 'li'] : name === 'td' ? ['table', 'tr', 'th'] : name === 'p' ? [] : [name];
  for (const tagName of around) tree.open(tagName);
  for (const [value, marks] of runs) tree.text(value, marks);
  for (const _ of around) tree.close();
  return tree.root();
}

function shownTree(node: Root | ElementContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as ElementContent[]).map(shownTree).join('') : '';
}
