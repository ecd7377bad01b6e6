import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOfDays, countsOfMonth, daysAround } from '../../../src/storage/counts';
import type { Journal } from '../../../src/storage/database';
import { prepareSave } from '../../../src/storage/ground';
import { importLinks } from '../../../src/storage/import';
import { deleteLink, editLink, restoreLink } from '../../../src/storage/links';
import { renameTag } from '../../../src/storage/tag-changes';
import { tagUses } from '../../../src/storage/tag-uses';
import { entry, link } from '../../fixtures/links';
import { clock, countedAnew, emptyJournal, keptCounts, save } from './journal';

const NOW = clock('2023-03-14T09:00:00Z');

type Step =
  | { do: 'save' | 'edit'; path: string; tags: string[]; day: number; prepared?: boolean }
  | { do: 'delete' | 'restore'; path: string }
  | { do: 'import'; tags: string[]; day: number }
  | { do: 'rename'; from: string; to: string };

async function take(step: Step, db: Journal): Promise<void> {
  const at = (day: number) => new Date(Date.UTC(2022, 11, 1 + day, 10)).toISOString();
  if (step.do === 'import') {
    const files = step.tags.map((tag, place) => ({
      ...link({ url: `https://example.org/${tag}/${place}`, tags: [tag, 'all'] }),
      days: [at(step.day + place).slice(0, 10)],
    }));
    await importLinks(
      files.map(({ key: _key, id: _id, ...rest }) => rest),
      db,
    );
    return;
  }
  if (step.do === 'rename') {
    const use = [...(await tagUses(db)).values()].find(({ tag }) => tag === step.from);
    if (use) await renameTag(use.tag, step.to, NOW, db);
    return;
  }
  const url = `https://example.org/${step.path}`;
  if (step.do === 'save' && step.prepared) await prepareSave(db);
  if (step.do === 'save') await save(db, { url, tags: step.tags }, at(step.day), `Taken on day ${step.day}`);
  const there = await db.links.get({ key: url });
  if (step.do === 'edit' && there) {
    const base = entry(there);
    await editLink(there.id, { base, form: { ...base, tags: step.tags } }, NOW, {}, db);
  }
  if (step.do === 'delete' && there) await deleteLink(there.id, NOW, db);
  const binned = await db.bin.where('key').equals(url).first();
  if (step.do === 'restore' && binned) await restoreLink(binned.id, db);
}

test('in whatever order links are saved, edited, deleted, brought back, imported and renamed: the counts are those of the rows', async () => {
  const path = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  // Many of them are too much for one row of what is recent: they are added to the large ones.
  const tag = fc.oneof(fc.constantFrom('x', 'X', 'y', 'é', 'e'), fc.integer({ min: 1, max: 99 }).map(String));
  const tags = fc.uniqueArray(tag, { maxLength: 25 });
  const day = fc.integer({ min: 0, max: 60 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom('save', 'edit'), path, tags, day, prepared: fc.boolean() }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('delete', 'restore'), path }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('import'), tags, day }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('rename'), from: tag, to: tag }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const db = emptyJournal();
      for (const one of steps) {
        await take(one, db);
        expect(await keptCounts(db)).toEqual(await countedAnew(db));
      }
    }),
    { numRuns: 40 },
  );
}, 30_000);

test('a save leaves the large rows alone, until there is much that is not in them', async () => {
  const db = emptyJournal();
  await importLinks([link({ tags: ['one', 'two'] })], db);
  const large = () => db.counts.bulkGet(['tags', 'days:2023']);
  const before = await large();
  await save(db, { url: 'https://example.org/new', tags: ['One', 'three'] }, '2023-03-20T10:00:00Z');
  expect(await large()).toEqual(before);
  expect([...(await tagUses(db)).values()].map(({ tag, count }) => [tag, count])).toEqual([
    ['one', 2],
    ['two', 1],
    ['three', 1],
  ]);
  expect(await countsOfMonth(db, '2023-03')).toEqual(await countsOfDays(db));
  expect(await daysAround(db, '2023-03-15')).toEqual({ before: '2023-03-13', after: '2023-03-20', last: '2023-03-20' });
  const many = Array.from({ length: 70 }, (_, place) => `tag-${place}`);
  await save(db, { url: 'https://example.org/many', tags: many }, '2023-03-21T10:00:00Z');
  expect(await large()).not.toEqual(before);
  expect(await keptCounts(db)).toEqual(await countedAnew(db));
});

test('a tag that no link has any more may be spelled anew', async () => {
  const db = emptyJournal();
  const { link: first } = await save(db, { url: 'https://example.org/a', tags: ['Verse'] }, '2023-03-13T10:00:00Z');
  await deleteLink(first.id, NOW, db);
  expect(await tagUses(db)).toEqual(new Map());
  const { link: second } = await save(db, { url: 'https://example.org/b', tags: ['verse'] }, '2023-03-14T10:00:00Z');
  expect(second.tags).toEqual(['verse']);
  expect([...(await tagUses(db)).values()]).toMatchObject([{ tag: 'verse', count: 1 }]);
});

test('counts are read as they are where another window wrote them, however much this one has kept in mind', async () => {
  const db = emptyJournal();
  await save(db, { url: 'https://example.org/a', tags: ['one'] }, '2023-03-13T10:00:00Z');
  await tagUses(db);
  // Another window has read nothing of what this one keeps.
  const tags = new Map([['two', { tag: 'two', count: 5, last: 1 }]]);
  await db.counts.clear();
  await db.table('counts').bulkPut([
    { name: 'tags', tags },
    { name: 'recent', since: 'theirs' },
  ]);
  expect(await tagUses(db)).toEqual(tags);
});
