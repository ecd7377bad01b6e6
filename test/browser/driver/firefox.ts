import path from 'node:path';
import type { Driver, DriverOptions } from './driver';
import { onElement, tabHands } from './firefox-hands';
import { pressKeys } from './firefox-keys';
import { type Firefox, launchFirefox, leaveFirefox } from './firefox-launch';
import { rightClick, rightClickAt, shiftClick } from './firefox-mouse';
import { firefoxPopup } from './firefox-popup';
import * as inWindow from './firefox-window';
import { isWithin } from './is-within';
import { removeProfile } from './profile';
import { savedFile } from './saved-file';
import { until } from './until';

/** Commands without a key of their own get one, so that they are fired as a user fires them. Others open Firefox's menus. */
const KEYS = { 'save-now': 'q', 'open-daily': 'y' } as const;

const FIRST_LOOK = { dark: false, width: 1280, height: 800 };

/**
 * Starts Firefox with the extension (`dist/firefox` unless told otherwise) and hands out the verbs.
 *
 * @throws Error when there is no Firefox, or when it does not start or rejects the extension
 */
export async function startFirefox(options: DriverOptions = {}): Promise<Driver> {
  const browser = await launchFirefox(options);
  const { client, base, profile } = browser;
  await client.chrome(inWindow.watchErrors, base);
  await client.chrome(inWindow.passFocusOn);
  const downloads = path.join(profile, 'driver-downloads');
  await client.chrome(inWindow.saveInto, downloads);
  await look(browser, FIRST_LOOK);
  const handle = await client.send<{ value: string }>('WebDriver:GetWindowHandle');
  let before = handle.value;
  const withKey = new Set<string>();
  const toFront = async () => {
    await client.send('WebDriver:SwitchToWindow', { handle: handle.value, focus: true });
  };
  const load = async (url: string) => {
    await toFront();
    await client.inContext('content', async () => {
      const { value } = await client.send<{ value: string }>('WebDriver:GetCurrentURL');
      if (isWithin(value, url)) await client.send('WebDriver:Navigate', { url: 'about:blank' });
      await client.send('WebDriver:Navigate', { url });
    });
  };
  return {
    name: 'firefox',
    base,
    profile,
    popup: firefoxPopup(client, base, toFront),
    ...tabHands(client),
    shiftClick: (selector) => shiftClick(client, selector),
    goto: load,
    extension: (file) => load(base + file),
    tabs: () => client.chrome(inWindow.tabAddresses),
    upload: (selector, ...files) =>
      onElement(client, selector, 'WebDriver:ElementSendKeys', { text: files.join('\n') }),
    download: (folder, act) => savedFile(downloads, folder, act),
    ...eventVerbs(browser, toFront, withKey),
    async privately() {
      before = handle.value;
      const opened = { type: 'window', private: true, focus: true };
      handle.value = (await client.send<{ handle: string }>('WebDriver:NewWindow', opened)).handle;
      await toFront();
      // Both live in the window that the verbs work in.
      await client.chrome(inWindow.watchErrors, base);
      await client.chrome(inWindow.passFocusOn);
    },
    async closePrivate() {
      await client.chrome(inWindow.closeWindow);
      handle.value = before;
      await toFront();
    },
    look: (wishes) => look(browser, wishes),
    async renew() {
      await load('about:blank');
      await client.chrome(inWindow.closeOtherTabs);
      await client.chrome(inWindow.uninstall, browser.id);
      await client.chrome(inWindow.resetToolbar);
      await client.chrome(inWindow.forgetErrors);
      await browser.install();
      withKey.clear();
      await look(browser, { ...FIRST_LOOK, print: false, touch: false });
    },
    async crash() {
      browser.kill();
      await browser.ended;
      client.close();
    },
    async quit() {
      await leaveFirefox(browser);
      if (options.profile === undefined) removeProfile(profile);
    },
  };
}

type EventVerbs = Pick<Driver, 'command' | 'menu' | 'badge' | 'buttonTitle' | 'killBackground' | 'errors'>;

function eventVerbs({ client, id }: Firefox, toFront: () => Promise<void>, withKey: Set<string>): EventVerbs {
  return {
    async command(name) {
      const key = KEYS[name];
      if (!withKey.has(name)) await client.chrome(inWindow.setShortcut, id, name, `Alt+Shift+${key.toUpperCase()}`);
      withKey.add(name);
      await toFront();
      await pressKeys(client, ['Alt', 'Shift', key]);
    },
    async menu(item, selector) {
      await toFront();
      if (selector === undefined) {
        await client.chrome(inWindow.pinButton, id);
        await rightClickAt(client, 'chrome', await until(() => client.chrome(inWindow.buttonPlace, id), 'the button'));
      } else await rightClick(client, selector);
      await until(() => client.chrome(inWindow.clickMenuItem, item), `the entry ${item} of the context menu`);
      await until(() => client.chrome(inWindow.menusAreClosed), 'the context menu to close');
    },
    badge: () => client.chrome(inWindow.badgeText, id),
    buttonTitle: () => client.chrome(inWindow.buttonTitle, id),
    killBackground: () => client.chrome(inWindow.terminateBackground, id),
    errors: () => client.chrome(inWindow.seenErrors),
  };
}

async function look({ client }: Firefox, options: Parameters<Driver['look']>[0]): Promise<void> {
  const { dark, print, touch, width, height } = options;
  if (dark !== undefined) await client.chrome(inWindow.setScheme, dark ? 1 : 0);
  if (print !== undefined) await client.chrome(inWindow.setMedium, print ? 'print' : '');
  if (touch !== undefined) await client.chrome(inWindow.setTouch, touch);
  if (width === undefined && height === undefined) return;
  // room enough around the page for Firefox's bars; the page itself is then cut to the pixel
  const room = { width: Math.max(width ?? 1280, 600), height: (height ?? 800) + 200 };
  await client.send('WebDriver:SetWindowRect', room);
  await client.chrome(inWindow.setViewport, width ?? null, height ?? null);
  const fits = (w: number | null, h: number | null) =>
    (w ?? innerWidth) === innerWidth && (h ?? innerHeight) === innerHeight;
  await until(() => client.eval(fits, [width ?? null, height ?? null]), `a page of ${width} × ${height}`);
}
