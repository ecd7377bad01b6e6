import browser from 'webextension-polyfill';
import { t } from './messages';

const SHOWN_FOR = 1500;

/** Tabs on which a short answer is shown now: no mark is put over it. */
const answering = new Set<number>();

/**
 * A short answer on the toolbar button: a tick for saved, an exclamation mark for not saved. A tab's mark gives way to it; put it back
 * when this is over.
 */
export async function answerOnBadge(ok: boolean, tabId: number): Promise<void> {
  answering.add(tabId);
  await setMark(tabId, '', ok ? '#14694d' : '#a32020');
  await browser.action.setBadgeText({ text: ok ? '✓' : '!' });
  await new Promise((resolve) => setTimeout(resolve, SHOWN_FOR));
  answering.delete(tabId);
  await clearBadge();
}

/** Takes an answer away that a background left behind which was stopped before it could do so itself. */
export async function clearBadge(): Promise<void> {
  await browser.action.setBadgeText({ text: '' });
}

/**
 * The mark of a tab whose page is saved: a dot on the button, and `title` as its tooltip; without one the mark is taken away.
 * While an answer is shown nothing happens.
 */
export async function markTab(tabId: number, title = ''): Promise<void> {
  if (answering.has(tabId)) return;
  await setMark(tabId, title, '#67635a');
}

async function setMark(tabId: number, title: string, color: string): Promise<void> {
  // A menu may be opened where there is no tab, as in a panel of the browser.
  if (tabId < 0) return;
  await unlessGone(
    Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color }),
      // Null is the button's own text again, which all tabs share.
      browser.action.setBadgeText({ tabId, text: title ? '•' : null }),
      browser.action.setTitle({ tabId, title: title || t('actionTitle') }),
    ]),
  );
}

/** Waits for what is asked of a tab; undefined where the tab was closed meanwhile. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && /no tab with id|invalid tab id/i.test(error.message)) return undefined;
    throw error;
  }
}
