import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../browsers';
import type { DriverOptions } from './driver';
import { environment } from './environment';
import { chromiumId, root } from './identity';
import { newProfile } from './profile';
import { until } from './until';

/** How long one verb waits for its element, in milliseconds. */
export const PATIENCE = 10_000;

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

/** A started Chromium with the extension in it. */
export interface Chromium {
  readonly id: string;
  readonly base: string;
  readonly profile: string;
  readonly context: BrowserContext;
  /** The tab that the driver's verbs work on. */
  page: Page;
  /** The browser's own debugging session: it sees every target, popups and workers too. */
  readonly browser: CDPSession;
  /** Where a second client can connect; Playwright's first connection hands out no page for a popup. */
  readonly endpoint: string;
}

function argumentsFor(extensions: string, language: string, names: string[]): string[] {
  return [
    ...QUIET,
    `--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join()}`,
    // as root there is no sandbox to be had
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--lang=${language}`,
    // both are needed: Playwright's own --disable-extensions wins over the second alone
    `--disable-extensions-except=${extensions}`,
    `--load-extension=${extensions}`,
  ];
}

/**
 * Writes into a new profile that the person has agreed once to the optional permissions and hosts: Chromium does not ask
 * a second time.
 */
function agree(profile: string, extension: string): void {
  const manifest = JSON.parse(readFileSync(path.join(extension, 'manifest.json'), 'utf8'));
  const given = {
    api: manifest.optional_permissions ?? [],
    explicit_host: manifest.optional_host_permissions ?? [],
    manifest_permissions: [],
    scriptable_host: [],
  };
  const settings = { [chromiumId(extension)]: { runtime_granted_permissions: given } };
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify({ extensions: { settings } }));
}

/**
 * Starts Chromium with the extension and waits until its background has run for the first time.
 *
 * @throws Error when there is no Chromium, or when the extension does not load
 */
export async function launchChromium(options: DriverOptions): Promise<Chromium> {
  const extension = path.resolve(options.extension ?? path.join(root, 'dist/chrome'));
  const id = chromiumId(extension);
  const profile = options.profile ?? newProfile('chromium');
  if (options.agreeing) agree(profile, extension);
  const headless = options.headless ?? true;
  const language = options.language ?? 'en-US';
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless,
    args: argumentsFor([extension, ...(options.besides ?? [])].join(), language, options.names ?? []),
    // no bar that says the browser is driven: it would slide in and move the page
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
    env: { ...environment(options), LANGUAGE: language },
    viewport: headless ? { width: 1280, height: 800 } : null,
    timeout: 60_000,
  });
  context.setDefaultTimeout(PATIENCE);
  const base = `chrome-extension://${id}/`;
  try {
    await until(
      () => context.serviceWorkers().some((worker) => worker.url().startsWith(base)),
      `the extension in ${extension} to start in Chromium`,
      30_000,
    );
    const browser = await context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('Chromium gave no debugging session');
    const page = context.pages()[0] ?? (await context.newPage());
    const port = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
    return { id, base, profile, context, page, browser, endpoint: `http://127.0.0.1:${port}` };
  } catch (error) {
    await context.close();
    throw error;
  }
}
