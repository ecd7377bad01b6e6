/*
 * Runs in a page of the extension, from a bundle: fills the journal, and reads counts beside bare gets of the rows they stand in.
 */
import { addDays } from '../../src/core/day';
import type { Day, Link } from '../../src/core/link';
import { matchKey } from '../../src/core/match-key';
import { newLink } from '../../src/core/save';
import { CountChanges, countsOfMonth, writeTagUses } from '../../src/storage/counts';
import { journal } from '../../src/storage/database';
import { freshId } from '../../src/storage/fresh-id';
import { readUses, tagUses } from '../../src/storage/tag-uses';
import { EDITION } from '../../src/storage/volume';

/** Milliseconds of every reading. */
export interface CountTimes {
  month: number[];
  yearRow: number[];
  tags: number[];
  tagsRow: number[];
}

declare global {
  interface Window {
    /** Puts links into the journal: so many on one day, from that number on. */
    fillDay(day: Day, first: number, count: number): Promise<void>;
    /** So many, spread over ten years before that day. */
    fillYears(before: Day, count: number): Promise<void>;
    measureCounts(month: string, rounds: number): Promise<CountTimes>;
  }
}

const BATCH = 2000;
const YEARS = 3650;

/** A link with a quote of 217 characters, a remark and three tags of 2,000. */
function link(number: number, day: Day, second: number): Link {
  const at = Date.parse(`${day}T06:00:00Z`) / 1000 + second;
  const moment = { at, offset: 0, day };
  const text = `The passage of page ${number} `.padEnd(217, 'that is worth keeping, ');
  const url = `https://example.com/${number}`;
  const tags = [7, 131, 1709].map((step) => `tag-${(number * step) % 2000}`);
  const entry = {
    url,
    title: `Page ${number} of the example`,
    site: 'Example',
    note: 'To read.',
    tags,
    private: false,
  };
  return {
    ...newLink({ ...entry, quotes: [{ text, anchor: '', ...moment }] }, freshId(at * 1000), moment),
    key: matchKey(url),
  };
}

/** Not as an import would: the search index is not to be at work while pages are measured, so it is told that it has all of them. */
async function fill(count: number, linkAt: (place: number) => Link): Promise<void> {
  await journal.volumes.put({ volume: 1, edition: EDITION, after: '', size: 0, terms: '', months: [], ids: '' });
  const changes = new CountChanges();
  for (let from = 0; from < count; from += BATCH) {
    const length = Math.min(BATCH, count - from);
    const batch = Array.from({ length }, (_, place) => linkAt(from + place));
    for (const one of batch) changes.replace(undefined, one);
    await journal.links.bulkPut(batch);
  }
  await journal.transaction('rw', journal.counts, journal.unindexed, async () => {
    await changes.recount(journal);
    await writeTagUses((await readUses(journal)).all(), journal);
  });
}

window.fillDay = (day, first, count) => fill(count, (place) => link(first + place, day, place * 8));

window.fillYears = (before, count) =>
  fill(count, (place) => link(1_000_000 + place, addDays(before, -1 - (place % YEARS)), Math.floor(place / YEARS)));

function bareGet(name: string): Promise<unknown> {
  const request = journal.backendDB().transaction('counts').objectStore('counts').get(name);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

window.measureCounts = async (month, rounds) => {
  await journal.open();
  const acts = {
    month: () => countsOfMonth(journal, month),
    yearRow: () => bareGet(`days:${month.slice(0, 4)}`),
    tags: () => tagUses(journal),
    tagsRow: () => bareGet('tags'),
  };
  const times: CountTimes = { month: [], yearRow: [], tags: [], tagsRow: [] };
  const names = Object.keys(acts) as (keyof CountTimes)[];
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 ? names : names.toReversed()) {
      const start = performance.now();
      await acts[name]();
      times[name].push(performance.now() - start);
    }
  }
  return times;
};
