import browser from 'webextension-polyfill';

/** The keys as they are set now, by command: empty where none is set; null where the browser has no keys (Android). */
export async function currentShortcuts(): Promise<Record<string, string> | null> {
  const commands = await browser.commands?.getAll();
  if (!commands) return null;
  return Object.fromEntries(commands.map((one) => [one.name ?? '', one.shortcut ?? '']));
}

/** Opens the browser's own page where they are changed. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has a call for it, Chromium an address.
  if (browser.commands.openShortcutSettings) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
