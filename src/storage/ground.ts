import { Dexie } from 'dexie';
import type { Journal } from './database';
import type { Tables } from './plainly';
import { setting } from './settings';
import { readUses, type Uses } from './tag-uses';
import { isTouching } from './touched';

/** What a transaction that writes links has to know; one reading of it serves all that it writes. */
export interface Ground {
  uses: Uses;
  /** Whether there is a server to be told. */
  touching: boolean;
  /** There is no search index, nor will there be one before this is over: nothing need be noted for it. */
  indexless?: boolean;
}

/** Call it inside a transaction over `db.written`. */
export async function readGround(db: Pick<Tables, 'counts' | 'server'>): Promise<Ground> {
  const [uses, touching] = await Promise.all([readUses(db), isTouching(db)]);
  return { uses, touching };
}

/** What a save has to know. */
export interface SaveGround extends Ground {
  /** Minutes after midnight at which a day begins. */
  dayStart: number;
}

/** Call it inside a transaction over `db.written` and `settings`. */
export async function readSaveGround(db: Pick<Tables, 'counts' | 'server' | 'settings'>): Promise<SaveGround> {
  const [ground, dayStart] = await Promise.all([readGround(db), setting(db, 'dayStart')]);
  return { ...ground, dayStart };
}

let kept: { db: Journal; ground?: SaveGround } | undefined;

/** Keeps what the next save has to know: one of a page that the journal does not know need only write then, in half the time. */
export async function prepareSave(db: Journal): Promise<SaveGround> {
  const mine: typeof kept = { db };
  kept = mine;
  const ground = await db.transaction('r', db.counts, db.server, db.settings, () => readSaveGround(db));
  mine.ground = ground;
  return ground;
}

/** What was kept, unless anything of it was changed since, in this window or another. */
export function preparedGround(db: Journal): SaveGround | undefined {
  return kept?.db === db ? kept.ground : undefined;
}

/** The next save will read first. */
export function unprepareSave(): void {
  kept = undefined;
}

Dexie.on('storagemutated', (parts) => {
  const ofGround = (part: string) => /^idb:\/\/[^/]*\/(?:counts|server|settings)\//.test(part);
  if (Object.keys(parts).some(ofGround)) unprepareSave();
});
