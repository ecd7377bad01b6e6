import browser, { type Omnibox } from 'webextension-polyfill';
import { t } from './messages';

/** A link that the address bar offers: what Enter on it opens, and what is read there. */
export interface Offer {
  address: string;
  title: string;
  /** In words. */
  day: string;
}

/** As many as browsers show. */
export const OFFERS = 5;

/**
 * Answers to our keyword in the address bar. Call it at once when the background starts: a browser wakes it for these events. An answer
 * that comes late is dropped by the browser. Firefox for Android has none of this.
 */
export function onAddressBar(answer: {
  offers(text: string): Promise<Offer[]>;
  /** What was entered: the address of an offer, or what was typed. */
  entered(text: string, where: Omnibox.OnInputEnteredDisposition): void;
}): void {
  if (!browser.omnibox) return;
  browser.omnibox.setDefaultSuggestion({ description: written(t('addressBarSearch')) });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void answer
      .offers(text)
      .then((offers) =>
        suggest(
          offers.map(({ address, title, day }) => ({ content: address, description: written(`${title} · ${day}`) })),
        ),
      );
  });
  browser.omnibox.onInputEntered.addListener((text, where) => answer.entered(text, where));
}

/** Address of the daily page at a hash, or without one how all of them begin. */
export function dailyPage(hash = ''): string {
  return browser.runtime.getURL(`daily.html${hash}`);
}

/** Opens an address where the person wants it: that depends on the keys held with Enter. */
export async function openWhere(url: string, where: Omnibox.OnInputEnteredDisposition): Promise<void> {
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}

/** A text as the browser takes it: Chromium reads XML there, in which some characters cannot stand at all; Firefox shows it as it is. */
export function written(text: string, inFirefox = browser.runtime.getURL('').startsWith('moz-')): string {
  const plain = text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF\s]+/gu, ' ');
  return inFirefox ? plain : plain.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
