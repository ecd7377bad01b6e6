import browser from 'webextension-polyfill';

const SHOWN_FOR = 1500;

/** A short answer on the toolbar button: a tick for saved, an exclamation mark for not saved. */
export async function answerOnBadge(ok: boolean): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: ok ? '#14694d' : '#a32020' });
  await browser.action.setBadgeText({ text: ok ? '✓' : '!' });
  setTimeout(clearBadge, SHOWN_FOR);
}

/** Takes an answer away that a background left behind which was stopped before it could do so itself. */
export async function clearBadge(): Promise<void> {
  await browser.action.setBadgeText({ text: '' });
}
