import browser from 'webextension-polyfill';

/** Wakes the background, to see what there is to send. */
export function wakeSender(): void {
  browser.runtime.connect({ name: 'send' }).disconnect();
}

/** Call it at once when the background starts. */
export function onWake(answer: () => void): void {
  browser.runtime.onConnect.addListener(() => answer());
}
