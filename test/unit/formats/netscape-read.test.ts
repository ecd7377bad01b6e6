import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netscape } from '../../../src/formats/netscape';
import { AT, context, linksOf, quote, readFile, skips } from './samples';

const read = (html: string, part = {}) => readFile(netscape, html, { ...context, ...part });
const one = (html: string, part = {}) => {
  const links = linksOf(read(html, part));
  expect(links).toHaveLength(1);
  return links[0];
};
const withAttributes = (attributes: string) => one(`<DT><A HREF="https://a.example/" ${attributes}>a</A>`);
const noteOf = (dd: string) => one(`<DL><p>\n<DT><A HREF="https://a.example/">a</A>\n<DD>${dd}\n</DL><p>\n`)?.note;

const folder = 'test/fixtures/netscape/';
const producers = readdirSync(folder).filter((name) => name.endsWith('.html'));

describe('files of each producer', () => {
  it('are fourteen', () => expect(producers).toHaveLength(14));
  it.each(producers)('%s', async (name) => {
    const html = readFileSync(folder + name, 'utf8');
    expect(netscape.detect(html.slice(0, 1000))).toBe(true);
    const results = `${JSON.stringify(read(html), null, 2)}\n`;
    await expect(results).toMatchFileSnapshot(`../../fixtures/netscape/${name.replace('.html', '.json')}`);
  });
});

describe('dates', () => {
  it.each([
    ['1678695125', AT],
    ['1678695125123', AT],
    ['1678695125123456', AT],
    [' 1678695125 ', AT],
    ['', context.now],
    ['0', context.now],
    ['-5', context.now],
    ['yesterday', context.now],
    ['9'.repeat(400), context.now],
  ])('%j', (date, expected) => {
    expect(withAttributes(`ADD_DATE="${date}"`)?.savedAt).toBe(expected);
  });
  it('of change is the date of saving where it is missing', () => {
    expect(withAttributes(`ADD_DATE="${AT}"`)?.changedAt).toBe(AT);
    expect(withAttributes(`ADD_DATE="${AT}" LAST_MODIFIED="${AT + 5}"`)?.changedAt).toBe(AT + 5);
  });
  it('give the day in the zone of the reader then', () => {
    const evening = Date.UTC(2023, 2, 13, 23, 30) / 1000;
    const html = `<DT><A HREF="https://a.example/" ADD_DATE="${evening}">a</A>`;
    expect(one(html, { offsetAt: (at: number) => (at === evening ? 60 : 0) })).toMatchObject({
      offset: 60,
      days: ['2023-03-14'],
    });
    expect(one(html, { dayStart: 120 })).toMatchObject({ days: ['2023-03-13'] });
  });
});

it('reads privacy; what says nothing leaves it open', () => {
  const secret = (attribute: string) => withAttributes(attribute)?.private;
  expect([secret('PRIVATE="1"'), secret('private=1'), secret('')]).toEqual([true, true, undefined]);
  expect([secret('PRIVATE="0"'), secret("PRIVATE='0'"), secret('PRIVATE=""')]).toEqual([false, false, false]);
});

it('reads tags by commas, spelled as in the file', () => {
  const tags = (value: string) => withAttributes(`TAGS="${value}"`)?.tags;
  expect(tags('a,b c,,d ,A')).toEqual(['a', 'b c', 'd', 'A']);
  expect(tags('to read')).toEqual(['to read']);
  expect(tags('two words,')).toEqual(['two words']);
  expect(tags('r&amp;d,&quot;x&quot;')).toEqual(['r&d', '"x"']);
  expect(tags('')).toEqual([]);
});

describe('addresses', () => {
  const address = (href: string) => one(`<DT><A HREF="${href}" ADD_DATE="1">a</A>`)?.url;
  it('are decoded where the producer escaped every &', () => {
    expect(address('https://a.example/?a=1&amp;b=2&#39;')).toBe("https://a.example/?a=1&b=2'");
    expect(address('https://a.example/?a=1&b=2&amp;c=3&copy=4')).toBe('https://a.example/?a=1&b=2&amp;c=3&copy=4');
  });
  it('may hold quotes that were not escaped', () => {
    expect(address('https://a.example/?q="two words"&b')).toBe('https://a.example/?q="two words"&b');
  });
  it('of other schemes are named, not taken', () => {
    const others = [
      'javascript:alert(1)',
      'JAVASCRIPT:x',
      'place:sort=1',
      'data:text/html,x',
      'file:///a',
      'about:config',
      'ftp://a.example/',
    ];
    const html = others.map((url) => `<DT><A HREF="${url}">T &amp; T</A>`).join('\n');
    expect(skips(read(html))).toEqual(others.map((url, n) => ({ why: 'notHttp', line: n + 1, title: 'T & T', url })));
  });
  it('that are missing or none at all are named', () => {
    const html = ['', 'HREF=""', 'HREF="/shaare/abc"', 'HREF="https://"', 'HREF="http://[x"'].map(
      (href) => `<DT><A ${href}>a</A>`,
    );
    expect(skips(read(html.join('\n'))).map((skip) => skip.why)).toEqual(html.map(() => 'noAddress'));
  });
});

