import browser from 'webextension-polyfill';

/*
 * To reach a server the browser wants the person's leave for its host. It is asked for when the server is set up, for that one host, and
 * given back when the server is removed.
 */

/**
 * Asks the person, where they have not agreed already. Call it first of all in the handler of a click: browsers insist on one.
 * @param address web address of the server
 */
export async function askForHost(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(address)] });
}

/** False where the leave was not given, or was taken back in the browser's own settings. */
export async function mayReach({ address }: { address: string }): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(address)] });
}

/** Gives back the leave for every single host but that of the server: also those where setting one up was tried in vain. */
export async function keepOnlyHost(server: { address: string } | undefined): Promise<void> {
  const kept = server && patternOf(server.address);
  const { origins = [] } = await browser.permissions.getAll();
  const given = origins.filter((origin) => isOneHost(origin) && origin !== kept);
  if (given.length) await browser.permissions.remove({ origins: given });
}

/** Tells when the leave for a host comes or goes, in the browser's own settings too. @returns the end of it */
export function onHostPermission(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}

/** Without the port: Firefox matches nothing with one. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Leave for all hosts is the person's own doing, in the browser's settings. */
function isOneHost(origin: string): boolean {
  return /^https?:\/\/[^*/]+\/\*$/.test(origin);
}
