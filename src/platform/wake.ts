import browser from 'webextension-polyfill';
import { onTouched } from '../storage/touched';

/** Wakes the background, to see what there is to send. */
export function wakeSender(): void {
  browser.runtime.connect({ name: 'send' }).disconnect();
}

/** The same whenever links were written or deleted, here or in another window, for as long as this page is open. */
export function wakeWhenTouched(): void {
  onTouched(wakeSender);
}

/** Call it at once when the background starts. */
export function onWake(answer: () => void): void {
  browser.runtime.onConnect.addListener(() => answer());
}

/** Tells when the network has come back, as far as the browser knows and the background is awake. */
export function onOnline(answer: () => void): void {
  globalThis.addEventListener?.('online', () => answer());
}

/** The name of the alarm that wakes the background to send. */
export const SEND_ALARM = 'send';

/** A minute later an alarm comes again, in case that the background was ended before it was done. */
const AGAIN = 1;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Lets the background be woken at a moment, and each minute from then on; never again without a moment.
 * @param at ms since 1970
 * @param answer called at the moment itself if the background is still awake then: alarms come half a minute later at the earliest
 */
export async function wakeLater(at: number | undefined, answer: () => void): Promise<void> {
  clearTimeout(timer);
  if (at === undefined) {
    await browser.alarms.clear(SEND_ALARM);
    return;
  }
  timer = setTimeout(answer, Math.max(0, at - Date.now()));
  browser.alarms.create(SEND_ALARM, { when: at, periodInMinutes: AGAIN });
}
