import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../../src/core/link';
import { netscape } from '../../../src/formats/netscape';
import { AT, context, makeLink, quote, written } from './samples';

const writeAll = (links: Link[]) => written(netscape.write(links, context));

/** The lines of one entry. */
async function write(part: Partial<Link>): Promise<string> {
  const file = await writeAll([makeLink(part)]);
  return file.slice(file.indexOf('<DT>'), file.indexOf('</DL>')).trimEnd();
}

const title = async (text: string) => /PRIVATE="0" TAGS="">(.*)<\/A>$/s.exec(await write({ title: text }))?.[1];
const text = async (note: string) => (await write({ note })).split('\n<DD>')[1];
const tags = async (...some: string[]) => / TAGS="(.*?)">/.exec(await write({ tags: some }))?.[1];
const address = async (url: string) => / HREF="(.*?)" ADD_DATE/.exec(await write({ url }))?.[1];

it('writes a whole file', async () => {
  const talk = makeLink({
    url: 'https://video.example/watch?v=1&t="x"',
    title: 'Véronique "La cigogne" <live>',
    site: 'YouTube',
    quotes: [
      quote("La cigogne depuis des millénaires ayant fort à faire,\ncommence avec les années à un peu s'épuiser."),
      quote('Vivent les citoyens en barboteuse !', AT + 86_400),
    ],
    note: '> Une passionnante conférence <b>gesticulée</b>, a < b &amp; public="yes"\n',
    tags: ['talk', 'r&d', '"x"'],
    private: true,
    changedAt: AT + 86_400,
  });
  const docs = makeLink({ url: 'https://docs.example/intro', title: 'Introduction', savedAt: AT + 1 });
  expect(await writeAll([talk, docs])).toBe(readFileSync('test/fixtures/netscape/ours.html', 'utf8'));
});

it('hands a large file on piece by piece', async () => {
  const links = Array.from({ length: 1000 }, () => makeLink());
  const chunks: string[] = [];
  for await (const chunk of netscape.write(links, context)) chunks.push(chunk);
  expect(chunks.length).toBeGreaterThan(5);
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(20_000);
});

describe('text', () => {
  it('escapes < only where a tag could begin', async () => {
    expect(await text('a < b <3 <- <b> </b> <!-- <?x')).toBe('a < b <3 <- &lt;b> &lt;/b> &lt;!-- &lt;?x');
  });
  it('escapes < after > and white space', async () => {
    expect(await text('<3 > <3 ><3 >\n\n<3 <3')).toBe('<3 > &lt;3 >&lt;3 >\n\n&lt;3 <3');
  });
  it('escapes & only where a character reference could begin', async () => {
    expect(await text('R&D & &; &amp; &x; &copy2 &section &AMP &#1 &#x &#xa &Copy')).toBe(
      'R&D & &; &amp;amp; &amp;x; &amp;copy2 &amp;section &amp;AMP &amp;#1 &#x &amp;#xa &Copy',
    );
  });
  it('escapes the quote of what looks like an attribute', async () => {
    expect(await text('note="a" Description="b" pub="1" public="1" published="1" class="c"')).toBe(
      'note=&quot;a" Description=&quot;b" pub=&quot;1" public=&quot;1" published=&quot;1" class="c"',
    );
  });
  it('makes the first indentation visible, and no later one', async () => {
    expect(await text('  a\n  b')).toBe('\u00A0\u00A0a\n  b');
    expect(await text('\ta')).toBe('\u00A0\u00A0\u00A0\u00A0a');
    expect(await text('\n  a')).toBe('\u00A0\n  a');
  });
  it('has no line where there is no text', async () => {
    expect(await write({})).not.toContain('<DD>');
  });
});

it('writes titles on one line', async () => {
  expect(await title(' a\n b\t<i> c <')).toBe('a b &lt;i&gt; c <');
  // Chromium would begin the title behind the last one.
  expect(await title('Home > News')).toBe('Home &gt; News');
  expect(await title('<3')).toBe('&lt;3');
});

it('ends tags with a comma, and keeps commas out of them', async () => {
  expect(await tags()).toBe('');
  expect(await tags('a')).toBe('a,');
  expect(await tags('a,b', 'c"d', '>', 'r&d', 'é')).toBe('a-b,c&quot;d,&gt;,r&d,é,');
});

it('writes addresses as they are, without quotes and white space', async () => {
  expect(await address('https://a.example/?a=1&b=2&amp;c')).toBe('https://a.example/?a=1&b=2&amp;c');
  expect(await address(' https://a.example/"<a b>\n')).toBe('https://a.example/%22%3Ca%20b%3E');
});

it('keeps the end of an address from becoming an attribute', async () => {
  expect(await address('https://a.example/?x=&Footnote=')).toBe('https://a.example/?x=&Footnote= ');
  expect(await address('https://a.example/?tag=a')).toBe('https://a.example/?tag=a');
});

it('keeps the true instant of midnight', async () => {
  expect(await write({ savedAt: 1_678_665_600 })).toContain('ADD_DATE="1678665600"');
});
