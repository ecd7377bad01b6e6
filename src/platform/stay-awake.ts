import browser from 'webextension-polyfill';

/** Both browsers end a background that has called nothing of theirs for 30 s, were it in the middle of a long answer (ms). */
const EVERY = 20_000;

/** Keeps the background alive while something is done. It may be ended all the same: see `wakeLater`. */
export async function staysAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), EVERY);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
