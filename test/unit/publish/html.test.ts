import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../../src/publish/html';
import { light } from '../../../src/publish/light';
import { markdownHtml } from '../../../src/publish/markdown-html';
import { STYLE } from '../../../src/publish/style';
import { link, quote } from '../../fixtures/links';
import { nastyTexts } from '../../fixtures/nasty-texts';
import { dayOfLinks, publication, words, written } from './samples';

/** Every tag that the writers may write, to the letter. */
const TAG = new RegExp(
  [
    '</?(?:em|strong|del|code|blockquote|ul|ol|table|thead|tbody|tr|article|p|li|pre|div|span|a|h[1-3]|td|th|time)>',
    '<(?:br|hr)>',
    '<(?:div|li) dir="auto">',
    '<(?:h[1-3]|blockquote)( lang="")? dir="auto">',
    '<div class="note" lang="" dir="auto">',
    '<span class="site" lang="" dir="auto">',
    '<p class="meta">',
    '<ul class="tags" aria-label="Tags">',
    '<time datetime="[\\d:T+-]+">',
    '<pre tabindex="0">',
    '<div class="wide" tabindex="0">',
    '<ol start="\\d+">',
    '<t[hd] align="(?:left|right|center)">',
    '<a href="https?://[^"<>]*">',
  ].join('|'),
  'gi',
);
const REFERENCE = /&(?:amp|lt|gt|quot);/g;

/** What is left of HTML that people see, once every tag that is ours is gone: nothing else may be markup. */
function textOf(written: string): string {
  const rest = written.replace(TAG, '');
  expect(rest.replace(REFERENCE, '')).not.toMatch(/[<>"&]/);
  const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
  return rest.replace(REFERENCE, (one) => signs[one] ?? '');
}

/** Markup, Markdown, and what breaks both. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<script>',
          '</p>',
          '"',
          "'",
          '<img src=x onerror=alert(1)>',
          '&lt;',
          '&#60;',
          '&',
          '\n',
          '\n\n',
          '> ',
          '- ',
          '1. ',
          '```',
          '`',
        ],
        ...[
          '[a](javascript:x)',
          '[b](https://x/"onclick="y)',
          '![c](data:text/html,x)',
          '<https://x/?a&b>',
          '| a | b |\n|:--|--:|\n',
          '\\',
          '*',
        ],
        ...[
          '</pre>',
          '</blockquote>',
          '<!--',
          ']]>',
          '\u0000',
          '\ud800',
          '\u2028',
          '    ',
          '# ',
          '~~',
          '<a href="',
          '[![d](https://p/)](https://q/)',
        ],
      ),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('nothing in a quote or note becomes an element or an attribute', () => {
  fc.assert(
    fc.property(hostile, (text) => void textOf(markdownHtml(text))),
    { numRuns: 300 },
  );
});

test('nothing in any field of a link becomes an element or an attribute', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (one, other) => {
      const { id, ...fields } = {
        id: 'a',
        title: one,
        site: other,
        url: `https://x/${other}`,
        note: one,
        tags: [one || 'a'],
      };
      const days = [dayOfLinks([link({ id, ...fields, quotes: [quote({ text: other })] })])];
      const page = await written(html, publication(days, { title: other }));
      textOf(page.slice(page.indexOf('<main>') + 6, page.indexOf('</main>')));
      textOf(await light(publication(days, { title: other }), words));
    }),
    { numRuns: 100 },
  );
});

test.each(nastyTexts.filter(({ name }) => name !== 'control characters'))('code keeps its text: $name', ({ text }) => {
  const fence = '`'.repeat(8);
  const written = markdownHtml(`${fence}\n${text}\n${fence}`);
  // A parser drops the line feed that follows the tag.
  expect(textOf(written).replace(/^\n/, '')).toBe(text);
});

test('words survive whatever stands around them', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zé]{12}$/), hostile, hostile, (word, before, after) => {
      expect(markdownHtml(`${before}\n\n${word}\n\n${after}`)).toContain(word);
    }),
  );
});

test('lists, tables, pictures and lines', () => {
  expect(markdownHtml('- a\n  - b\n\nc\nd')).toBe('<ul><li>a<ul><li>b</li></ul></li></ul><p>c<br>d</p>');
  expect(markdownHtml('| a |\n|--:|\n| 1 |')).toContain('<th align="right">a</th>');
  expect(markdownHtml('![p](https://x/p.png) [![q](https://x/q.png)](https://x/)')).toBe(
    '<p><a href="https://x/p.png">p</a> <a href="https://x/">q</a></p>',
  );
});

test('a page loads nothing and runs nothing', async () => {
  const page = await written(html, publication([dayOfLinks([link()])]));
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  );
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(/);
});

test('its colours and type are those of the daily page', () => {
  const look = readFileSync(path.resolve(import.meta.dirname, '../../../src/ui/look.css'), 'utf8');
  const values = STYLE.slice(0, STYLE.indexOf('* {')).match(/#[0-9a-f]{6}|"Iowan[^;]+|system-ui[^;]+|ui-mono[^;]+/g);
  expect(values).toHaveLength(17);
  expect(values?.filter((value) => !look.includes(value))).toEqual([]);
});
