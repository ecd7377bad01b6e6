import { startChromium } from '../browser/driver/chromium';
import type { Driver, DriverOptions } from '../browser/driver/driver';
import { startFirefox } from '../browser/driver/firefox';
import { type Build, extensionWithPage } from './built';
import { type Figure, median } from './figures';
import type { FilesWork, Portion } from './files-page';
import { extensionMemory } from './memory';

const SIZE = 100_000;
/**
 * Files in which the links come in, by turns with the rows alone: writing gets slower as a database grows, as a machine is busy, and for
 * the second of two. So they are an even number.
 */
const PORTIONS = 4;
const READS = 3;

/** Bookmark files that come in and go out, beside the same rows written and read alone; with another size only in Chromium. */
export async function files(size = SIZE): Promise<Figure[]> {
  const figures = await inBrowser('chrome', startChromium, size);
  return size === SIZE ? [...figures, ...(await inBrowser('firefox', startFirefox, size))] : figures;
}

async function inBrowser(
  build: Build,
  start: (options: DriverOptions) => Promise<Driver>,
  size: number,
): Promise<Figure[]> {
  const driver = await start({ extension: await extensionWithPage(build, 'files-page.ts') });
  try {
    await driver.extension('bench.html');
    const what = `${size.toLocaleString('en')} links in ${build === 'chrome' ? 'Chromium' : 'Firefox'}`;
    const into = await importing(driver, build, size);
    const out = await exporting(driver, build);
    return [
      {
        what: `import of ${what}, ${mega(into.bytes)} of files, ÷ their rows written alone`,
        value: (into.listed + into.took) / into.rows,
        atMost: 1.05,
        detail: `${seconds(into.listed + into.took)} ÷ ${seconds(into.rows)} s; page ${mega(into.peak)} at most`,
      },
      {
        what: `import of ${what}, until it is safe and listed, ÷ their rows written alone`,
        value: into.listed / into.rows,
        atMost: 0.1,
        detail: `${seconds(into.listed)} ÷ ${seconds(into.rows)} s`,
      },
      {
        what: `export of ${what} ÷ their rows read alone`,
        value: out.write / out.read,
        atMost: 1.15,
        detail: `${seconds(out.write)} ÷ ${seconds(out.read)} s; page ${mega(out.peak)}, reading ${mega(out.readPeak)} at most`,
      },
    ];
  } finally {
    await driver.quit();
  }
}

async function importing(driver: Driver, build: Build, size: number) {
  const sum = { bytes: 0, rows: 0, listed: 0, took: 0, peak: 0 };
  const memory = extensionMemory(build);
  for (let number = 0; number < PORTIONS; number++) {
    const first = Math.floor((number * size) / PORTIONS);
    const portion: Portion = { first, count: Math.floor(((number + 1) * size) / PORTIONS) - first, of: size };
    sum.bytes += await work(driver, 'make', portion);
    const rowsAlone = async () => {
      sum.rows += await work(driver, 'writeRows', portion);
    };
    const fileIn = async () => {
      memory.forgetPeak();
      sum.listed += await work(driver, 'list');
      sum.took += await work(driver, 'take');
      sum.peak = Math.max(sum.peak, memory.peak());
    };
    for (const turn of number % 2 ? [fileIn, rowsAlone] : [rowsAlone, fileIn]) await turn();
  }
  const links = await work(driver, 'links');
  if (links !== size) throw new Error(`${links} links came in, not ${size}`);
  return sum;
}

async function exporting(driver: Driver, build: Build) {
  const memory = extensionMemory(build);
  const [reads, writes] = [[] as number[], [] as number[]];
  let [peak, readPeak] = [0, 0];
  for (let round = -1; round < READS; round++) {
    memory.forgetPeak();
    const read = await work(driver, 'readRows');
    readPeak = memory.peak();
    memory.forgetPeak();
    const write = await work(driver, 'write');
    peak = memory.peak();
    if (round >= 0) [reads.push(read), writes.push(write)];
  }
  return { read: median(reads), write: median(writes), peak, readPeak };
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);
const mega = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

function work<Name extends keyof FilesWork>(
  driver: Driver,
  name: Name,
  ...asked: Parameters<FilesWork[Name]>
): ReturnType<FilesWork[Name]> {
  return driver.eval(
    (of, values) => (window.filesWork[of] as (...all: unknown[]) => Promise<number>)(...values),
    name,
    asked as unknown[],
  ) as ReturnType<FilesWork[Name]>;
}
