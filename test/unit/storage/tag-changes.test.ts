import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Journal } from '../../../src/storage/database';
import { importLinks } from '../../../src/storage/import';
import { deleteLink, restoreLink } from '../../../src/storage/links';
import { changeSetting, setting } from '../../../src/storage/settings';
import { deleteTag, renameTag, undoTagChange } from '../../../src/storage/tag-changes';
import { tagUses } from '../../../src/storage/tag-uses';
import { draft } from '../../fixtures/drafts';
import { link } from '../../fixtures/links';
import { clock, countedAnew, emptyJournal, keptCounts, save } from './journal';

const monday = '2023-03-13T09:00:00Z';
const later = clock('2023-03-14T09:00:00Z');
const muchLater = clock('2023-03-15T09:00:00Z');

/** Saves a link for each list of tags, in the order of the alphabet. */
async function journalOf(...lists: string[][]): Promise<Journal> {
  const db = emptyJournal();
  for (const [place, tags] of lists.entries()) await save(db, { url: `https://example.org/${place}`, tags }, monday);
  return db;
}

const tagsIn = async (db: Journal) => (await db.links.orderBy('key').toArray()).map((one) => one.tags);
const useOf = async (db: Journal, identity: string) => (await tagUses(db)).get(identity);

describe('renaming', () => {
  test('is written on every link, for a server to hear of, and is no new use', async () => {
    const db = await journalOf(['a', 'europe'], ['b'], ['europe']);
    const before = await useOf(db, 'europe');
    const change = await renameTag('europe', ' #Old  World', later, db);
    expect(change).toMatchObject({ name: 'Old-World', joined: undefined });
    expect(await tagsIn(db)).toEqual([['a', 'Old-World'], ['b'], ['Old-World']]);
    expect((await db.links.orderBy('key').toArray()).map((one) => one.changedAt)).toEqual([
      later.ms / 1000,
      Date.parse(monday) / 1000,
      later.ms / 1000,
    ]);
    expect(await useOf(db, 'old-world')).toEqual({ ...before, tag: 'Old-World' });
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
  });

  test('to another spelling of the same tag', async () => {
    const db = await journalOf(['europe'], ['europe', 'b']);
    const change = await renameTag('europe', 'Éurope', later, db);
    await save(db, { url: 'https://example.org/new', tags: ['EUROPE'] }, '2023-03-14T10:00:00Z');
    expect(await tagsIn(db)).toEqual([['Éurope'], ['Éurope', 'b'], ['Éurope']]);
    await undoTagChange(change, muchLater, db);
    // A tag has one spelling, so the link that came since has it too.
    expect(await tagsIn(db)).toEqual([['europe'], ['europe', 'b'], ['europe']]);
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
  });

  test('reaches drafts, which would bring the old name back, and is undone in them', async () => {
    const db = await journalOf(['europe'], ['eu']);
    await db.drafts.bulkAdd([
      draft({ key: 'one', typed: { tags: ['europe', 'b'] }, bases: { tags: ['europe'] } }),
      draft({ key: 'two', typed: { tags: ['eu', 'b'] } }),
    ]);
    const inDrafts = async () => (await db.drafts.toArray()).map(({ typed, bases }) => [typed.tags, bases.tags]);
    const change = await renameTag('europe', 'eu', later, db);
    expect(await inDrafts()).toEqual([
      [['eu', 'b'], ['eu']],
      [['eu', 'b'], undefined],
    ]);
    await undoTagChange(change, muchLater, db);
    expect(await inDrafts()).toEqual([
      [['europe', 'b'], ['europe']],
      [['eu', 'b'], undefined],
    ]);
  });

  test('is undone on links that went into the bin since, or came out of it', async () => {
    const db = await journalOf(['foo'], ['foo', 'b']);
    const [first, second] = await db.links.orderBy('key').toArray();
    await deleteLink(second?.id ?? '', later, db);
    const change = await renameTag('foo', 'bar', later, db);
    await deleteLink(first?.id ?? '', later, db);
    await restoreLink(second?.id ?? '', db);
    expect(await undoTagChange(change, muchLater, db)).toEqual({ back: 1, left: 0 });
    await restoreLink(first?.id ?? '', db);
    expect(await tagsIn(db)).toEqual([['foo'], ['foo', 'b']]);
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
  });

  test('to nothing is refused, and changes nothing', async () => {
    const db = await journalOf(['europe']);
    await expect(renameTag('europe', ' # ', later, db)).rejects.toMatchObject({ code: 'noTagName' });
    expect(await tagsIn(db)).toEqual([['europe']]);
  });

  test('to the name of another tag makes the two one; undoing tells which links had which', async () => {
    const db = await journalOf(['europe'], ['b', 'Politics', 'europe'], ['Politics']);
    await db.links.toCollection().modify({ changedAt: 5 });
    const usesBefore = await tagUses(db);
    const change = await renameTag('europe', 'politics', later, db);
    expect(change.joined).toMatchObject({ tag: 'Politics', count: 2 });
    expect(await tagsIn(db)).toEqual([['Politics'], ['b', 'Politics'], ['Politics']]);
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
    expect(await undoTagChange(change, muchLater, db)).toEqual({ back: 2, left: 0 });
    expect(await tagsIn(db)).toEqual([['europe'], ['b', 'Politics', 'europe'], ['Politics']]);
    expect(await tagUses(db)).toEqual(usesBefore);
    // The one that was not touched has no new date.
    expect((await db.links.get({ key: 'https://example.org/2' }))?.changedAt).toBe(5);
  });

  test('reaches the bin and the tags that links start with', async () => {
    const db = await journalOf(['europe'], ['b']);
    const first = await db.links.get({ key: 'https://example.org/0' });
    await deleteLink(first?.id ?? '', later, db);
    await changeSetting(db, 'startTags', { from: 'these', tags: ['EUROPE', 'b'] });
    const change = await renameTag('europe', 'Asia', later, db);
    expect((await setting(db, 'startTags')).tags).toEqual(['Asia', 'b']);
    expect((await db.bin.toArray()).map((row) => row.link.tags)).toEqual([['Asia']]);
    await undoTagChange(change, muchLater, db);
    expect((await setting(db, 'startTags')).tags).toEqual(['EUROPE', 'b']);
    await restoreLink(first?.id ?? '', db);
    expect(await tagsIn(db)).toEqual([['europe'], ['b']]);
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
  });
});

