import { DRAFT_GRACE, DRAFT_KEPT, type Draft, type DraftStore } from '../core/draft';
import type { Link } from '../core/link';
import { type Journal, journal } from './database';
import type { Clock } from './links';

/** A draft as it is listed. */
export interface DraftRow {
  draft: Draft;
  /** The link that the journal has for its page: the draft is a change to it. */
  link?: Link;
}

/** The drafts of a place, the newest last. */
export async function readDrafts(place: string, db: Journal = journal): Promise<Draft[]> {
  return db.drafts.where('place').equals(place).sortBy('at');
}

/**
 * Drops drafts and keeps one instead of them: see `DraftStore`. The transaction is committed in the same breath in which it is begun,
 * since a browser takes back what a page that goes away has not committed. The new draft comes last: Firefox, once told to commit, undoes
 * the transaction for a failure of the last request only.
 * @see https://w3c.github.io/IndexedDB/#dom-idbtransaction-commit
 */
export async function replaceDrafts(gone: string[], draft?: Draft, db: Journal = journal): Promise<void> {
  await db.transaction('rw', db.drafts, async ({ idbtrans }) => {
    const done = Promise.all([gone.length && db.drafts.bulkDelete(gone), draft && db.drafts.put(draft)]);
    idbtrans.commit();
    await done;
  });
}

/** Drafts kept in the journal. */
export const journalDrafts: DraftStore = {
  read: (place) => readDrafts(place),
  replace: (gone, draft) => replaceDrafts(gone, draft),
};

/** All drafts, the newest first. */
export async function listDrafts(db: Journal = journal): Promise<DraftRow[]> {
  const drafts = await db.drafts.orderBy('at').reverse().toArray();
  const links = await db.links
    .where('key')
    .anyOf(drafts.map(({ place }) => place))
    .toArray();
  const byKey = new Map(links.map((link) => [link.key, link]));
  return drafts.map((draft) => {
    const link = byKey.get(draft.place);
    return { draft, ...(link && { link }) };
  });
}

/**
 * Drops drafts that were last changed more than 30 days ago, once they have been due for a day: the first call only notes that they
 * are. So a clock that is wrong for an hour drops nothing, and who was away for a month finds them still listed.
 */
export async function dropOldDrafts(clock: Clock, db: Journal = journal): Promise<void> {
  const now = Math.floor(clock.ms / 1000);
  await db.transaction('rw', db.drafts, async () => {
    const old = await db.drafts
      .where('at')
      .below(now - DRAFT_KEPT)
      .toArray();
    // What was noted while the clock was ahead counts for nothing.
    const isNoted = ({ dueAt }: Draft) => dueAt !== undefined && dueAt <= now;
    const gone = old.filter(({ dueAt = now }) => now - dueAt >= DRAFT_GRACE);
    await db.drafts.bulkDelete(gone.map(({ key }) => key));
    await db.drafts.bulkPut(old.filter((draft) => !isNoted(draft)).map((draft) => ({ ...draft, dueAt: now })));
  });
}
