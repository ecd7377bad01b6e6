import type { Draft } from '../core/draft';
import { matchKey } from '../core/match-key';
import { type Journal, journal } from './database';
import type { Clock } from './links';

/** Where a draft lies: the address of the page that is saved or edited, or the form that adds a link by hand. */
export type DraftPlace = { page: string } | 'adding';

export function draftKey(place: DraftPlace): string {
  return place === 'adding' ? 'adding' : matchKey(place.page);
}

export async function readDraft(place: DraftPlace, db: Journal = journal): Promise<Draft | undefined> {
  return db.drafts.get(draftKey(place));
}

/** Keeps what was typed; an older draft of the place is replaced. */
export async function writeDraft(
  place: DraftPlace,
  draft: Omit<Draft, 'key' | 'at'>,
  clock: Clock,
  db: Journal = journal,
): Promise<void> {
  await db.drafts.put({ ...draft, key: draftKey(place), at: Math.floor(clock.ms / 1000) });
}

export async function dropDraft(place: DraftPlace, db: Journal = journal): Promise<void> {
  await db.drafts.delete(draftKey(place));
}