describe('deleting', () => {
  test('takes the tag off its links, and undoing puts it back where it stood', async () => {
    const db = await journalOf(['a', 'europe', 'b'], ['europe'], ['a']);
    const usesBefore = await tagUses(db);
    const change = await deleteTag('europe', later, db);
    expect(await tagsIn(db)).toEqual([['a', 'b'], [], ['a']]);
    expect(await useOf(db, 'europe')).toBeUndefined();
    await undoTagChange(change, muchLater, db);
    expect(await tagsIn(db)).toEqual([['a', 'europe', 'b'], ['europe'], ['a']]);
    expect(await tagUses(db)).toEqual(usesBefore);
  });

  test('undoing leaves links alone whose tags were changed since', async () => {
    const db = await journalOf(['a', 'europe'], ['europe'], ['europe']);
    const change = await deleteTag('europe', later, db);
    await save(db, { url: 'https://example.org/1', tags: ['new'] }, '2023-03-14T10:00:00Z');
    await deleteLink((await db.links.get({ key: 'https://example.org/2' }))?.id ?? '', later, db);
    expect(await undoTagChange(change, muchLater, db)).toEqual({ back: 1, left: 1 });
    expect(await tagsIn(db)).toEqual([['a', 'europe'], ['new']]);
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
  });

  test('a tag that came again meanwhile, in another spelling, keeps that one', async () => {
    const db = await journalOf(['europe']);
    const change = await deleteTag('europe', later, db);
    await save(db, { url: 'https://example.org/new', tags: ['Europe'] }, '2023-03-14T10:00:00Z');
    await undoTagChange(change, muchLater, db);
    expect(await tagsIn(db)).toEqual([['Europe'], ['Europe']]);
    expect(await keptCounts(db)).toEqual(await countedAnew(db));
  });
});

test('whatever is renamed, united and deleted: the counts are those of the rows, and undone in turn all is as it was', async () => {
  const name = fc.constantFrom('a', 'A', 'b', 'c', 'd', '');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), name), { maxLength: 5 }),
      async (lists, steps) => {
        const db = await journalOf(...lists);
        const [tags, uses] = [await tagsIn(db), await tagUses(db)];
        const changes = [];
        for (const [tag, to] of steps) {
          const spelled = (await useOf(db, tag))?.tag ?? tag;
          changes.push(await (to ? renameTag(spelled, to, later, db) : deleteTag(spelled, later, db)));
          expect(await keptCounts(db)).toEqual(await countedAnew(db));
        }
        for (const change of changes.reverse()) await undoTagChange(change, muchLater, db);
        expect([await tagsIn(db), await tagUses(db)]).toEqual([tags, uses]);
      },
    ),
    { numRuns: 25 },
  );
}, 20_000);

test('a tag on thousands of links is renamed on all of them', async () => {
  const db = emptyJournal();
  const file = Array.from({ length: 601 }, (_, place) => {
    const { key: _key, ...rest } = link({
      id: String(place).padStart(12, '0'),
      url: `https://example.org/${place}`,
      tags: ['many', `t${place % 7}`],
    });
    return rest;
  });
  await importLinks(file, db);
  const change = await renameTag('many', 'most', later, db);
  expect(await db.links.where('tags').equals('most').count()).toBe(601);
  expect(await undoTagChange(change, muchLater, db)).toEqual({ back: 601, left: 0 });
  expect(await db.links.where('tags').equals('many').count()).toBe(601);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});
