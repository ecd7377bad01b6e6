import { addDays } from '../core/day';
import type { Day, Link } from '../core/link';
import { matchKey } from '../core/match-key';
import { isUntouchedSample, SAMPLE_KEYS, sampleDay } from '../core/sample-day';
import { CountChanges } from './counts';
import { type Journal, journal } from './database';
import { importLinks } from './import';
import { extraTables } from './import-extras';
import type { Clock } from './links';
import { today } from './reading';

/**
 * Puts a sample day into the journal, as an import: yesterday, so that today stays the reader's own. The server hears nothing of it,
 * whatever is sent by itself.
 * @param language of the browser
 * @returns the day it stands on
 */
export async function loadSampleDay(language: string, clock: Clock, db: Journal = journal): Promise<Day> {
  const tables = [...db.written, ...extraTables(db)];
  return db.transaction('rw', tables, async () => {
    const day = addDays(await today(clock, db), -1);
    // One that was deleted by hand would keep its id.
    const binned = await db.bin.where('key').anyOf(SAMPLE_KEYS).toArray();
    await db.bin.bulkDelete(binned.filter(({ link }) => isUntouchedSample(link)).map(({ id }) => id));
    // A page of one's own stays as it is; so does what was made one's own of an earlier sample day, and has the id still.
    const samples = sampleDay(language, day, clock.offset);
    const known = await db.links.where('key').anyOf(SAMPLE_KEYS).toArray();
    const ids = samples.map(({ id = '' }) => id);
    const same = await Promise.all([db.links, db.bin].map((table) => table.where('id').anyOf(ids).primaryKeys()));
    const taken = new Set([...known.map(({ key }) => key), ...same.flat()]);
    const links = samples.filter(({ id = '', url }) => !taken.has(matchKey(url)) && !taken.has(id));
    await importLinks(links, db);
    await db.touched.bulkDelete(links.flatMap(({ id }) => id ?? []));
    return day;
  });
}

/** How many links of a sample day there are that nobody has changed. */
export async function countSamples(db: Journal = journal): Promise<number> {
  return (await untouchedSamples(db)).length;
}

/** Removes the sample links for good, except those that were changed: they are the reader's own. */
export async function removeSampleDay(db: Journal = journal): Promise<void> {
  await db.transaction('rw', db.written, async () => {
    const links = await untouchedSamples(db);
    const changes = new CountChanges();
    for (const link of links) changes.replace(link, undefined);
    await db.links.bulkDelete(links.map(({ id }) => id));
    await changes.apply(db);
  });
}

async function untouchedSamples(db: Journal): Promise<Link[]> {
  return (await db.links.where('key').anyOf(SAMPLE_KEYS).toArray()).filter(isUntouchedSample);
}
