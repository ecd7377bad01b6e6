import { beforeEach, describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown';
import { matchKey } from '../../../src/core/match-key';
import { isUntouchedSample, sampleDay } from '../../../src/core/sample-day';
import { SAMPLE_TEXTS } from '../../../src/core/sample-texts';
import { countsOfMonth } from '../../../src/storage/counts';
import type { Journal } from '../../../src/storage/database';
import { deleteLink, editLink } from '../../../src/storage/links';
import { lookAtTouched } from '../../../src/storage/queue';
import { countSamples, loadSampleDay, removeSampleDay } from '../../../src/storage/sample-day';
import { writeServer } from '../../../src/storage/server';
import { tagUses } from '../../../src/storage/tag-uses';
import { link } from '../../fixtures/links';
import { emptyJournal } from './journal';

const NOON = { ms: Date.parse('2023-03-14T11:00:00Z'), offset: 60 };
let db: Journal;
beforeEach(() => {
  db = emptyJournal();
});

const load = (language = 'en') => loadSampleDay(language, NOON, db);
const all = () => db.links.toArray();

describe('a sample day', () => {
  test.each(['en', 'fr'])('shows verse, a nested list, a diagram and a note alone (%s)', (language) => {
    const quotes = sampleDay(language, '2023-03-13', 60).map(({ quotes: [first] }) =>
      first ? parseMarkdown(first.text).children : [],
    );
    expect(quotes[0]?.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
    expect(quotes[1]?.map(({ type }) => type)).toEqual(['paragraph', 'list', 'code']);
    expect(JSON.stringify(quotes[1])).toMatch(/"listItem".*"list".*"listItem"/);
    expect(quotes[2]).toEqual([]);
  });

  test('names no address but those of examples and of Wikipedia', () => {
    const hosts = Object.values(SAMPLE_TEXTS).flatMap((texts) => texts.map(({ url }) => new URL(url).hostname));
    expect(hosts.filter((host) => host !== 'example.org' && !host.endsWith('.wikipedia.org'))).toEqual([]);
  });

  test('stands on yesterday, in its hours there, and is counted', async () => {
    expect(await load()).toBe('2023-03-13');
    const links = await all();
    expect(links.map(({ days, savedAt, key, url }) => [days, savedAt < NOON.ms / 1000, key === matchKey(url)])).toEqual(
      Array(3).fill([['2023-03-13'], true, true]),
    );
    expect(links[0]?.savedAt).toBe(Date.parse('2023-03-13T08:41:00+01:00') / 1000);
    expect(await countsOfMonth(db, '2023-03')).toEqual(new Map([['2023-03-13', 3]]));
    expect(await countSamples(db)).toBe(3);
  });

  test('goes whole, and leaves nothing: no link, no count, no tag, nothing in the bin', async () => {
    await load();
    await removeSampleDay(db);
    expect([await all(), await db.bin.toArray(), await countSamples(db)]).toEqual([[], [], 0]);
    expect([(await countsOfMonth(db, '2023-03')).size, (await tagUses(db)).size]).toEqual([0, 0]);
  });

  test('goes without the links of one’s own, even of the same page', async () => {
    const own = [link({ id: 'own0000000', url: 'https://en.wikipedia.org/wiki/Commonplace_book', tags: ['mine'] })];
    await db.links.bulkPut([...own, link({ id: 'other00000' })]);
    await load();
    await removeSampleDay(db);
    expect((await all()).sort((a, b) => (a.id < b.id ? 1 : -1))).toEqual([...own, link({ id: 'other00000' })]);
  });

  test('leaves a link that was changed, which is one’s own then', async () => {
    await load();
    const [first] = await all();
    if (!first) throw new Error('no link');
    await editLink(first.id, { base: first, form: { ...first, note: 'My own words.' } }, NOON, {}, db);
    expect(await countSamples(db)).toBe(2);
    await removeSampleDay(db);
    expect((await all()).map(({ note }) => note)).toEqual(['My own words.']);
  });

  test('comes again whole after its links were deleted by hand', async () => {
    await load();
    for (const { id } of await all()) await deleteLink(id, NOON, db);
    await load();
    expect((await all()).every(isUntouchedSample)).toBe(true);
    expect([await countSamples(db), await db.bin.count()]).toEqual([3, 0]);
  });

  test('is sent to no server by itself, whatever else is', async () => {
    await writeServer('server', { address: 'https://a.example', api: 'https://a.example/api/v1', zone: 'UTC' }, db);
    await writeServer('autoSend', { what: 'all', tag: '', since: 0 }, db);
    await load();
    await lookAtTouched(NOON, db);
    await removeSampleDay(db);
    await lookAtTouched(NOON, db);
    expect(await db.queue.toArray()).toEqual([]);
  });

  test('takes no id from a link that was made one’s own, and no change of it from the server', async () => {
    await load();
    const [first, second] = await all();
    if (!first || !second) throw new Error('no link');
    await writeServer('server', { address: 'https://a.example', api: 'https://a.example/api/v1', zone: 'UTC' }, db);
    for (const one of [first, second]) {
      const form = { ...one, url: `https://example.org/mine/${one.id}` };
      await editLink(one.id, { base: one, form }, NOON, {}, db);
    }
    await deleteLink(second.id, NOON, db);
    await load();
    expect((await db.touched.toCollection().primaryKeys()).sort()).toEqual([first.id, second.id].sort());
    await removeSampleDay(db);
    expect((await all()).map(({ id }) => id)).toEqual([first.id]);
  });
});
