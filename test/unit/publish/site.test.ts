import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Link } from '../../../src/core/link';
import { zipped } from '../../../src/core/zip';
import type { PublishedDay } from '../../../src/publish/publication';
import { siteAddress, tagAddress } from '../../../src/publish/site/addresses';
import { siteFiles } from '../../../src/publish/site/site';
import type { Site, SiteWords } from '../../../src/publish/site/words';
import { link } from '../../fixtures/links';
import { nastyTexts } from '../../fixtures/nasty-texts';
import { dayOfLinks, words } from './samples';

const siteWords: SiteWords = {
  ...words,
  days: 'Days',
  previousDay: 'Previous day',
  nextDay: 'Next day',
  allTags: 'All tags',
  feed: 'Feed',
  archive: 'Archive',
  month: (month) => `Month ${month}`,
  linkCount: (count) => `${count} links`,
};

const ID = '12345678-1234-4123-8123-123456789abc';

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

function siteOf(days: PublishedDay[], more: Partial<Site> = {}): Site {
  const count = days.reduce((sum, { entries }) => sum + entries.length, 0);
  return { title: 'A & B', count, id: ID, address: '', today: '2023-04-02', updated: 0, days: each(days), ...more };
}

async function filesOf(site: Site): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { path, content } of siteFiles(site, siteWords)) {
    expect(files).not.toHaveProperty([path]);
    files[path] = content;
  }
  return files;
}

const on = (day: string, id: string, more: Partial<Link> = {}) =>
  link({ id, url: `https://example.org/${id}`, title: `Link ${id}`, days: [day], tags: ['one'], ...more });
const threeDays = () => [
  dayOfLinks([on('2023-03-13', 'a', { tags: ['one', 'C++'] }), on('2023-03-13', 'b')], '2023-03-13'),
  dayOfLinks([on('2023-03-31', 'c', { tags: ['Œuf'], changedAt: 1_700_000_000 })], '2023-03-31'),
  dayOfLinks([on('2023-04-02', 'd')], '2023-04-02'),
];

test('a site has a page a day and a month, tags, a feed, a style sheet and a way in', async () => {
  const files = await filesOf(siteOf(threeDays()));
  expect(Object.keys(files).sort()).toEqual(
    [
      ...['days/2023-03-13.html', 'days/2023-03-31.html', 'days/2023-04-02.html', 'feed.xml', 'index.html'],
      ...['months/2023-03.html', 'months/2023-04.html', 'style.css', 'tags.html'],
      ...['tags/c~2b~2b.html', 'tags/oeuf.html', 'tags/one.html'],
    ].sort(),
  );
});

test('every address inside the site is relative, and leads to something that is there', async () => {
  const days = threeDays();
  days[1]?.entries.push(
    ...dayOfLinks([on('2023-03-13', 'a', { days: ['2023-03-13', '2023-03-31'] })], '2023-03-31').entries,
  );
  const files = await filesOf(siteOf(days));
  for (const [path, content] of Object.entries(files)) {
    for (const [, address = ''] of content.matchAll(/ href="([^"]*)"/g)) {
      if (address.startsWith('https://example.org/')) continue;
      const { pathname, hash } = new URL(address, `https://site.example/deep/${path}`);
      const page = files[pathname.replace('/deep/', '')];
      expect(page, `${address} in ${path}`).toBeDefined();
      if (hash) expect(page).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
    }
  }
});

test('days lead to those before and after them, and to their month', async () => {
  const day = (await filesOf(siteOf(threeDays())))['days/2023-03-31.html'];
  expect(day).toContain('<a rel="prev" href="../days/2023-03-13.html" aria-label="Previous day, Day 2023-03-13">');
  expect(day).toContain('<a href="../months/2023-03.html">Month 2023-03</a>');
  expect(day).toContain('<a rel="next" href="../days/2023-04-02.html"');
  expect(day).toContain(`content="default-src 'none'; style-src 'self'"`);
});

