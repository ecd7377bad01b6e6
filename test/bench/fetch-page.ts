/*
 * Runs in a page of the extension, from a bundle: fetches a Shaarli into an empty journal and, by turns, asks it bare for the same pages.
 */
import { Journal } from '../../src/storage/database';
import { previewFetch } from '../../src/storage/fetch-preview';
import { takeFetched } from '../../src/storage/fetch-take';
import { undoFetch } from '../../src/storage/fetch-undo';
import { readServer, writeServer } from '../../src/storage/server';
import { type Access, ShaarliApi } from '../../src/sync/api';
import { readServerLinks } from '../../src/sync/fetch-links';
import { tokenFor } from '../../src/sync/token';

/** What is measured of one round. */
export type FetchStep = 'bare' | 'read' | 'preview' | 'take' | 'undo';

declare global {
  interface Window {
    /** Milliseconds that a step of a round takes. */
    measureFetch(step: FetchStep, access: Access, links: number): Promise<number>;
  }
}

/** The pages that a fetch reads. */
const PAGE = 1000;
const OVERLAP = 20;

async function askBare({ api, secret }: Access, links: number): Promise<void> {
  for (let offset = 0; offset < links; offset += PAGE - OVERLAP) {
    const authorization = `Bearer ${await tokenFor(secret, Date.now())}`;
    await (await fetch(`${api}/links?offset=${offset}&limit=${PAGE}`, { headers: { authorization } })).text();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

const db = new Journal('bench');
const clock = { ms: Date.now(), offset: 0 };

async function read(access: Access): Promise<void> {
  await writeServer('server', { address: access.api, api: access.api, zone: 'UTC' }, db);
  await readServerLinks(new ShaarliApi(access, Date.now), { whole: true, clock: Date.now }, db);
}

async function take(): Promise<void> {
  const fetch = await readServer('fetch', db);
  if (!fetch) throw new Error('nothing was read');
  await takeFetched(fetch, { clock }, db);
}

window.measureFetch = (step, access, links) => {
  const steps: Record<FetchStep, () => Promise<unknown>> = {
    bare: () => askBare(access, links),
    read: () => read(access),
    preview: () => previewFetch({ clock }, db),
    take,
    undo: () => undoFetch(db),
  };
  return timed(steps[step]);
};
