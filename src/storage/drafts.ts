import type { Draft } from '../core/draft';
import { matchKey } from '../core/match-key';
import { type Journal, journal } from './database';
import type { Clock } from './links';

export async function readDraft(url: string, db: Journal = journal): Promise<Draft | undefined> {
  return db.drafts.get(matchKey(url));
}

/** Keeps what was typed for a page; an older draft of the page is replaced. */
export async function writeDraft(draft: Omit<Draft, 'key' | 'at'>, clock: Clock, db: Journal = journal): Promise<void> {
  await db.drafts.put({ ...draft, key: matchKey(draft.url), at: Math.floor(clock.ms / 1000) });
}

export async function dropDraft(url: string, db: Journal = journal): Promise<void> {
  await db.drafts.delete(matchKey(url));
}
