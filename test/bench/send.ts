import { waiting } from '../../src/storage/queue';
import { startChromium } from '../browser/driver/chromium';
import type { Driver, DriverOptions } from '../browser/driver/driver';
import { startFirefox } from '../browser/driver/firefox';
import { setUpServer } from '../browser/server-page';
import { putRows } from '../browser/server-rows';
import { link } from '../fixtures/links';
import { bearer } from '../shaarli/client';
import { ensureShaarli } from '../shaarli/install';
import { type Shaarli, startShaarli } from '../shaarli/server';
import { type Figure, median, noiseOf, sidesOf } from './figures';

const ROUNDS = 6;
const LINKS = 50;

declare const chrome: { runtime: { connect(info: object): { disconnect(): void } } };

/** A link sent by the background, written down and read back, ÷ one bare POST, by turns to one real Shaarli. */
export async function send(): Promise<Figure[]> {
  ensureShaarli();
  return [...figuresOf('Chromium', await measure(startChromium)), ...figuresOf('Firefox', await measure(startFirefox))];
}

/** Milliseconds a link, a round each. */
interface SendTimes {
  sends: number[];
  posts: number[];
  /** Each POST followed by a GET of what it answered. */
  reads: number[];
}

function figuresOf(browser: string, { sends, posts, reads }: SendTimes): Figure[] {
  return [
    {
      what: `a link sent in ${browser} ÷ one bare POST`,
      value: median(sends) / median(posts),
      detail: `${sidesOf(sends, posts)}; ${(1000 / median(sends)).toFixed(0)} links a second`,
    },
    {
      what: `a link sent in ${browser} ÷ a bare POST that is read back`,
      value: median(sends) / median(reads),
      atMost: 1.5,
      detail: sidesOf(sends, reads),
    },
    { what: `send in ${browser}, noise: bare POST ÷ itself`, value: noiseOf(posts) },
  ];
}

async function measure(start: (options: DriverOptions) => Promise<Driver>): Promise<SendTimes> {
  const shaarli = await startShaarli();
  const driver = await start({ agreeing: true });
  try {
    await setUpServer(driver, shaarli);
    await driver.extension('tabs.html');
    const times: SendTimes = { sends: [], posts: [], reads: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.posts.push(await measurePosts(driver, shaarli, `post/${round}`, false));
      times.reads.push(await measurePosts(driver, shaarli, `read/${round}`, true));
      times.sends.push(await measureSends(driver, round));
    }
    return times;
  } finally {
    await driver.quit();
    await shaarli.remove();
  }
}

function measurePosts(driver: Driver, { url, secret }: Shaarli, path: string, readBack: boolean): Promise<number> {
  const authorization = bearer(secret, Math.floor(Date.now() / 1000) - 270);
  const bodies = Array.from({ length: LINKS }, (_, place) =>
    JSON.stringify({ ...textOf(`${path}/${place}`), description: 'A note.', tags: ['a'], private: false }),
  );
  return driver.eval(
    async (address, token, all, back) => {
      const begin = performance.now();
      for (const body of all) {
        const headers = { authorization: token, 'content-type': 'application/json' };
        const answer = await fetch(`${address}/api/v1/links`, { method: 'POST', headers, body });
        if (answer.status !== 201) throw new Error(`POST answered ${answer.status}`);
        const { id } = await answer.json();
        if (back) await (await fetch(`${address}/api/v1/links/${id}`, { headers })).json();
      }
      return (performance.now() - begin) / all.length;
    },
    url,
    authorization,
    bodies,
    readBack,
  );
}

async function measureSends(driver: Driver, round: number): Promise<number> {
  const links = Array.from({ length: LINKS }, (_, place) => {
    const text = textOf(`send/${round}/${place}`);
    return link({ ...text, id: `${round}-${place}`, key: text.url, note: 'A note.', tags: ['a'] });
  });
  await putRows(driver, { links, queue: links.map(({ id }, place) => waiting(id, 'send', place)) });
  return driver.eval(sendAll, LINKS);
}

function textOf(path: string): { url: string; title: string } {
  return { url: `https://example.org/${path}`, title: `A page of ${path}` };
}

/** Wakes the background and waits until nothing is left in the queue. */
async function sendAll(count: number): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('daily-shaarli');
    opening.onsuccess = () => resolve(opening.result);
  });
  const left = () =>
    new Promise<number>((resolve) => {
      const counting = db.transaction('queue').objectStore('queue').count();
      counting.onsuccess = () => resolve(counting.result);
    });
  const begin = performance.now();
  chrome.runtime.connect({ name: 'send' }).disconnect();
  // Seldom: looking keeps the background from writing.
  while (await left()) {
    if (performance.now() - begin > 60_000) throw new Error(`${await left()} links were not sent`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  db.close();
  return (performance.now() - begin) / count;
}
