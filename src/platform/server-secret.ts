import browser from 'webextension-polyfill';

const NAME = 'shaarliSecret';

/** The API secret of the server; empty where there is none. It never leaves this browser but as the signature of a token. */
export async function readSecret(): Promise<string> {
  const { [NAME]: secret } = await browser.storage.local.get(NAME);
  return typeof secret === 'string' ? secret : '';
}

export async function keepSecret(secret: string): Promise<void> {
  await browser.storage.local.set({ [NAME]: secret });
}

export async function forgetSecret(): Promise<void> {
  await browser.storage.local.remove(NAME);
}
