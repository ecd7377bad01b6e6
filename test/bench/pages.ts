import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Day } from '../../src/core/link';
import { startChromium } from '../browser/driver/chromium';
import type { Driver } from '../browser/driver/driver';
import { extensionWithPage } from './built';
import { type Figure, median, percentile, sidesOf } from './figures';
import type { CountTimes } from './pages-page';
import type { PageTimes } from './pages-probe';

const ROUNDS = 9;
const COUNT_ROUNDS = 200;
const FRAMES = 200;
const DAY: Day = '2023-03-13';
const LONG_DAY: Day = '2023-03-14';
const FEW = 50;
const MANY = 5000;
/** Links of the large journal, unless another size is asked for: a million takes some ten minutes. */
const LARGE = 100_000;
const SMALL = 1000;

/** How soon pages show what they are about, in a small journal and in a large one, in Chromium. */
export async function pages(size = LARGE): Promise<Figure[]> {
  const extension = await measuredExtension();
  const [small, large] = await Promise.all([startChromium({ extension }), startChromium({ extension })]);
  try {
    await fill(small, SMALL);
    await fill(large, size);
    const counts = await large.eval((...asked) => window.measureCounts(...asked), DAY.slice(0, 7), COUNT_ROUNDS);
    return [
      ...(await paints(small, large, size)),
      await scrolling(small),
      ...(await onePart(small)),
      ...countFigures(counts, size),
    ];
  } finally {
    await Promise.all([small.quit(), large.quit()]);
  }
}

/** The built extension, its daily page watched; beside it one of plain elements, in the same style. */
async function measuredExtension(): Promise<string> {
  const folder = await extensionWithPage('chrome', 'pages-page.ts');
  for (const name of ['pages-probe', 'plain-day']) {
    const entry = path.join(import.meta.dirname, `${name}.ts`);
    await build({ entryPoints: [entry], bundle: true, minify: true, outfile: `${folder}/${name}.js` });
  }
  const page = readFileSync(`${folder}/daily.html`, 'utf8');
  const script = '<script src="daily.js"';
  const watched = page.replace(script, `<script src="pages-probe.js"></script>\n${script}`);
  writeFileSync(`${folder}/daily.html`, watched);
  writeFileSync(`${folder}/plain.html`, watched.replace(script, '<script src="plain-day.js"'));
  return folder;
}

async function fill(driver: Driver, size: number): Promise<void> {
  await driver.extension('bench.html');
  await driver.eval((...asked) => window.fillYears(...asked), DAY, size);
  await driver.eval((...asked) => window.fillDay(...asked), DAY, 0, FEW);
  await driver.eval((...asked) => window.fillDay(...asked), LONG_DAY, FEW, MANY);
}

async function open(driver: Driver, page: string, count: number): Promise<PageTimes> {
  await driver.extension('bench.html');
  await driver.extension(page);
  return driver.eval((cards) => window.cardsPainted(cards), count);
}

async function paints(small: Driver, large: Driver, size: number): Promise<Figure[]> {
  const times = { plain: [], short: [], long: [], inLarge: [] } as Record<string, PageTimes[]>;
  for (let round = -1; round < ROUNDS; round++) {
    const found = {
      plain: await open(small, `plain.html#/${DAY}`, 30),
      short: await open(small, `daily.html#/${DAY}`, FEW),
      inLarge: await open(large, `daily.html#/${DAY}`, FEW),
      long: await open(small, `daily.html#/${LONG_DAY}`, MANY),
    };
    if (round >= 0) for (const [name, one] of Object.entries(found)) times[name]?.push(one);
  }
  const firsts = (name: string) => (times[name] ?? []).map(({ first }) => first);
  const ratio = (what: string, ours: string, theirs: string, atMost: number): Figure => ({
    what,
    value: median(firsts(ours)) / median(firsts(theirs)),
    atMost,
    detail: sidesOf(firsts(ours), firsts(theirs)),
  });
  const ofLong = (of: 'all' | 'longest') => median((times.long ?? []).map((one) => one[of]));
  const n = (count: number) => count.toLocaleString('en');
  return [
    ratio(`first cards of a day of ${n(MANY)} links ÷ of ${FEW}`, 'long', 'short', 1.2),
    ratio(`first cards of a day, journal of ${n(size)} links ÷ of ${n(SMALL)}`, 'inLarge', 'short', 1.1),
    ratio('first cards of a day ÷ a page of plain elements and bare requests', 'short', 'plain', 1.15),
    { what: `all of ${n(MANY)} cards drawn`, value: ofLong('all'), unit: 'ms' },
    { what: 'longest task after the first cards', value: ofLong('longest'), unit: 'ms', atMost: 200 },
  ];
}

async function scrolling(driver: Driver): Promise<Figure> {
  await open(driver, `daily.html#/${LONG_DAY}`, MANY);
  const frames = await driver.eval((count) => window.framesScrolled(count), FRAMES);
  return {
    what: `a frame while ${MANY.toLocaleString('en')} cards are scrolled, p95`,
    value: percentile(frames, 0.95),
    unit: 'ms',
    atMost: 50,
    detail: `median ${median(frames).toFixed(1)}, longest ${Math.max(...frames).toFixed(1)}`,
  };
}

/** What one card, or a word beside the cards, costs on a page of very many, beside the same on a page of few. */
async function onePart(driver: Driver): Promise<Figure[]> {
  const [long, short] = [await partTimes(driver, LONG_DAY, MANY), await partTimes(driver, DAY, FEW)];
  const figure = (what: string, part: keyof PartTimes): Figure => ({
    what: `${what}, page of ${MANY.toLocaleString('en')} cards ÷ of ${FEW}`,
    value: median(long[part]) / median(short[part]),
    detail: sidesOf(long[part], short[part]),
  });
  return [figure('a message', 'message'), figure('a form opened', 'form'), figure('one link changed', 'changed')];
}

interface PartTimes {
  message: number[];
  form: number[];
  changed: number[];
}

async function partTimes(driver: Driver, day: Day, count: number): Promise<PartTimes> {
  const times: PartTimes = { message: [], form: [], changed: [] };
  const click = (selector: string, brings: string, text = '') =>
    driver.eval((...asked) => window.clickPainted(...asked), selector, brings, text);
  await open(driver, `daily.html#/${day}`, count);
  for (let round = 0; round < ROUNDS; round++) {
    times.message.push(await click('.card .acts button:nth-of-type(2)', '.toast'));
    await click('.toast button[aria-label]', '.toast-area:not(:has(.toast))');
    times.form.push(await click('.card .acts button', '.card-form'));
    const note = `Read on day ${round}.`;
    await driver.eval((text) => {
      const field = document.querySelector<HTMLTextAreaElement>('#edit-note');
      if (field) field.value = text;
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, note);
    times.changed.push(await click('.card-form [type="submit"]', 'main:not(:has(.card-form)) .card .note', note));
  }
  return times;
}

function countFigures({ month, yearRow, tags, tagsRow }: CountTimes, size: number): Figure[] {
  const figure = (what: string, ours: number[], bare: number[]): Figure => ({
    what: `${what} ÷ a bare get of the row, journal of ${size.toLocaleString('en')} links`,
    value: median(ours) / median(bare),
    atMost: 1.5,
    detail: sidesOf(ours, bare),
  });
  return [figure('days of a month', month, yearRow), figure('all tags', tags, tagsRow)];
}
