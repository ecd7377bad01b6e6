import { afterAll, describe, expect, test } from 'vitest';
import type { Link } from '../../src/core/link';
import { writtenTitle } from '../../src/core/quote-text';
import { netscape } from '../../src/formats/netscape';
import { link } from '../fixtures/links';
import { sentLinks } from '../fixtures/links-for-shaarli';
import { importedByChromium, importedByFirefox, type OwnBookmark } from './driver/own-import';
import { removeProfiles } from './driver/profile';
import { fileOf } from './files';

/** Titles and addresses that a parser of bookmarks may trip over, beside everything that goes to a Shaarli. */
const ODD: Partial<Link>[] = [
  { title: 'Home > News > Now' },
  { title: 'A -> B, a <b> & &amp; "c" \'d\'' },
  { title: '</A> <DD> <DT> </DL>', note: '</A>\n<DT><A HREF="https://no.example/">no</A>' },
  { title: 'Œufs — 日本語 🙂 עברית' },
  { title: 'Title', site: 'A > site' },
  { url: 'https://odd.example/?a=1&b=2&amp=3&lt=4#x"y' },
  { url: "https://odd.example/it's/(a)/[b]/%20c" },
];

const LINKS = [
  ...sentLinks.map(({ link: one }) => one),
  ...ODD.map((part, place) => link({ url: `https://own.example/${place}`, title: `Own ${place}`, ...part })),
];

async function file(): Promise<string> {
  let text = '';
  for await (const piece of netscape.write(LINKS, { now: 1_700_000_000, offsetAt: () => 60, dayStart: 0 }))
    text += piece;
  return fileOf('bookmarks.html', text);
}

const sorted = (bookmarks: OwnBookmark[]) => bookmarks.toSorted((a, b) => (a.url < b.url ? -1 : 1));
/** Which marks of an address are percent-encoded is each browser's own. */
const level = (url: string) => new URL(url).href.replace(/%(?:5E|60|7B|7C|7D)/g, decodeURIComponent);
/** The one loss there is, and a stated one: who decodes addresses changes one that holds a reference itself. */
const decoded = (url: string) => url.replace(/&amp;(?=[a-z]=)/, '&');
const expected = sorted(
  LINKS.map((one) => ({ title: writtenTitle(one).replace(/\s+/g, ' ').trim(), url: level(decoded(one.url)) })),
);
const ours = (bookmarks: OwnBookmark[]) => {
  const urls = new Set(expected.map(({ url }) => url));
  const levelled = bookmarks.map(({ title, url }) => ({ title: title.replace(/\s+/g, ' ').trim(), url: level(url) }));
  return sorted(levelled.filter(({ url }) => urls.has(url)));
};

describe('a bookmark file in a browser’s own import', () => {
  afterAll(removeProfiles);

  test('Chromium has the same titles and addresses', async () => {
    expect(ours(await importedByChromium(await file(), LINKS.length))).toEqual(expected);
  });

  test('so has Firefox', async () => {
    expect(ours(await importedByFirefox(await file()))).toEqual(expected);
  });
});
