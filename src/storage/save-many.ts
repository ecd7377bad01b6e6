import { typedAddress } from '../core/address';
import { Problem } from '../core/errors';
import type { Link } from '../core/link';
import { matchKey } from '../core/match-key';
import type { Save } from '../core/save';
import { CountChanges } from './counts';
import { type Journal, journal } from './database';
import { readGround } from './ground';
import { type Clock, momentNow, type Saved, savedOver } from './links';

/** What became of one of many: saved, or why not. */
export type Outcome = Saved | { problem: Problem };

/**
 * Saves many pages, without passages, in one transaction that writes the counts once: three hundred are hardly dearer than one. A page
 * that cannot be saved keeps no other back.
 * @returns what became of each, in their order; so they stand on the day, too
 */
export async function saveLinks(saves: Save[], clock: Clock, db: Journal = journal): Promise<Outcome[]> {
  const urls = saves.map((save) => typedAddress(save.form.url));
  const keys = urls.flatMap((url) => (url ? matchKey(url) : []));
  return db.transaction('rw', [...db.written, db.settings], async () => {
    const [now, ground, stored] = await Promise.all([
      momentNow(clock, db),
      readGround(db),
      db.links.where('key').anyOf(keys).toArray(),
    ]);
    const known = new Map(stored.map((link) => [link.key, link]));
    const changes = new CountChanges();
    const writes = new Map<string, Link>();
    const outcomes = saves.map((save, place): Outcome => {
      const url = urls[place];
      if (!url) return { problem: new Problem('noAddress') };
      const before = known.get(matchKey(url));
      // Ids a millisecond apart keep the order.
      const saved = savedOver(before, save, { url, uses: ground.uses, now, ms: clock.ms + place });
      if (saved.link !== before) {
        changes.replace(before, saved.link);
        known.set(saved.link.key, saved.link);
        writes.set(saved.link.id, saved.link);
      }
      return saved;
    });
    await db.links.bulkPut([...writes.values()]);
    await changes.apply(db, ground);
    return outcomes;
  });
}
