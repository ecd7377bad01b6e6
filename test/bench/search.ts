import { startChromium } from '../browser/driver/chromium';
import type { Driver, DriverOptions } from '../browser/driver/driver';
import { startFirefox } from '../browser/driver/firefox';
import { pause } from '../browser/driver/until';
import { type Build, extensionWithPage } from './built';
import { type Figure, median, percentile } from './figures';
import type { Work } from './search-page';
import { queriesFor } from './search-queries';

const SIZE = 100_000;
const QUERIES = 200;
const COLD = 15;
const COLD_MINI = 3;

/** A search in a journal of 100,000 links; with a larger size also in one of that size, in Chromium, which takes a quarter of an hour. */
export async function search(larger?: number): Promise<Figure[]> {
  const chromium = await inBrowser('chrome', startChromium, SIZE, !larger);
  if (!larger) return [...chromium.figures, ...(await inBrowser('firefox', startFirefox, SIZE, false)).figures];
  const large = await inBrowser('chrome', startChromium, larger, false);
  const what = `search, p95 at ${shown(larger)} ÷ p95 at ${shown(SIZE)} links`;
  return [...chromium.figures, ...large.figures, { what, value: large.p95 / chromium.p95, atMost: 2.5 }];
}

async function inBrowser(
  build: Build,
  start: (options: DriverOptions) => Promise<Driver>,
  size: number,
  beside: boolean,
): Promise<{ figures: Figure[]; p95: number }> {
  const driver = await start({ extension: await extensionWithPage(build, 'search-page.ts') });
  try {
    await driver.extension('bench.html');
    const what = `search of ${shown(size)} links in ${build === 'chrome' ? 'Chromium' : 'Firefox'}`;
    await work(driver, 'fill', size);
    const before = await work(driver, 'tokenise');
    const building = await work(driver, 'build');
    // Before and after: the machine may have been busier once.
    const tokenising = (before + (await work(driver, 'tokenise'))) / 2;
    const bytes = await work(driver, 'bytes');
    const queries = queriesFor(size, QUERIES);
    const times = await work(driver, 'searches', queries);
    const bare = median(await work(driver, 'bareReads', size, COLD));
    const [p50, p95] = [median(times), percentile(times, 0.95)];
    const cold = await coldPages(driver, 'cold', queries.slice(0, COLD));
    const sides = `${(building / 1000).toFixed(1)} ÷ ${(tokenising / 1000).toFixed(1)} s; ${(bytes / 1e6).toFixed(1)} MB`;
    const figures: Figure[] = [
      { what: `${what}, p50 of ${QUERIES} queries to fifty rows`, value: p50, unit: 'ms' },
      { what: `${what}, p95`, value: p95, unit: 'ms', ...(size === SIZE && { atMost: 20 }) },
      {
        what: `${what}, p50 ÷ fifty links read bare`,
        value: p50 / bare,
        detail: `${p50.toFixed(1)} ÷ ${bare.toFixed(1)} ms`,
      },
      { what: `${what}, cold page to first rows`, value: median(cold), unit: 'ms' },
      {
        what: `${what}, index built ÷ every link read and taken apart`,
        value: building / tokenising,
        atMost: 2,
        detail: sides,
      },
    ];
    if (beside) figures.push(await besideMini(driver, queries, median(cold)));
    return { figures, p95 };
  } finally {
    await driver.quit();
  }
}

async function besideMini(driver: Driver, queries: string[], ours: number): Promise<Figure> {
  await driver.extension('bench.html');
  await work(driver, 'buildMini');
  const theirs = median(await coldPages(driver, 'coldMini', queries.slice(0, COLD_MINI)));
  return {
    what: 'search, 300 cold pages to first rows ÷ one of MiniSearch',
    value: (300 * ours) / theirs,
    atMost: 1,
    detail: `${ours.toFixed(1)} ÷ ${theirs.toFixed(0)} ms: ${(theirs / ours).toFixed(0)} times as fast`,
  };
}

/** Each query in a page of its own. */
async function coldPages(driver: Driver, what: 'cold' | 'coldMini', queries: string[]): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    await driver.extension('popup.html');
    await driver.extension(`bench.html#${what}=${encodeURIComponent(query)}`);
    times.push(await outcome<number>(driver));
  }
  return times;
}

type Outcome<Name extends keyof Work> = Work[Name] extends (...given: never[]) => Promise<infer Value> ? Value : never;

async function work<Name extends keyof Work>(
  driver: Driver,
  name: Name,
  ...given: Parameters<Work[Name]>
): Promise<Outcome<Name>> {
  await driver.eval((what, all) => window.begin(what as keyof Work, ...all), name, given as unknown[]);
  return outcome(driver);
}

async function outcome<T>(driver: Driver): Promise<T> {
  for (;;) {
    const done = await driver.eval(() => window.outcome);
    if (done?.error) throw new Error(done.error);
    if (done) return done.value as T;
    await pause(100);
  }
}

function shown(size: number): string {
  return size.toLocaleString('en');
}
