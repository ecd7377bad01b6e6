import type { Day } from '../core/link';
import type { Period } from '../core/period';
import { type Journal, journal } from './database';
import type { Clock } from './links';

/** The notes on the days of a period. */
export async function readDayNotes({ first, last }: Period, db: Journal = journal): Promise<Map<Day, string>> {
  const notes = await db.dayNotes.where('day').between(first, last, true, true).toArray();
  return new Map(notes.map(({ day, text }) => [day, text]));
}

/**
 * Writes the note on a day in place of the one before; an empty one removes it. Call it at every key: it is committed in the same breath
 * in which it is begun, since a browser takes back what a page that goes away has not committed.
 * @see https://w3c.github.io/IndexedDB/#dom-idbtransaction-commit
 */
export async function writeDayNote(day: Day, text: string, clock: Clock, db: Journal = journal): Promise<void> {
  await db.transaction('rw', db.dayNotes, async ({ idbtrans }) => {
    const changedAt = Math.floor(clock.ms / 1000);
    const done = text.trim() ? db.dayNotes.put({ day, text, changedAt }) : db.dayNotes.delete(day);
    idbtrans.commit();
    await done;
  });
}
