import { expect, test } from 'vitest';
import { IMPORT_OPTIONS, type ImportOptions } from '../../../src/core/import-options';
import { json } from '../../../src/formats/json';
import type { Journal } from '../../../src/storage/database';
import { writeDayNote } from '../../../src/storage/day-notes';
import { previewImport } from '../../../src/storage/import-preview';
import { reportImport } from '../../../src/storage/import-report';
import type { ImportCounts } from '../../../src/storage/import-state';
import { takeImport } from '../../../src/storage/import-take';
import { undoImport } from '../../../src/storage/import-undo';
import { readExtras } from '../../../src/storage/journal-extras';
import { deleteLink, restoreLink } from '../../../src/storage/links';
import { allLinks } from '../../../src/storage/reading';
import { changeSetting, setting } from '../../../src/storage/settings';
import { context, readFile, written } from '../formats/samples';
import { clock, emptyJournal, save } from './journal';
import { beginWith, reading } from './waiting-file';

const NOW = clock('2023-03-15T09:00:00Z');

/** What a backup of the journal is. */
async function backup(db: Journal): Promise<string> {
  return written(json.write(allLinks(db), { ...context, extras: await readExtras({ kind: 'all' }, db) }));
}

async function restore(
  file: string,
  db: Journal,
  chosen: Partial<ImportOptions> = {},
): Promise<ImportCounts | undefined> {
  const results = readFile(json, file);
  await beginWith(results, db, 'backup.json');
  const options = { ...IMPORT_OPTIONS, ...chosen };
  let seen: ImportCounts | undefined;
  for await (const { counts } of previewImport(reading(results), options, db)) seen = counts;
  let counts: ImportCounts | undefined;
  for await (const step of takeImport({ read: reading(results), options, clock: NOW }, db)) counts = step.counts;
  if (results.length) expect(counts).toEqual(seen);
  return counts;
}

async function journalOf(days: string[]): Promise<Journal> {
  const db = emptyJournal();
  for (const day of days)
    await save(db, { url: `https://example.org/${day}`, tags: ['one', day], note: 'N' }, `${day}T09:00:00Z`, 'Quoted');
  const { link } = await save(db, { url: 'https://example.org/gone', note: 'Gone.' }, '2023-03-14T09:00:00Z');
  await deleteLink(link.id, NOW, db);
  await writeDayNote(days[0] ?? '', 'A *good* day.', NOW, db);
  await changeSetting(db, 'dayStart', 240);
  await changeSetting(db, 'badge', true);
  await changeSetting(db, 'startTags', { from: 'these', tags: ['a'] });
  return db;
}

async function rowsOf(db: Journal) {
  const [links, bin, notes] = await Promise.all([db.links.toArray(), db.bin.toArray(), db.dayNotes.toArray()]);
  return { links, bin, notes };
}

test('a backup gives an empty journal everything back, and one click takes it away again', async () => {
  const from = await journalOf(['2023-03-13', '2023-03-14']);
  const file = await backup(from);
  const to = emptyJournal();
  expect(await restore(file, to, { settings: true })).toMatchObject({ added: 2, dayNotes: 1, binned: 1, settings: 2 });
  expect(await rowsOf(to)).toEqual(await rowsOf(from));
  expect(await setting(to, 'dayStart')).toBe(240);
  expect(await setting(to, 'startTags')).toEqual({ from: 'these', tags: ['a'] });
  // It would have to be asked for first.
  expect(await setting(to, 'badge')).toBe(false);
  const reported = [];
  for await (const entries of reportImport(to)) reported.push(...entries.map(({ kind, title }) => [kind, title]));
  expect(reported).toEqual([
    ['added', 'A page'],
    ['added', 'A page'],
    ['added', '2023-03-13'],
    ['added', expect.stringMatching(/^[0-9a-z]{17}$/)],
    ['kept', 'badge'],
    ['added', 'dayStart'],
    ['added', 'startTags'],
  ]);
  for await (const _ of undoImport(NOW, to));
  expect(await rowsOf(to)).toEqual({ links: [], bin: [], notes: [] });
  expect(await to.settings.toArray()).toEqual([]);
});

test('in a journal that has some of it, notes are united, settings stay unless they are chosen, and nothing comes twice', async () => {
  const file = await backup(await journalOf(['2023-03-13']));
  const to = emptyJournal();
  await writeDayNote('2023-03-13', 'Mine.', NOW, to);
  await changeSetting(to, 'dayStart', 60);
  expect(await restore(file, to)).toMatchObject({ added: 1, dayNotes: 1, binned: 1, settings: 0 });
  expect((await to.dayNotes.toArray()).map(({ text }) => text)).toEqual(['Mine.\n\nA *good* day.']);
  expect(await setting(to, 'dayStart')).toBe(60);
  const before = await rowsOf(to);
  expect(await restore(file, to)).toMatchObject({ added: 0, changed: 0, dayNotes: 0, binned: 0, same: 1 });
  expect(await rowsOf(to)).toEqual(before);
  await restore(file, to, { settings: true });
  expect(await setting(to, 'dayStart')).toBe(240);
  for await (const _ of undoImport(NOW, to));
  expect(await setting(to, 'dayStart')).toBe(60);
});

test('what came back out of the bin is not put into it again; a note that was changed since stays', async () => {
  const file = await backup(await journalOf(['2023-03-13']));
  const to = emptyJournal();
  await restore(file, to);
  const [binned] = await to.bin.toArray();
  await restoreLink(binned?.id ?? '', to);
  expect(await restore(file, to)).toMatchObject({ binned: 0 });
  expect(await to.bin.count()).toBe(0);
  expect(await to.links.count()).toBe(2);
});

test('taking it back leaves what was changed since', async () => {
  const file = await backup(await journalOf(['2023-03-13']));
  const to = emptyJournal();
  await restore(file, to);
  await writeDayNote('2023-03-13', 'Mine now.', NOW, to);
  for await (const _ of undoImport(NOW, to));
  expect((await rowsOf(to)).notes.map(({ text }) => text)).toEqual(['Mine now.']);
});
