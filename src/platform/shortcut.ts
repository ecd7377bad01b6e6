import browser from 'webextension-polyfill';

/** The key that opens the popup, as the manifest suggests it. */
export function shortcutHint(): string {
  return browser.runtime.getManifest().commands?._execute_action?.suggested_key?.default ?? '';
}

/** The keys as they are set now, by command; empty where none is set or the browser has none (Android). */
export async function currentShortcuts(): Promise<Record<string, string>> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return Object.fromEntries(commands.map((one) => [one.name ?? '', one.shortcut ?? '']));
}
