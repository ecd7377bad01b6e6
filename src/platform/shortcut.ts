import browser from 'webextension-polyfill';
import { keyBesideMenus } from '../core/popup-key';

/** The keys as they are set now, by command: empty where none is set; null where the browser has no keys (Android). */
export async function currentShortcuts(): Promise<Record<string, string> | null> {
  const commands = await browser.commands?.getAll();
  if (!commands) return null;
  return Object.fromEntries(commands.map((one) => [one.name ?? '', one.shortcut ?? '']));
}

/**
 * Gives the popup another key in a Firefox whose menus have the manifest's own. Once, after the installation: from then on the key is
 * the person's. Chromium's menus take no key from an extension.
 */
export async function keepClearOfMenus(): Promise<void> {
  if (!browser.commands?.update) return;
  const { os } = await browser.runtime.getPlatformInfo();
  const shortcut = keyBesideMenus(browser.i18n.getUILanguage(), os);
  if (shortcut) await browser.commands.update({ name: '_execute_action', shortcut });
}

/** Opens the browser's own page where they are changed. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has a call for it, Chromium an address.
  if (browser.commands.openShortcutSettings) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
