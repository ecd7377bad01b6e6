import { Problem } from '../core/errors';
import { noPassage } from '../core/link';
import type { Save } from '../core/save';
import { type Journal, journal } from './database';
import { type Clock, deleteLink, type Saved, saveLink } from './links';

/** What became of one of many: saved, or why not. */
export type Outcome = Saved | { problem: Problem };

/**
 * Saves many pages in one transaction, so that three hundred cost one wait for the disk. One that cannot be saved keeps no other back.
 * They are a millisecond apart, so that their order stays.
 * @returns what became of each, in their order
 */
export async function saveLinks(saves: Save[], clock: Clock, db: Journal = journal): Promise<Outcome[]> {
  return db.transaction('rw', [db.links, db.counts, db.drafts, db.settings], async () => {
    const outcomes: Outcome[] = [];
    for (const [place, save] of saves.entries()) {
      try {
        outcomes.push(await saveLink(save, noPassage, { ...clock, ms: clock.ms + place }, undefined, db));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        outcomes.push({ problem: error });
      }
    }
    return outcomes;
  });
}

/** Puts many links into the bin, in one transaction. */
export async function deleteLinks(ids: string[], clock: Clock, db: Journal = journal): Promise<void> {
  await db.transaction('rw', [db.links, db.bin, db.counts], async () => {
    for (const id of ids) await deleteLink(id, clock, db);
  });
}
