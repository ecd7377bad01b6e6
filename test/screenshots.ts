/** `npm run screenshots`: the pictures that the README shows, taken of the real extension. `-- daily week` takes those only. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startChromium } from './browser/driver/chromium';
import type { Driver } from './browser/driver/driver';
import { removeProfiles } from './browser/driver/profile';
import { until } from './browser/driver/until';
import { importFile } from './browser/journal-page';
import { serve } from './browser/site';
import { ensureBrowsers } from './browsers';
import { buildIfStale } from './build-if-stale';
import { monthOfReading, SHOWN_DAY } from './fixtures/journal-month';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'test/screenshots');

interface Picture {
  name: string;
  /** Where it is taken. */
  page: string;
  /** What has to be there first. */
  shows: string;
  width?: number;
  height?: number;
  /** In the dark too, as `NAME-dark.png`. */
  dark?: true;
}

/** One more picture is one more line. */
const PICTURES: Picture[] = [
  { name: 'daily', page: `daily.html#/${SHOWN_DAY}`, shows: 'article:nth-of-type(2)', height: 1500, dark: true },
  { name: 'week', page: 'daily.html#/2023-W12', shows: 'article', dark: true },
  { name: 'month', page: 'daily.html#/2023-03', shows: 'article' },
  { name: 'search', page: 'daily.html#/search?q=river', shows: 'article mark', dark: true },
  { name: 'tags', page: 'daily.html#/tags', shows: 'main a' },
  { name: 'settings', page: 'settings.html', shows: '.tag-list li', dark: true },
  { name: 'phone', page: `daily.html#/${SHOWN_DAY}`, shows: 'article', width: 360, height: 760, dark: true },
];

/** The site of the page that is saved. */
const HOST = 'docs.example';

const ROOM = { width: 1200, height: 900 };

/** Puts the month into the journal, by the page's own import. */
async function fillJournal(driver: Driver): Promise<void> {
  const file = path.join(folder, 'journal.json');
  const links = monthOfReading();
  writeFileSync(file, JSON.stringify({ format: 'daily-shaarli', version: 1, exported: '2023-04-01T00:00:00Z', links }));
  await driver.extension('daily.html');
  await until(() => driver.eval(() => document.querySelector('#import-file') !== null), 'the daily page');
  await importFile(driver, file);
  rmSync(file);
}

async function take(driver: Driver, picture: Picture, dark: boolean): Promise<void> {
  const { name, page, shows, width = ROOM.width, height = ROOM.height } = picture;
  await driver.look({ dark, width, height });
  // A page whose address differs in its fragment only would not be loaded anew.
  await driver.extension('tabs.html');
  await driver.extension(page);
  await until(() => driver.eval((css) => document.querySelector(css) !== null, shows), `${shows} on ${page}`);
  await driver.screenshot(path.join(folder, `${name}${dark ? '-dark' : ''}.png`));
  console.log(`${name}${dark ? ', dark' : ''}`);
}

/** The popup over a page of which a passage is selected. */
async function takePopup(driver: Driver, dark: boolean): Promise<void> {
  const site = await serve({ folder: path.join(root, 'test/fixtures/sample-day') });
  await driver.look({ dark, ...ROOM });
  await driver.goto(`http://${HOST}:${new URL(site.url).port}/docs.html`);
  await driver.eval(() => {
    const passage = document.querySelector('#passage');
    if (passage) getSelection()?.selectAllChildren(passage);
  });
  await driver.popup.open();
  await until(() => driver.popup.value('#quote'), 'the passage in the popup');
  await driver.popup.type('#tags', 'python ');
  await driver.popup.type('#note', 'The order is in the diagram.');
  // The port of this machine is another one each time.
  await driver.popup.eval(() => {
    for (const url of document.querySelectorAll('.url')) url.textContent = 'docs.example/docs.html';
  });
  await driver.popup.screenshot(path.join(folder, `popup${dark ? '-dark' : ''}.png`), { full: true });
  await driver.popup.close();
  await site.close();
  console.log(`popup${dark ? ', dark' : ''}`);
}

async function takeAll(asked: string[]): Promise<void> {
  const wanted = (name: string) => !asked.length || asked.includes(name);
  ensureBrowsers();
  buildIfStale();
  mkdirSync(folder, { recursive: true });
  const driver = await startChromium({ zone: 'Europe/Paris', names: [HOST] });
  try {
    await fillJournal(driver);
    for (const picture of PICTURES.filter(({ name }) => wanted(name))) {
      for (const dark of picture.dark ? [false, true] : [false]) await take(driver, picture, dark);
    }
    if (wanted('popup')) for (const dark of [false, true]) await takePopup(driver, dark);
  } finally {
    await driver.quit();
    removeProfiles();
  }
}

await takeAll(process.argv.slice(2));
