/** `npm start`: a visible browser with the extension, in a profile of its own that lasts. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from './browser/driver/chromium-launch';
import type { Driver } from './browser/driver/driver';
import { launchFirefox } from './browser/driver/firefox-launch';
import { root } from './browser/driver/identity';
import { buildIfStale } from './build-if-stale';
import { askedBrowser, demonstrate } from './demo';

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function startChromium(profile: string): Promise<void> {
  const { browser, context, page, base } = await launchChromium({ profile, headless: false });
  await browser.send('Browser.setDownloadBehavior', { behavior: 'default' }); // else the driver keeps what is exported
  context.on('dialog', () => {}); // the reader answers; without a listener the driver would
  const closed = new Promise((resolve) => context.once('close', resolve));
  await page.goto(`${base}daily.html`);
  await closed;
}

/** Firefox takes an unsigned extension only from a driver, and only for the session: so it is installed at each start. */
async function startFirefox(profile: string): Promise<void> {
  const { client, base, ended } = await launchFirefox({ profile, headless: false });
  await client.inContext('content', () => client.send('WebDriver:Navigate', { url: `${base}daily.html` }));
  await ended;
}

async function start(browser: Driver['name']): Promise<void> {
  if (!hasDisplay()) {
    console.log('There is no display here to open a browser on, so this is the demonstration instead.');
    return demonstrate(browser);
  }
  buildIfStale();
  const profile = path.join(root, 'out', `profile-${browser}`);
  mkdirSync(profile, { recursive: true });
  console.log(`Opening ${browser} with the extension; its profile stays in out/profile-${browser}. Close it to end.`);
  await (browser === 'firefox' ? startFirefox(profile) : startChromium(profile));
}

await start(askedBrowser());
