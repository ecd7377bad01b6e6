import { startChromium } from '../browser/driver/chromium';
import type { Driver, DriverOptions } from '../browser/driver/driver';
import { startFirefox } from '../browser/driver/firefox';
import { type Build, extensionWithPage } from './built';
import { type Figure, median } from './figures';
import type { FilesWork } from './files-page';
import { extensionMemory } from './memory';

const SIZE = 100_000;
const READS = 3;

/** A bookmark file that comes in and goes out, beside the same rows written and read alone; with another size only in Chromium. */
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
    const bytes = await work(driver, 'make', size);
    const memory = extensionMemory(build);
    // Before and after: the machine may have been busier once.
    const before = await work(driver, 'writeRows', size);
    memory.forgetPeak();
    const listed = await work(driver, 'list');
    const took = await work(driver, 'take');
    const importPeak = memory.peak();
    if ((await work(driver, 'links')) !== size) throw new Error('Not every link came in');
    const rows = (before + (await work(driver, 'writeRows', size))) / 2;
    const reads: number[] = [];
    const writes: number[] = [];
    let [readPeak, writePeak] = [0, 0];
    for (let round = -1; round < READS; round++) {
      memory.forgetPeak();
      const read = await work(driver, 'readRows');
      readPeak = memory.peak();
      memory.forgetPeak();
      const write = await work(driver, 'write');
      writePeak = memory.peak();
      if (round >= 0) [reads.push(read), writes.push(write)];
    }
    const name = build === 'chrome' ? 'Chromium' : 'Firefox';
    const what = `${size.toLocaleString('en')} links in ${name}`;
    const seconds = (ms: number) => (ms / 1000).toFixed(1);
    const mega = (count: number) => `${(count / 1e6).toFixed(0)} MB`;
    return [
      {
        what: `import of ${what}, a file of ${mega(bytes)}, ÷ its rows written alone`,
        value: (listed + took) / rows,
        atMost: 1.05,
        detail: `${seconds(listed + took)} ÷ ${seconds(rows)} s; page ${mega(importPeak)} at most`,
      },
      {
        what: `import of ${what}, until it is safe and listed, ÷ its rows written alone`,
        value: listed / rows,
        atMost: 0.1,
        detail: `${seconds(listed)} ÷ ${seconds(rows)} s`,
      },
      {
        what: `export of ${what} ÷ its rows read alone`,
        value: median(writes) / median(reads),
        atMost: 1.15,
        detail: `${seconds(median(writes))} ÷ ${seconds(median(reads))} s; page ${mega(writePeak)}, reading ${mega(readPeak)} at most`,
      },
    ];
  } finally {
    await driver.quit();
  }
}

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