describe('texts', () => {
  it('are decoded once', () => {
    expect(
      noteOf('&lt;b&gt; &amp;lt; &#39;&#x1F600; &eacute;&hellip; &unknown; &#0; &#xD800; &#99999999; a&copy2'),
    ).toBe("<b> &lt; '😀 é… &unknown; &#0; &#xD800; &#99999999; a&copy2");
  });
  it('keep their lines and later indentation', () => {
    expect(noteOf('a\n\n    b\n\tc  ')).toBe('a\n\n    b\n\tc');
    expect(noteOf('\u00A0\u00A0a\n b')).toBe('  a\n b');
    expect(noteOf('\u00A0\n  a')).toBe('\n  a');
  });
  it('begin with their quotes', () => {
    const html = `<DT><A HREF="https://a.example/" ADD_DATE="${AT}">a</A><DD>> q\n\n> r\n> — 2023-03-14T09:12:05+01:00\n\nn`;
    expect(one(html)).toMatchObject({
      quotes: [quote('q'), quote('r', AT + 86_400)],
      note: 'n',
      days: ['2023-03-13', '2023-03-14'],
    });
  });
  it('may speak of tags', () => {
    expect(noteOf('a <dt> and <a href="x">y</a>, <b>')).toBe('a <dt> and <a href="x">y</a>, <b>');
  });
});

describe('damaged files', () => {
  it('keep what is whole', () => {
    const html =
      '<DT><A HREF="https://a.example/" TAGS="x>broken\n<DT><A HREF="https://b.example/">b</A>\n<DT><A HREF="https://c.example/">c';
    expect(linksOf(read(html)).map((link) => link.url)).toEqual([
      'https://a.example/',
      'https://b.example/',
      'https://c.example/',
    ]);
    expect(
      linksOf(read(html))
        .map((link) => link.title)
        .slice(1),
    ).toEqual(['b', 'c']);
  });
  it('are read in lower case, on one line and without a head', () => {
    const html =
      "<dl><p><dt><a href='https://a.example/' tags=x>a</a><dd>text<dt><h3>f</h3><dl><p><dt ><a HREF=https://b.example/>b</a ></dl>";
    expect(linksOf(read(html))).toMatchObject([
      { url: 'https://a.example/', title: 'a', tags: ['x'], note: 'text' },
      { url: 'https://b.example/', title: 'b', note: '' },
    ]);
  });
  it('never throw', () => {
    const pieces = [
      '<DT>',
      '<A ',
      'HREF=',
      '"',
      "'",
      'https://a.example/',
      '>',
      '</A>',
      '<DD>',
      '</DL>',
      '\n',
      ' ',
      'ADD_DATE="',
      '9',
      '&#',
      'x',
      ';',
      '=',
      '<H3>',
      '<dt><a href="https://a.example/',
      '> — 2023-03-14T09:12:05+01:00',
    ];
    const part = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.array(fc.nat(), { maxLength: 9 }), (parts, cuts) => {
        const results = read(parts.join(''));
        for (const result of results) {
          if (result.kind === 'skipped') expect(result.what.line).toBeGreaterThan(0);
          else expect(result).toMatchObject({ kind: 'link', link: { url: expect.stringMatching(/^https?:/i) } });
        }
        expect(readFile(netscape, parts.join(''), context, cuts)).toEqual(results);
      }),
      { numRuns: 800 },
    );
  });
  it.each([
    '<DT><A HREF="',
    '<DT><A HREF="x"y',
    '<DT><A ',
    '<DT>',
    '<dt ',
    '<A HREF="https://a.example/">',
    '<DD>',
    '</A>',
    '\n ',
    ' ',
    '"',
    '&',
    '&a',
    '&#1',
    '> \n\n',
    '\n<',
    '</',
    '>\n',
    'a="b ',
    '\u00A0',
  ])('take time that grows with their size: %j', (piece) => {
    const many = piece.repeat(200_000 / piece.length);
    const started = performance.now();
    const start = '<DT><A HREF="https://a.example/" ';
    for (const html of [many, start + many, `${start}>${many}`, `${start}>a</A><DD>${many}`]) read(html);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

it('knows its files', () => {
  expect(netscape.detect('<!doctype netscape-bookmark-file-1>')).toBe(true);
  expect(netscape.detect('<DL><p>')).toBe(true);
  expect(netscape.detect('<!DOCTYPE html><p>a</p>')).toBe(false);
});
