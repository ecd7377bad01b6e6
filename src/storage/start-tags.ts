import { type Journal, journal } from './database';
import { setting } from './settings';

/** The tags that a link starts with where the journal does not know its page, as the person has chosen. */
export async function startTags(db: Journal = journal): Promise<string[]> {
  const { from, tags } = await setting(db, 'startTags');
  if (from === 'none') return [];
  if (from === 'these') return tags;
  // Ids begin with the time of saving.
  return (await db.links.orderBy('id').last())?.tags ?? [];
}
