/*
 * Runs in a page of the extension, from a bundle: saves links as a popup does, which has looked the page up as it opened; saves others as
 * the key does, which has not; and, by turns, puts such rows with nothing around it.
 */
import { momentOf } from '../../src/core/day';
import type { Entry, Link } from '../../src/core/link';
import { newLink } from '../../src/core/save';
import { journal } from '../../src/storage/database';
import { freshId } from '../../src/storage/fresh-id';
import { prepareSave, unprepareSave } from '../../src/storage/ground';
import { importLinks } from '../../src/storage/import';
import { saveLink } from '../../src/storage/links';

/** Milliseconds of every save and of every bare put, in the order in which they were made. */
export interface SaveTimes {
  saves: number[];
  unprepared: number[];
  puts: number[];
}

declare global {
  interface Window {
    measureSaves(journalSize: number, warmUp: number, rounds: number): Promise<SaveTimes>;
  }
}

const TEN_YEARS = 3652 * 24 * 3600;
const START = 1_400_000_000;
const PAGE: Entry = { url: '', title: '', site: 'example.com', quotes: [], note: '', tags: [], private: false };

/** A page with a quote of 217 characters, a remark and three tags of 2,000; the same for the same number. */
function entry(number: number): Entry {
  const tags = [7, 131, 1709].map((step) => `tag-${(number * step) % 2000}`);
  return {
    ...PAGE,
    url: `https://example.com/${number}`,
    title: `Page ${number} of the example`,
    note: 'To read.',
    tags,
  };
}

function quote(number: number): string {
  return `The passage of page ${number} `.padEnd(217, 'that is worth keeping ');
}

function link(number: number, ms: number): Link {
  const now = momentOf(Math.floor(ms / 1000), 0, 0);
  const quotes = [{ text: quote(number), anchor: '', ...now }];
  return newLink({ ...entry(number), quotes }, freshId(ms), now);
}

/** One row and nothing else: the least that a save can be. */
function put(database: IDBDatabase, row: Link): Promise<void> {
  const transaction = database.transaction('links', 'readwrite', { durability: 'strict' });
  transaction.objectStore('links').put(row);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

window.measureSaves = async (journalSize, warmUp, rounds) => {
  const spread = (number: number) => (START + Math.floor((number * TEN_YEARS) / journalSize)) * 1000;
  await importLinks(Array.from({ length: journalSize }, (_, number) => link(number, spread(number))));
  const database = journal.backendDB();
  const times: SaveTimes = { saves: [], unprepared: [], puts: [] };
  for (let round = -warmUp; round < rounds; round++) {
    const number = journalSize + 3 * (round + warmUp);
    const now = Date.now();
    const row = link(number, now);
    const save = (of: number) =>
      timed(() => saveLink({ base: PAGE, form: entry(of) }, { text: quote(of), anchor: '' }, { ms: now, offset: 0 }));
    const turns = [
      async () => times.puts.push(await timed(() => put(database, row))),
      async () => {
        await prepareSave(journal);
        times.saves.push(await save(number + 1));
      },
      async () => {
        unprepareSave();
        times.unprepared.push(await save(number + 2));
      },
    ];
    for (let turn = 0; turn < turns.length; turn++) await turns[(turn + round + warmUp) % turns.length]?.();
  }
  for (const one of Object.values(times)) one.splice(0, warmUp);
  return times;
};
