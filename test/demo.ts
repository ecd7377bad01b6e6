/** `npm run demo`: saves two sample pages through the real popup of a headless browser and shows the day that comes of it. */
import { mkdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startChromium } from './browser/driver/chromium';
import type { Driver } from './browser/driver/driver';
import { startFirefox } from './browser/driver/firefox';
import { until } from './browser/driver/until';
import { serve } from './browser/site';
import { ensureBrowsers } from './browsers';
import { buildIfStale } from './build-if-stale';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'out');

interface Sample {
  file: string;
  note: string;
  tags: string;
  /** Where to put a picture of the popup, taken when all is filled in. */
  picture?: string;
}

const SAMPLES: Sample[] = [
  { file: 'video.html', note: 'To hear again, with the text at hand.', tags: 'talk verse ' },
  { file: 'docs.html', note: 'The order is in the diagram.', tags: 'python memory ', picture: 'popup.png' },
];

/** Selects the page's passage and saves it, with a note and tags, as a reader would. */
async function saveSample(driver: Driver, site: string, { file, note, tags, picture }: Sample): Promise<void> {
  await driver.goto(site + file);
  await driver.eval(() => {
    const passage = document.querySelector('#passage');
    if (passage) getSelection()?.selectAllChildren(passage);
  });
  await driver.popup.open();
  await until(() => driver.popup.value('#quote'), `the passage of ${file} in the popup`);
  await driver.popup.type('#tags', tags);
  await driver.popup.type('#note', note);
  if (picture) await driver.popup.screenshot(path.join(out, picture), { full: true });
  await driver.popup.click('button[type=submit]');
  await until(async () => !(await driver.popup.isOpen()), `the popup to close after saving ${file}`);
  console.log(`Saved ${file} with its passage, a note and the tags ${tags}`);
}

/** Opens the day and puts a picture of it, and its export, into `out`. */
async function showDay(driver: Driver): Promise<void> {
  await driver.extension('daily.html');
  await until(
    () => driver.eval((count) => document.querySelectorAll('article').length === count, SAMPLES.length),
    'both links on the daily page',
  );
  await driver.screenshot(path.join(out, 'daily.png'), { full: true });
  console.log(`The day, with ${SAMPLES.length} links: out/daily.png; the popup: out/popup.png`);
}

/** Exports the day as bookmark HTML, by the page's own button. */
async function exportDay(driver: Driver): Promise<void> {
  const file = await driver.download(out, () => askForExport(driver));
  await rename(file, path.join(out, 'bookmarks.html'));
  console.log('The same day as bookmarks for any browser: out/bookmarks.html');
}

/** The first choice of the menu is the day alone, the first format of the dialog bookmark HTML. */
async function askForExport(driver: Driver): Promise<void> {
  await driver.click('button[popovertarget="export-menu"]');
  await driver.click('#export-menu fieldset:first-of-type button:first-of-type');
  await driver.click('dialog [type=submit]');
}

/** Runs the demonstration in one browser. */
export async function demonstrate(browser: Driver['name']): Promise<void> {
  ensureBrowsers();
  buildIfStale();
  mkdirSync(out, { recursive: true });
  for (const file of ['daily.png', 'popup.png', 'bookmarks.html']) rmSync(path.join(out, file), { force: true });
  const site = await serve({ folder: path.join(root, 'test/fixtures/sample-day') });
  const driver = await (browser === 'firefox' ? startFirefox() : startChromium());
  console.log(`Started ${browser}, headless, with the extension`);
  try {
    for (const sample of SAMPLES) await saveSample(driver, site.url, sample);
    await showDay(driver);
    await exportDay(driver);
  } finally {
    await driver.quit();
    await site.close();
  }
}

/** The browser that the command line asks for: `--browser=firefox`, or Chromium. */
export function askedBrowser(): Driver['name'] {
  const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' } } });
  if (values.browser === 'chromium' || values.browser === 'firefox') return values.browser;
  throw new Error(`--browser is chromium or firefox, not ${values.browser}`);
}

if (import.meta.filename === process.argv[1]) await demonstrate(askedBrowser());
