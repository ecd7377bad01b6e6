import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startChromium } from '../browser/driver/chromium';
import type { Driver, DriverOptions } from '../browser/driver/driver';
import { startFirefox } from '../browser/driver/firefox';
import { type Build, extensionWithPage, temporaryFolder } from './built';
import { type Figure, median, noiseOf, sidesOf } from './figures';
import type { SaveTimes } from './save-page';

const JOURNAL = 1000;
const WARM_UP = 20;
const ROUNDS = 200;

/** All of a save of a new page ÷ one bare put of such a row, all strict, by turns in a page of the extension. */
export async function save(): Promise<Figure[]> {
  return [
    ...figuresOf('Chromium', await measure('chrome', startChromium)),
    ...figuresOf('Firefox', await measure('firefox', startFirefox)),
  ];
}

function figuresOf(browser: string, { saves, unprepared, puts }: SaveTimes): Figure[] {
  const what = `save in ${browser}, all of it ÷ one bare strict put`;
  return [
    { what, value: median(saves) / median(puts), atMost: 1.5, detail: sidesOf(saves, puts) },
    {
      what: `save by the key in ${browser}, which has looked nothing up, ÷ one bare strict put`,
      value: median(unprepared) / median(puts),
      detail: sidesOf(unprepared, puts),
    },
    { what: `save in ${browser}, noise: bare put ÷ itself`, value: noiseOf(puts) },
  ];
}

async function measure(name: Build, start: (options: DriverOptions) => Promise<Driver>): Promise<SaveTimes> {
  const driver = await start({ extension: await extensionWithPage(name, 'save-page.ts'), profile: exactClock(name) });
  try {
    await driver.extension('bench.html');
    return await driver.eval(
      (size, warmUp, rounds) => window.measureSaves(size, warmUp, rounds),
      JOURNAL,
      WARM_UP,
      ROUNDS,
    );
  } finally {
    await driver.quit();
  }
}

/** A profile in which Firefox does not cut times to whole milliseconds. */
function exactClock(name: Build): string {
  const profile = temporaryFolder(`profile-${name}`);
  if (name === 'firefox')
    writeFileSync(path.join(profile, 'prefs.js'), 'user_pref("privacy.reduceTimerPrecision", false);\n');
  return profile;
}
