import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { ADDING } from '../../../src/core/draft';
import { type Link, noPassage } from '../../../src/core/link';
import { matchKey } from '../../../src/core/match-key';
import { Journal, VERSIONS } from '../../../src/storage/database';
import { readDrafts } from '../../../src/storage/drafts';
import { indexLinks } from '../../../src/storage/indexing';
import { saveLink } from '../../../src/storage/links';
import { entry, link, quote } from '../../fixtures/links';
import { countedAnew, keptCounts, save } from './journal';
import { expected, found } from './search-journals';

/** The stores of version 1, written by hand: they must not change any more. */
const FIRST = {
  links: 'id, &key, *days, *tags',
  bin: 'id, key, deletedAt',
  drafts: 'key, at',
  counts: 'name',
  settings: 'name',
};

async function journalOfVersion1(name: string, tables: Record<string, object[]> = { links: [link()] }): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores(FIRST);
  for (const [table, rows] of Object.entries(tables)) await old.table(table).bulkAdd(rows);
  old.close();
}

test('a journal of version 1 opens with its links and drafts', async () => {
  const draft = { key: 'https://example.org/a', typed: { note: 'typed' } };
  await journalOfVersion1('old', { links: [link()], drafts: [draft] });
  const now = new Journal('old');
  expect(await now.links.toArray()).toEqual([link()]);
  expect(await readDrafts('https://example.org/a', now)).toMatchObject([{ typed: { note: 'typed' } }]);
  await now.delete();
});

test('a later version finds the way ready: one more entry, with its upgrade', async () => {
  await journalOfVersion1('old');
  const next = new Journal('old', [
    ...VERSIONS,
    {
      version: 99,
      stores: { links: 'id, &key, *days, *tags, site' },
      upgrade: (tx) => tx.table('links').toCollection().modify({ site: 'Upgraded' }),
    },
  ]);
  expect(await next.links.where('site').equals('Upgraded').toArray()).toEqual([link({ site: 'Upgraded' })]);
  await next.delete();
});

test('a journal of version 5 is searched, counted and indexed at once, and a save goes on from its counts', async () => {
  const links = ['a', 'b', 'c'].map((id, place) => {
    const url = `https://example.org/${id}`;
    return link({
      id: `lf000000${id}0`,
      url,
      key: url,
      title: `Title ${id}`,
      tags: ['Old'],
      days: [`202${place}-03-13`],
    });
  });
  const old = new Journal(
    'five',
    VERSIONS.filter(({ version }) => version <= 5),
  );
  await old.links.bulkAdd(links);
  await old
    .table('counts')
    .bulkAdd([
      ...links.map(({ days: [day = ''] }) => ({ name: `days:${day.slice(0, 4)}` as const, days: new Map([[day, 1]]) })),
      { name: 'tags', tags: new Map([['old', { tag: 'Old', count: 3, last: 1 }]]) },
    ]);
  old.close();
  const now = new Journal('five');
  expect(await found('title', now)).toEqual(expected('title', links));
  expect(await keptCounts(now)).toEqual(await countedAnew(now));
  const { link: saved } = await save(now, { url: 'https://example.org/new', tags: ['OLD'] }, '2023-03-20T10:00:00Z');
  expect(saved.tags).toEqual(['Old']);
  expect(await keptCounts(now)).toEqual(await countedAnew(now));
  const sizes = { fewest: 1, fewestWaiting: 1, mostWaiting: 9, smallest: 2, largest: 9, atOnce: 2 };
  await indexLinks(async () => {}, now, sizes);
  expect([await now.unindexed.count(), await now.postings.count()]).toEqual([
    0,
    expect.toSatisfy((count) => count > 0),
  ]);
  expect(await found('title -b #old', now)).toEqual(expected('title -b #old', links));
  await now.delete();
});

/** Uses of the tags below, as version 1 counted them. */
const USES = Object.fromEntries(
  [
    ['talk', 3],
    ['verse', 1],
    ['late', 1],
  ].map(([tag, count]) => [tag, { tag, count, last: 1_678_693_265 }]),
);

