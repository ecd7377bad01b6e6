import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../src/core/draft';
import { type Driver, inBothBrowsers, newProfile, until } from './driver/index';
import { storedDrafts } from './journal-page';
import { draftHolds, fieldHolds, openPopup, saveByKeys, select } from './popup-page';
import { type Site, serve } from './site';

const TIMES = 10;
const page = (title: string) => `<!doctype html><title>${title}</title><p id="verse">Roses are red.</p>`;
const many = (name: string) =>
  Object.fromEntries(Array.from({ length: TIMES }, (_, place) => [`${name}${place}`, page(`${name} ${place}`)]));

inBothBrowsers('nothing typed is lost', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.start({ profile: newProfile(browser.name) });
    site = await serve({ pages: { ...many('keys'), ...many('instant'), one: page('One'), other: page('Other') } });
  });
  afterAll(() => site.close());

  /** The notes of the drafts of pages whose names begin so, as a page of the extension finds them. */
  async function notes(name: string): Promise<(string | undefined)[]> {
    const drafts = (await storedDrafts(driver)) as Draft[];
    return drafts.filter(({ url }) => url.includes(`/${name}`)).map(({ typed }) => typed.note);
  }
  const notice = () => driver.popup.eval(() => document.querySelector('#draft')?.textContent ?? '');
  const noticeSays = (text: string) => expect.poll(notice).toBe(text);

  describe('when the popup is closed', () => {
    test('right after the last key', async () => {
      for (let time = 0; time < TIMES; time += 1) {
        await driver.goto(`${site.url}keys${time}`);
        await openPopup(driver);
        await driver.popup.type('#note', 'to the last letter');
        await driver.popup.eval(asFastAsAHand);
        await driver.popup.close();
      }
      // Their drafts are made at the latest when a page of ours is opened.
      await driver.extension('daily.html');
      await expect.poll(() => notes('keys')).toEqual(Array(TIMES).fill('to the last letter'));
    });

    test('in the very moment of the last key', async () => {
      for (let time = 0; time < TIMES; time += 1) {
        await driver.goto(`${site.url}instant${time}`);
        await openPopup(driver);
        await driver.popup.type('#note', 'to the last');
        await draftHolds(driver, 'to the last');
        const closing = driver.popup.eval(() => {
          const note = document.querySelector('#note') as HTMLTextAreaElement;
          for (const letter of ' letter') {
            note.value += letter;
            note.dispatchEvent(new InputEvent('input', { bubbles: true }));
          }
          window.close();
        });
        // Its answer may go with it.
        await closing.catch(() => {});
        await until(async () => !(await driver.popup.isOpen()), 'the popup to close');
      }
      await driver.extension('daily.html');
      await expect.poll(() => notes('instant')).toEqual(Array(TIMES).fill('to the last letter'));
    });
  });

  test('when the browser is killed: the draft comes back on its page, and on no other', async () => {
    await driver.goto(`${site.url}one`);
    await select(driver, '#verse');
    await openPopup(driver);
    await fieldHolds(driver, 'quote', 'Roses are red.');
    await driver.popup.type('#note', 'Half a thought');
    // A debugger types faster than a disk writes; nobody is killed between a key and the next.
    await draftHolds(driver, 'Half a thought');
    await driver.popup.close();
    const { profile } = driver;
    await driver.crash();
    driver = await browser.start({ profile });

    await driver.goto(`${site.url}other`);
    await openPopup(driver);
    await fieldHolds(driver, 'title', 'Other');
    expect(await driver.popup.value('#note')).toBe('');
    await driver.popup.close();
    await driver.goto(`${site.url}one`);
    await openPopup(driver);
    await noticeSays('Draft restored · Discard');
    await fieldHolds(driver, 'note', 'Half a thought');
    await fieldHolds(driver, 'quote', 'Roses are red.');
  });

  test('by one wrong click on Discard', async () => {
    await driver.popup.click('#draft button');
    await noticeSays('Draft discarded · Undo');
    await fieldHolds(driver, 'note', '');
    expect(await driver.popup.eval(() => document.activeElement?.id)).toBe('tags');
    await driver.popup.type('#note', 'Another');
    await driver.popup.click('#draft button');
    await noticeSays('Draft restored · Discard');
    await fieldHolds(driver, 'note', 'Half a thought\n\nAnother');
    await driver.popup.close();
    await openPopup(driver);
    await fieldHolds(driver, 'note', 'Half a thought\n\nAnother');
  });

  test('and once it is saved, no draft is left', async () => {
    await saveByKeys(driver);
    await driver.extension('settings.html');
    expect(await notes('one')).toEqual([]);
  });

  // Chromium hides the address of its own pages; Firefox tells it.
  test('on a page of the browser itself', async () => {
    const hidden = browser.name === 'chromium';
    await driver.goto(hidden ? 'chrome://version/' : 'about:license');
    await openPopup(driver);
    await driver.popup.type('#note', 'On the browser');
    await driver.popup.close();
    await driver.extension('settings.html');
    await driver.goto(hidden ? 'chrome://version/' : 'about:license');
    await openPopup(driver);
    await noticeSays('Draft restored · Discard');
    await fieldHolds(driver, 'note', 'On the browser');
    await driver.popup.close();
    await driver.goto(`${site.url}other`);
    await openPopup(driver);
    await fieldHolds(driver, 'title', 'Other');
    expect(await driver.popup.value('#note')).toBe('');
    await driver.popup.close();
    expect(await driver.errors()).toEqual([]);
  });
});

/**
 * A debugger's keys and clicks overtake what the page has told its browser meanwhile; a hand is never that fast. What is asked here is
 * answered when the browser has heard all of it.
 */
async function asFastAsAHand(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { session: { get(key: string): Promise<unknown> } } };
  };
  await chrome.storage.session.get('');
}
