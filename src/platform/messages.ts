import browser from 'webextension-polyfill';
import type english from '../_locales/en/messages.json';

/** Every key of the catalogue; a key that does not exist does not compile. */
export type MessageKey = keyof typeof english;

/** Messages that exist once for each plural form of English and French. */
type Countable = MessageKey extends infer Key ? (Key extends `${infer Name}_other` ? Name : never) : never;

/** The text of a message in the language of the browser. `$1` … are replaced by `values`. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String)) || key;
}

/** A message that depends on a number: `links_one`, `links_other`. The number is its first value. */
export function plural(name: Countable, count: number): string {
  const form = new Intl.PluralRules(language()).select(count) === 'one' ? 'one' : 'other';
  return t(`${name}_${form}` as MessageKey, count.toLocaleString(language()));
}

/** The language that the messages are in, with the browser's region where it has one, for dates and numbers beside them. */
export function language(): string {
  spoken ??= spokenLanguage();
  return spoken;
}

/** Asked for once: a page writes hundreds of numbers and dates, and no browser changes its language under a page. */
let spoken: string | undefined;

function spokenLanguage(): string {
  const browserLanguage = browser.i18n.getUILanguage();
  const ours = t('language');
  return browserLanguage.split('-')[0] === ours ? browserLanguage : ours;
}
