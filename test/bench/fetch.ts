import { startChromium } from '../browser/driver/chromium';
import type { Driver, DriverOptions } from '../browser/driver/driver';
import { startFirefox } from '../browser/driver/firefox';
import { ensureShaarli } from '../shaarli/install';
import { type LinkData, type Shaarli, startShaarli } from '../shaarli/server';
import { type Build, extensionWithPage } from './built';
import type { FetchStep } from './fetch-page';
import { type Figure, median } from './figures';

const LINKS = 10_000;
const ROUNDS = 3;
const STEPS = ['bare', 'read', 'preview', 'take', 'undo'] as const;

/** Milliseconds of every round. */
type FetchTimes = Record<FetchStep, number[]>;

/** A fetch of 10,000 links into an empty journal, beside the server's own time for the same pages, by turns. */
export async function fetch(): Promise<Figure[]> {
  ensureShaarli();
  const shaarli = await startShaarli({ links: Array.from({ length: LINKS }, (_, number) => link(number)) });
  try {
    return [
      ...figuresOf('Chromium', await measure('chrome', startChromium, shaarli)),
      ...figuresOf('Firefox', await measure('firefox', startFirefox, shaarli)),
    ];
  } finally {
    await shaarli.remove();
  }
}

/** A link with a quote of 200 characters, a remark and three tags of 2,000. */
function link(number: number): LinkData {
  return {
    url: `https://example.com/${number}`,
    title: `Page ${number} of the example`,
    description: `> ${`The passage of page ${number} `.padEnd(200, 'that is worth keeping ')}\n\nTo read.`,
    tags: [7, 131, 1709].map((step) => `tag-${(number * step) % 2000}`),
    created: new Date(1_400_000_000_000 + number * 31_550_000).toISOString().replace(/\.\d+Z/, '+00:00'),
  };
}

function figuresOf(browser: string, times: FetchTimes): Figure[] {
  const ms = (step: FetchStep) => median(times[step]);
  const what = `${LINKS.toLocaleString('en')} links of a Shaarli in ${browser}`;
  const whole = ms('read') + ms('preview') + ms('take');
  const sides = (ours: number) => `${ours.toFixed(0)} ÷ ${ms('bare').toFixed(0)} ms`;
  return [
    {
      what: `${what}, read ÷ bare requests for the same pages`,
      value: ms('read') / ms('bare'),
      detail: sides(ms('read')),
    },
    { what: `${what}, read, shown and taken over ÷ the same`, value: whole / ms('bare'), detail: sides(whole) },
    { what: `${what}, shown before`, value: ms('preview'), unit: 'ms' },
    { what: `${what}, taken over`, value: ms('take'), unit: 'ms' },
    { what: `${what}, taken back`, value: ms('undo'), unit: 'ms' },
  ];
}

async function measure(
  build: Build,
  start: (options: DriverOptions) => Promise<Driver>,
  { url, secret }: Shaarli,
): Promise<FetchTimes> {
  const extension = await extensionWithPage(build, 'fetch-page.ts', { host_permissions: ['http://127.0.0.1/*'] });
  const driver = await start({ extension, agreeing: true });
  try {
    await driver.extension('bench.html');
    const access = { api: `${url}/api/v1`, secret };
    const times: FetchTimes = { bare: [], read: [], preview: [], take: [], undo: [] };
    for (let round = 0; round < ROUNDS; round++) {
      // A step at a time: Firefox gives no script more than half a minute.
      for (const step of STEPS)
        times[step].push(await driver.eval((...asked) => window.measureFetch(...asked), step, access, LINKS));
    }
    return times;
  } finally {
    await driver.quit();
  }
}