describe('keys that are made in a new way', () => {
  /** As version 1 knew it: its key holds what is tracking now. */
  const old = (url: string, id: string, more: Partial<Link> = {}) => link({ url, key: url, id, ...more });
  const plain = 'https://www.youtube.com/watch?v=1';
  const shared = 'https://www.youtube.com/watch?v=1&si=Zx81';
  const sent = 'https://www.youtube.com/watch?v=1&feature=share';

  test('links that turn out to be one page become one, with all that they held', async () => {
    const day = '2023-03-14';
    await journalOfVersion1('rekey', {
      links: [
        old(shared, 'a', { note: 'Heard.', tags: ['talk'], quotes: [quote({ text: 'One.' })] }),
        old(plain, 'b', {
          note: 'Again.',
          tags: ['talk', 'verse'],
          days: [day],
          private: true,
          savedAt: 1_678_800_000,
        }),
        old(sent, 'c', { quotes: [quote({ text: 'Two.', at: 1_678_900_000 })], tags: ['late'], days: ['2023-03-15'] }),
        old('https://example.org/?v=1&si=Zx81', 'd', { tags: ['talk'] }),
      ],
      counts: [
        {
          name: 'days:2023',
          days: new Map([
            ['2023-03-13', 2],
            [day, 1],
            ['2023-03-15', 1],
          ]),
        },
        { name: 'tags', tags: new Map(Object.entries(USES)) },
      ],
    });
    const now = new Journal('rekey');
    const [one, other, ...rest] = await now.links.orderBy('id').toArray();
    expect(one).toMatchObject({
      ...{ id: 'a', url: shared, key: plain, note: 'Heard.\n\nAgain.', private: true, savedAt: 1_678_693_265 },
      ...{ tags: ['talk', 'verse', 'late'], days: ['2023-03-13', day, '2023-03-15'] },
    });
    expect(one?.quotes.map((each) => each.text)).toEqual(['One.', 'Two.']);
    expect(other).toMatchObject({ id: 'd', key: 'https://example.org/?v=1&si=Zx81' });
    expect(rest).toEqual([]);
    expect(await keptCounts(now)).toEqual(await countedAnew(now));
    await now.delete();
  });

  test('a link may take the key that another one leaves', async () => {
    const inner = 'https://example.org/?a=1';
    await journalOfVersion1('chain', {
      links: [old(plain, 'a', { key: inner }), old(inner, 'b', { key: 'https://example.org/old' })],
    });
    const now = new Journal('chain');
    expect((await now.links.toArray()).map(({ id, key }) => [id, key])).toEqual([
      ['a', plain],
      ['b', inner],
    ]);
    await now.delete();
  });

  test('what lies in the bin, and drafts, are found under their new keys', async () => {
    const draft = { title: '', at: 1, bases: {} };
    await journalOfVersion1('others', {
      bin: [{ id: 'a', key: shared, deletedAt: 1, link: old(shared, 'a') }],
      drafts: [
        { ...draft, key: shared, url: shared, typed: { note: 'First.', tags: ['one'] } },
        { ...draft, key: plain, url: plain, at: 2, typed: { note: 'Second.', tags: ['two'] } },
        { ...draft, key: 'adding', url: sent, typed: { url: sent } },
      ],
    });
    const now = new Journal('others');
    expect(await now.bin.where('key').equals(plain).toArray()).toMatchObject([
      { id: 'a', link: { key: plain, url: shared } },
    ]);
    expect(await readDrafts(plain, now)).toMatchObject([{ typed: { note: 'First.' } }, { typed: { note: 'Second.' } }]);
    expect(await readDrafts(ADDING, now)).toMatchObject([{ typed: { url: sent } }]);
    await now.delete();
  });

  test('a page that was saved before the upgrade is known after it', async () => {
    await journalOfVersion1('known', { links: [old(shared, 'a')] });
    const now = new Journal('known');
    const base = entry({ url: sent });
    const saved = await saveLink(
      { base, form: { ...base, note: 'Again.' } },
      noPassage,
      { ms: 1_679_000_000_000, offset: 0 },
      undefined,
      now,
    );
    expect(saved).toMatchObject({ known: true, link: { id: 'a', url: shared, note: 'Again.' } });
    await now.delete();
  });

  test('every key of a journal that was upgraded is the key of its address', async () => {
    const urls = ['https://x.com/a/1?s=20', 'HTTPS://Example.org/%c3?utm_source=a', 'about:blank#a', 'no address'];
    await journalOfVersion1('all', { links: urls.map((url, place) => old(url, `${place}`)) });
    const now = new Journal('all');
    expect((await now.links.toArray()).map((one) => one.key)).toEqual(urls.map(matchKey));
    await now.delete();
  });
});
