import { beforeAll, describe, expect, test } from 'vitest';
import { link, quote } from '../fixtures/links';
import { cutOff } from './cut-off';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal, waitForLinks } from './journal-page';
import { aServer, deleteRow, fillServerForm, openServerSettings, putRow } from './server-page';

/*
 * Little room: the narrowest page that zooming makes of a window, a phone's screen, a popup at 200 % zoom (800 × 600 pixels are
 * the most that a browser gives one). The popup's page stands in a tab here, since a panel takes no size.
 */
const ROOMS = [
  { width: 320, height: 560 },
  { width: 360, height: 640 },
  { width: 400, height: 300 },
  { width: 320, height: 200 },
  { width: 1000, height: 700 },
];
const LANGUAGES = ['en', 'fr'];

const PASSAGE = Array.from({ length: 60 }, (_, line) => `Line ${line} of a long passage, ${'and on '.repeat(9)}`).join(
  '\n',
);
const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const MUCH = {
  title: `${WORD} ${'and so on '.repeat(20)}`,
  note: `${WORD} `.repeat(10),
  tags: Array.from({ length: 20 }, (_, tag) => `${WORD.slice(0, 4 + 3 * tag)}${tag}`),
  quotes: Array.from({ length: 5 }, (_, place) => quote({ text: `${place}\n${PASSAGE}`, at: 1_678_693_265 + place })),
};

describe.each(LANGUAGES)('in the language %s', (language) => {
  inBothBrowsers('where there is little room', (browser) => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await (language === 'en' ? browser.driver() : browser.start({ language }));
      await driver.extension('popup.html');
      await until(
        () => driver.eval(() => document.querySelector('.url')?.textContent !== ''),
        'the popup to know its tab',
      );
      await driver.eval(putLink, {
        ...link({ ...MUCH, url: `${driver.base}popup.html` }),
        key: `${driver.base}popup.html`,
      });
    });

    test.each(ROOMS)('the popup is whole at $width × $height', async (room) => {
      await driver.look(room);
      await driver.extension('popup.html');
      await until(
        () => driver.eval(() => document.querySelectorAll('.chip').length === 20),
        'the popup to know the page',
      );
      await driver.eval(fill, '#quote', PASSAGE);
      await driver.eval(() => document.querySelector('details')?.setAttribute('open', ''));
      expect(await driver.eval(cutOff)).toEqual([]);
      expect(await driver.eval(coveredWhileFocused)).toEqual([]);
    });

    test('the popup takes the width of a phone’s page, and names no keys there', async () => {
      await driver.look({ width: 430, height: 800 });
      await driver.extension('popup.html');
      await driver.look({ touch: true });
      const width = () => driver.eval(() => document.querySelector('main')?.clientWidth);
      const whole = () => driver.eval(() => document.body.clientWidth === document.documentElement.clientWidth);
      await expect.poll(async () => [await whole(), await width()]).toEqual([true, expect.not.closeTo(400, 0)]);
      expect(await driver.eval(() => document.querySelector('kbd')?.checkVisibility())).toBe(false);
      await driver.look({ touch: false });
      await expect.poll(width).toBe(400);
    });

    test.each(ROOMS.slice(0, 2))('the other pages are whole at $width × $height', async (room) => {
      await driver.look(room);
      await driver.extension('settings.html');
      await until(() => driver.eval(() => document.querySelector('#server-address') !== null), 'the settings');
      expect(await driver.eval(cutOff)).toEqual([]);
      await fillServerForm(driver, { address: 'http://example.org' });
      await until(() => driver.eval(() => document.querySelector('#server-open') !== null), 'the question about http');
      expect(await driver.eval(cutOff)).toEqual([]);
      await putRow(driver, 'server', aServer(`https://example.org/${WORD}/`));
      await openServerSettings(driver);
      expect(await driver.eval(cutOff)).toEqual([]);
      await deleteRow(driver, 'server', 'server');
      await openJournal(driver);
      expect(await driver.eval(cutOff)).toEqual([]);
      await openJournal(driver, '#/2023-03-13');
      await waitForLinks(driver, 1);
      expect(await driver.eval(cutOff)).toEqual([]);
    });
  });
});

/** Puts a link into the journal as it is, past every form. */
function putLink(row: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('daily-shaarli');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('links', 'readwrite');
      change.objectStore('links').put(row);
      change.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** Puts a text into a field as pasting does. */
function fill(selector: string, text: string): void {
  const field = document.querySelector(selector) as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Fields of which the beginning lies under the footer, or above the page, when they get the focus. */
function coveredWhileFocused(): string[] {
  const footer = document.querySelector('footer');
  const found: string[] = [];
  for (const one of document.querySelectorAll<HTMLElement>('a, button, input, textarea, summary')) {
    if (footer?.contains(one) || !one.checkVisibility()) continue;
    one.focus();
    const { top, bottom } = one.getBoundingClientRect();
    const end =
      footer && getComputedStyle(footer).position === 'sticky' ? footer.getBoundingClientRect().top : innerHeight;
    if (top < -1 || Math.min(bottom, top + 40) > end + 1)
      found.push(`${one.localName}#${one.id}: ${top} to ${bottom}, not below ${end}`);
  }
  return found;
}
