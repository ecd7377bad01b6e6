import { expect, test } from 'vitest';
import { periodOf } from '../../../src/core/period';
import { readDayNotes, writeDayNote } from '../../../src/storage/day-notes';
import { clock, emptyJournal } from './journal';

const NOW = clock('2023-03-20T10:00:00Z');

test('a note is kept for its day, replaced, and removed when it is emptied', async () => {
  const db = emptyJournal();
  await writeDayNote('2023-03-13', 'One.', NOW, db);
  await writeDayNote('2023-03-13', 'Two.', NOW, db);
  expect(await db.dayNotes.toArray()).toEqual([{ day: '2023-03-13', text: 'Two.', changedAt: NOW.ms / 1000 }]);
  await writeDayNote('2023-03-13', ' \n', NOW, db);
  expect(await db.dayNotes.count()).toBe(0);
});

test('a period has the notes of its days', async () => {
  const db = emptyJournal();
  for (const day of ['2023-03-12', '2023-03-13', '2023-03-19', '2023-03-20']) await writeDayNote(day, day, NOW, db);
  const notes = await readDayNotes(periodOf('2023-03-13', 'week'), db);
  expect([...notes]).toEqual([
    ['2023-03-13', '2023-03-13'],
    ['2023-03-19', '2023-03-19'],
  ]);
});

test('keys that come faster than the disk writes end in the order in which they came', async () => {
  const db = emptyJournal();
  const texts = Array.from({ length: 20 }, (_, count) => 'letters'.repeat(count + 1));
  await Promise.all(texts.map((text) => writeDayNote('2023-03-13', text, NOW, db)));
  expect((await db.dayNotes.get('2023-03-13'))?.text).toBe(texts.at(-1));
});
