import type { DayNote } from '../core/day-note';
import type { Link } from '../core/link';
import type { Scope } from '../core/scope';
import { type Journal, journal } from './database';

/** Deleted links that are read at once. */
const PAGE = 500;

interface Extras {
  dayNotes: DayNote[];
  bin: AsyncIterable<{ link: Link; deletedAt: number }> | [];
  /** How many lie in it. */
  binned: number;
  settings: Record<string, unknown>;
}

/**
 * What goes with the links of a scope, for a backup: with those of days the notes on these, with all of them also the bin and the
 * settings. Nothing of the server is among it, and no secret.
 */
export async function readExtras(scope: Scope, db: Journal = journal): Promise<Extras> {
  const none: Extras = { dayNotes: [], bin: [], binned: 0, settings: {} };
  if (scope.kind === 'period') {
    const { first, last } = scope.period;
    return { ...none, dayNotes: await db.dayNotes.where('day').between(first, last, true, true).toArray() };
  }
  if (scope.kind !== 'all') return none;
  const [dayNotes, settings, count] = await Promise.all([db.dayNotes.toArray(), db.settings.toArray(), db.bin.count()]);
  const named = settings.map(({ name, value }) => [name, value]);
  return { dayNotes, bin: readBinned(db), binned: count, settings: Object.fromEntries(named) };
}

async function* readBinned(db: Journal): AsyncGenerator<{ link: Link; deletedAt: number }> {
  for (let after = ''; ; ) {
    const rows = await db.bin.where('id').above(after).limit(PAGE).toArray();
    const last = rows.at(-1);
    if (!last) return;
    yield* rows.map(({ link, deletedAt }) => ({ link, deletedAt }));
    after = last.id;
  }
}