test('tags count their links, each once; the way in counts months', async () => {
  const files = await filesOf(siteOf(threeDays()));
  expect(files['tags.html']).toContain('<a href="tags/one.html">one</a> <span>3 links</span>');
  expect(files['tags/one.html']?.match(/Link [abcd]/g)).toEqual(['Link d', 'Link a', 'Link b']);
  expect(files['index.html']).toMatch(/Month 2023-04<\/a> <span>1 links[\s\S]*Month 2023-03<\/a> <span>3 links/);
});

test('the feed has the days that are over, the newest first, with ids that never change', async () => {
  const feed = (await filesOf(siteOf(threeDays())))['feed.xml'] ?? '';
  expect(feed.match(/<id>[^<]*/g)).toEqual([
    '<id>urn:uuid:12345678-1234-4123-8123-123400000000',
    '<id>urn:uuid:12345678-1234-4123-8123-123420230331',
    '<id>urn:uuid:12345678-1234-4123-8123-123420230313',
  ]);
  expect(feed.match(/<updated>[^<]*/g)).toEqual([
    '<updated>2023-11-14T22:13:20Z',
    '<updated>2023-11-14T22:13:20Z',
    '<updated>2023-03-13T07:41:05Z',
  ]);
  expect(feed).toContain('<title>A &amp; B</title>');
  expect(feed).not.toContain('rel="self"');
  const moved = siteOf(threeDays(), { address: 'https://me.example/links/', title: 'Another' });
  const elsewhere = (await filesOf(moved))['feed.xml'] ?? '';
  expect(elsewhere.match(/<id>[^<]*/g)).toEqual(feed.match(/<id>[^<]*/g));
  expect(elsewhere).toContain(
    '<link rel="self" type="application/atom+xml" href="https://me.example/links/feed.xml"/>',
  );
  expect(elsewhere).toContain('href="https://me.example/links/days/2023-03-31.html"');
});

test('the feed tells of thirty days', async () => {
  const days = Array.from(
    { length: 40 },
    (_, place) => `2022-${place < 20 ? '01' : '02'}-${String((place % 20) + 1).padStart(2, '0')}`,
  );
  const feed = (await filesOf(siteOf(days.map((day) => dayOfLinks([on(day, day)], day)))))['feed.xml'];
  expect(feed?.match(/<entry>/g)).toHaveLength(30);
  expect(feed).toContain('123420220220</id>');
  expect(feed).not.toContain('123420220110</id>');
});

test('nothing that XML cannot hold gets into the feed', async () => {
  const links = nastyTexts.map(({ name, text, title = '' }, place) =>
    on('2023-03-13', `${place}`, { title: title || name, note: `${text.slice(0, 2000)}\ud800\ufffe` }),
  );
  const feed = (await filesOf(siteOf([dayOfLinks(links)])))['feed.xml'] ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(feed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(feed.isWellFormed()).toBe(true);
});

test.each([
  ['python', 'tags/python.html'],
  ['Été', 'tags/ete.html'],
  ['日本', 'tags/~e6~97~a5~e6~9c~ac.html'],
  ['../../x', 'tags/~2e~2e~2f~2e~2e~2fx.html'],
  ['CON', 'tags/~~con.html'],
])('the page of the tag %s is %s', (tag, address) => expect(tagAddress(tag)).toBe(address));

test('long tags have pages of their own', () => {
  const names = ['a', 'b'].map((end) => tagAddress('x'.repeat(500) + end));
  expect(new Set(names).size).toBe(2);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThan(150);
});

test.each([
  ['', ''],
  ['me.example/links', 'https://me.example/links/'],
  ['https://me.example/links/index.html?a#b', 'https://me.example/links/'],
  ['no address', undefined],
  ['ftp://me.example', undefined],
])('a site at %j stands at %j', (typed, address) => expect(siteAddress(typed)).toBe(address));

test('the zip holds every file, and is the same each time', async () => {
  const bytes = async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of zipped(siteFiles(siteOf(threeDays()), siteWords), 1_678_693_265)) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const first = await bytes();
  expect(await bytes()).toEqual(first);
  const files = await filesOf(siteOf(threeDays()));
  const unpacked = Object.entries(unzipSync(first)).map(([path, content]) => [path, strFromU8(content)]);
  expect(Object.fromEntries(unpacked)).toEqual(files);
});
