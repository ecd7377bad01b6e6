import path from 'node:path';
import { Background } from './chromium-background';
import { ErrorLog } from './chromium-errors';
import { type Chromium, launchChromium } from './chromium-launch';
import { ChromiumPopup } from './chromium-popup';
import { Targets } from './chromium-targets';
import type { Driver, DriverOptions } from './driver';
import { isWithin } from './is-within';
import { handsOf } from './playwright-hands';
import { removeProfile } from './profile';
import { savedFile } from './saved-file';
import { until } from './until';

/**
 * Starts Chromium with the extension (`dist/chrome` unless told otherwise) and hands out the verbs.
 *
 * @throws Error when there is no Chromium, or when the extension does not load within 30 s
 */
export async function startChromium(options: DriverOptions = {}): Promise<Driver> {
  const browser = await launchChromium(options);
  const targets = new Targets(browser.browser, browser.base);
  const errors = new ErrorLog(targets, browser.base.slice(0, -1));
  await errors.watch(browser.browser);
  const background = new Background(browser, targets);
  const popup = new ChromiumPopup(browser, targets, background);
  let before = browser.page;
  return {
    name: 'chromium',
    base: browser.base,
    profile: browser.profile,
    popup: popup.verbs(),
    ...handsOf(() => browser.page),
    ...tabVerbs(browser),
    ...eventVerbs(browser, background, popup),
    async privately() {
      before = browser.page;
      await goPrivate(browser);
    },
    async closePrivate() {
      await browser.page.close();
      browser.page = before;
    },
    shiftClick: (selector) =>
      browser.page
        .locator(`css=${selector}`)
        .first()
        .click({ modifiers: ['Shift'] }),
    errors: async () => errors.list(),
    look: (wishes) => lookAt(browser, popup, wishes),
    async renew() {
      await popup.release();
      await browser.page.goto('about:blank');
      for (const tab of browser.context.pages()) if (tab !== browser.page) await tab.close();
      await background.installAnew();
      await lookAt(browser, popup, { dark: false, print: false, touch: false, width: 1280, height: 800 });
      errors.forget();
    },
    crash: () => crash(browser),
    async quit() {
      await popup.release().catch(() => {});
      await browser.context.close();
      if (options.profile === undefined) removeProfile(browser.profile);
    },
  };
}

async function lookAt(
  browser: Chromium,
  popup: ChromiumPopup,
  { dark, print, touch, width, height }: Parameters<Driver['look']>[0],
): Promise<void> {
  const { page } = browser;
  if (dark !== undefined) popup.scheme = dark ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme: popup.scheme });
  if (print !== undefined) await page.emulateMedia({ media: print ? 'print' : null });
  if (touch !== undefined) await setTouch(browser, touch);
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  if (width || height) await page.setViewportSize({ width: width ?? size.width, height: height ?? size.height });
}

async function setTouch({ context, page }: Chromium, enabled: boolean): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled });
}

type TabVerbs = Pick<Driver, 'goto' | 'extension' | 'tabs' | 'upload' | 'download'>;

function tabVerbs(chromium: Chromium): TabVerbs {
  const { context, base, browser, profile } = chromium;
  const load = async (url: string) => {
    if (isWithin(chromium.page.url(), url)) await chromium.page.goto('about:blank');
    await chromium.page.goto(url, { waitUntil: 'load' });
    await chromium.page.bringToFront();
  };
  return {
    goto: load,
    extension: (file) => load(base + file),
    tabs: async () => context.pages().map((tab) => tab.url()),
    upload: (selector, ...files) => chromium.page.locator(`css=${selector}`).first().setInputFiles(files),
    async download(folder, act) {
      const downloadPath = path.join(profile, 'driver-downloads');
      // set anew each time: the popup's second connection sets it to a folder that ends with it
      await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
      return savedFile(downloadPath, folder, act);
    },
  };
}

type EventVerbs = Pick<Driver, 'command' | 'menu' | 'badge' | 'buttonTitle' | 'killBackground'>;

/**
 * Headless Chromium routes no shortcut and shows no menu, so the grant is got through the button and the browser's own
 * event is then fired in the worker.
 */
function eventVerbs(chromium: Chromium, background: Background, popup: ChromiumPopup): EventVerbs {
  return {
    async command(name) {
      await popup.grant();
      await background.fireCommand(name);
    },
    async menu(id, selector) {
      const { page } = chromium;
      const frame = selector === undefined ? null : await (await page.$(selector))?.contentFrame();
      const onPage = () => (selector === undefined ? {} : handsOf(() => page).eval(clickedAt, selector));
      const clicked = frame
        ? { selectionText: flat(await frame.evaluate<string>('String(getSelection())')) }
        : await onPage();
      // The menu of the button grants nothing.
      if (selector !== undefined) await popup.grant();
      await background.fireMenu({
        menuItemId: id,
        editable: false,
        frameId: 0,
        frameUrl: page.url(),
        pageUrl: page.url(),
        ...clicked,
      });
    },
    badge: () => background.badge(),
    buttonTitle: () => background.title(),
    killBackground: () => background.kill(),
  };
}

/** Lets the extension into incognito windows, as its switch in the browser's settings does, and opens one. */
async function goPrivate(chromium: Chromium): Promise<void> {
  const { page, context, id, base } = chromium;
  await page.goto('chrome://extensions/');
  // The switch loads the extension anew, and an unpacked one is loaded in developer mode only.
  await page.evaluate(async (extensionId) => {
    type Change = (change: object) => Promise<void>;
    const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: Record<string, Change> } })
      .chrome;
    await developerPrivate.updateProfileConfiguration?.({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration?.({ extensionId, incognitoAccess: true });
  }, id);
  await until(() => page.goto(`${base}settings.html`), 'the extension to be back');
  const opened = context.waitForEvent('page');
  await page.evaluate(async () => {
    const { windows } = (globalThis as unknown as { chrome: { windows: { create(options: object): Promise<object> } } })
      .chrome;
    await windows.create({ incognito: true, url: 'about:blank' });
  });
  chromium.page = await opened;
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What Chromium tells of a right click there: the address of a link, and the selection with its line breaks flattened. */
function clickedAt(selector: string): { linkUrl?: string; selectionText?: string } {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`Nothing matches ${selector}`);
  const link = element.closest('a');
  const selection = getSelection();
  const text = selection?.containsNode(element, true) ? String(selection).replace(/\s+/g, ' ').trim() : '';
  return { ...(link ? { linkUrl: link.href } : {}), ...(text ? { selectionText: text } : {}) };
}

/** Kills every process of the browser, children too. */
async function crash({ browser, context }: Chromium): Promise<void> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const gone = new Promise((resolve) => context.once('close', resolve));
  for (const { id } of processInfo) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // gone with its parent
    }
  }
  await gone;
}
