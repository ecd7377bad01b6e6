import type { DayNote } from '../core/day-note';
import type { Link } from '../core/link';
import { type Journal, journal } from './database';

/** Deleted links that are read at once. */
const PAGE = 500;

/** What a whole journal holds beside its links, for a backup. Nothing of the server is among it, and no secret. */
export async function readExtras(db: Journal = journal): Promise<{
  dayNotes: DayNote[];
  bin: AsyncIterable<{ link: Link; deletedAt: number }>;
  settings: Record<string, unknown>;
}> {
  const [dayNotes, settings] = await Promise.all([db.dayNotes.toArray(), db.settings.toArray()]);
  return {
    dayNotes,
    bin: binned(db),
    settings: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
  };
}

async function* binned(db: Journal): AsyncGenerator<{ link: Link; deletedAt: number }> {
  for (let after = ''; ; ) {
    const rows = await db.bin.where('id').above(after).limit(PAGE).toArray();
    const last = rows.at(-1);
    if (!last) return;
    yield* rows.map(({ link, deletedAt }) => ({ link, deletedAt }));
    after = last.id;
  }
}
