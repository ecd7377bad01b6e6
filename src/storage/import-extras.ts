import type { DayNote } from '../core/day-note';
import type { ImportOptions } from '../core/import-options';
import { matchKey } from '../core/match-key';
import { joinNotes } from '../core/merge';
import type { ReadExtra, ReadResult } from '../core/read-result';
import type { BinRow, Journal } from './database';
import { freshId } from './fresh-id';
import { isSetting, type SettingRow } from './settings';
import { tidyImported } from './tidy-imported';

/** What became of an entry that is no link. A note or a setting that is written has `after`, one that was there before has `before`. */
export type TakenExtra = { kind: 'added' | 'changed' | 'same' | 'kept' } & (
  | { of: 'dayNotes'; day: string; before?: DayNote; after?: DayNote }
  | { of: 'binned'; id: string }
  | { of: 'settings'; name: string; before?: SettingRow; after?: SettingRow }
);

/** What the journal has of such entries. */
export interface KnownExtras {
  dayNotes: Map<string, DayNote>;
  /** Ids of links, be they in the bin or not. */
  ids: Set<string>;
  settings: Map<string, SettingRow>;
}

export function isExtra(result: ReadResult): result is ReadExtra {
  return result.kind !== 'link' && result.kind !== 'skipped';
}

/** The tables that they are read from, and written to. */
export function extraTables(db: Journal) {
  return [db.dayNotes, db.bin, db.settings];
}

/** Call it inside a transaction over `links` and `extraTables`. */
export async function knownExtras(extras: ReadExtra[], db: Journal): Promise<KnownExtras> {
  const days = extras.flatMap((extra) => (extra.kind === 'dayNote' ? extra.note.day : []));
  const ids = extras.flatMap((extra) => (extra.kind === 'binned' ? (extra.link.id ?? []) : []));
  const [notes, inBin, inJournal, settings] = await Promise.all([
    db.dayNotes.bulkGet(days),
    db.bin.where('id').anyOf(ids).primaryKeys(),
    db.links.where('id').anyOf(ids).primaryKeys(),
    db.settings.toArray(),
  ]);
  return {
    dayNotes: new Map(notes.flatMap((note) => (note ? [[note.day, note]] : []))),
    ids: new Set([...inBin, ...inJournal]),
    settings: new Map(settings.map((row) => [row.name, row])),
  };
}

/** Decides what becomes of one, and lets `known` know it. Also what is to be put into the bin. */
export function planExtra(
  extra: ReadExtra,
  known: KnownExtras,
  { settings: takesSettings }: ImportOptions,
): { taken: TakenExtra; row?: BinRow } {
  if (extra.kind === 'binned') return planBinned(extra, known);
  if (extra.kind === 'dayNote') {
    const { day } = extra.note;
    const before = known.dayNotes.get(day);
    const after = { ...extra.note, text: joinNotes(before?.text ?? '', extra.note.text) };
    if (before?.text === after.text) return { taken: { kind: 'same', of: 'dayNotes', day } };
    known.dayNotes.set(day, after);
    return { taken: { kind: before ? 'changed' : 'added', of: 'dayNotes', day, ...(before && { before }), after } };
  }
  const { name, value } = extra;
  const before = known.settings.get(name);
  const after = { name, value };
  const isSame = JSON.stringify(before?.value) === JSON.stringify(value);
  if (isSame || !takesSettings || !isSetting(after))
    return { taken: { kind: isSame ? 'same' : 'kept', of: 'settings', name } };
  known.settings.set(name, after);
  return { taken: { kind: before ? 'changed' : 'added', of: 'settings', name, ...(before && { before }), after } };
}

/** A deleted link goes into the bin, unless it is there, or is in the journal again. Without an id it gets one. */
function planBinned(
  { link, deletedAt }: Extract<ReadExtra, { kind: 'binned' }>,
  known: KnownExtras,
): { taken: TakenExtra; row?: BinRow } {
  const id = link.id ?? freshId(link.savedAt * 1000);
  if (known.ids.has(id)) return { taken: { kind: 'same', of: 'binned', id } };
  known.ids.add(id);
  const key = matchKey(link.url);
  const own = { id, key, private: link.private ?? true };
  return {
    taken: { kind: 'added', of: 'binned', id },
    row: { id, key, deletedAt, link: tidyImported(link, own, new Map()) },
  };
}

/** Writes what was decided. Call it inside a transaction over `extraTables`. */
export async function writeExtras(taken: TakenExtra[], rows: BinRow[], db: Journal): Promise<void> {
  await Promise.all([
    db.dayNotes.bulkPut(taken.flatMap((one) => (one.of === 'dayNotes' && one.after ? one.after : []))),
    db.settings.bulkPut(taken.flatMap((one) => (one.of === 'settings' && one.after ? one.after : []))),
    db.bin.bulkPut(rows),
  ]);
}

/** Takes one back, unless it was changed since. Call it inside a transaction over `extraTables`. */
export async function undoExtra(taken: TakenExtra, db: Journal): Promise<void> {
  if (taken.kind !== 'added' && taken.kind !== 'changed') return;
  if (taken.of === 'binned') {
    await db.bin.delete(taken.id);
    return;
  }
  if (taken.of === 'dayNotes') {
    const now = await db.dayNotes.get(taken.day);
    if (now?.text !== taken.after?.text) return;
    await (taken.before ? db.dayNotes.put(taken.before) : db.dayNotes.delete(taken.day));
    return;
  }
  const now = await db.settings.get(taken.name as SettingRow['name']);
  if (JSON.stringify(now?.value) !== JSON.stringify(taken.after?.value)) return;
  await (taken.before ? db.settings.put(taken.before) : db.settings.delete(taken.name as SettingRow['name']));
}
