import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../src/core/draft';
import { violations } from './axe';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { addByHand, clickInCard, openJournal, storedDrafts, waitForLinks } from './journal-page';
import { chips, openPopup, select } from './popup-page';
import { type Site, serve } from './site';

const PAGE = '<!doctype html><title>A poem</title><p id="verse">Roses are red.</p>';
const DAY = 24 * 3600;

inBothBrowsers('the drafts on the daily page', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ pages: { poem: PAGE, saved: PAGE } });
    await openJournal(driver);
  });
  afterAll(() => site.close());

  const listed = () => driver.eval(() => [...document.querySelectorAll('.drafts h3')].map((one) => one.textContent));
  const text = () => driver.eval(() => document.querySelector<HTMLElement>('.drafts')?.innerText ?? '');
  const answer = (words: string) =>
    until(async () => (await driver.text('.toast-area')).includes(words), `the answer “${words}”`);
  const clickNamed = async (name: string) => {
    await until(() => driver.eval((label) => document.querySelector(`[aria-label="${label}"]`) !== null, name), name);
    await driver.click(`[aria-label="${name}"]`);
  };
  /** By keyboard: the way back takes the focus. */
  const pressUndo = async () => {
    await expect.poll(() => driver.eval(() => document.activeElement?.textContent)).toBe('Undo');
    await driver.press('Enter');
  };
  /** Puts drafts into the journal's table, as they may have come about over weeks. */
  const store = (...drafts: Draft[]) =>
    driver.eval(
      (rows) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('daily-shaarli');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('drafts', 'readwrite');
            for (const row of rows) transaction.objectStore('drafts').put(row);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      drafts,
    );

  test('are no part of it when there are none', async () => {
    expect(await driver.eval(() => document.querySelector('.drafts'))).toBeNull();
  });

  describe('of a page', () => {
    beforeAll(async () => {
      await driver.goto(`${site.url}poem`);
      await select(driver, '#verse');
      await openPopup(driver);
      await driver.popup.type('#note', 'Half a thought');
      await driver.popup.type('#tags', 'verse old');
      await until(async () => (await chips(driver)).join() === 'verse', 'the first tag to be ended');
      await driver.popup.close();
      await openJournal(driver);
    });

    test('are listed with what was typed, when, and until when it is kept', async () => {
      await expect.poll(listed).toEqual(['A poem']);
      const shown = await text();
      for (const part of ['Not saved yet', '127.0.0.1', 'typed ', 'Roses are red.', 'Half a thought', 'verse · old'])
        expect(shown).toContain(part);
      const last = await driver.eval(
        (days) => new Date(Date.now() + days * 1000).toLocaleDateString('en', { dateStyle: 'long' }),
        30 * DAY,
      );
      expect(shown).toContain(`kept until ${last}`);
      expect(await violations(driver)).toEqual([]);
    });

    test('are told of in the head of the page, with a way to them', async () => {
      await until(async () => (await driver.text('header.day')).includes('1 draft is not saved yet.'), 'the head');
      await driver.click('header.day button');
      expect(await driver.eval(() => document.activeElement?.textContent)).toBe('Not saved yet');
    });

    test('come back after one click too many on Discard', async () => {
      await clickNamed('Discard: A poem');
      await answer('Draft discarded');
      await expect.poll(listed).toEqual([]);
      await pressUndo();
      await expect.poll(listed).toEqual(['A poem']);
    });

    test('are gone on with in place; what is typed goes on being kept', async () => {
      await clickNamed('Continue: A poem');
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
      expect(await driver.value('#edit-note')).toBe('Half a thought');
      expect(await driver.value('#edit-quote')).toBe('Roses are red.');
      await driver.type('#edit-note', ', and another');
      await expect
        .poll(async () => ((await storedDrafts(driver)) as Draft[]).map(({ typed }) => typed.note))
        .toEqual(['Half a thought, and another']);
      expect(await driver.value('#edit-note')).toBe('Half a thought, and another');
      await driver.press('Escape');
      await until(async () => (await text()).includes('Half a thought, and another'), 'the list again');
      await until(() => driver.eval(() => document.activeElement?.id === 'drafts'), 'the focus to be there');
    });

    test('come back after one click too many on Cancel', async () => {
      await clickNamed('Continue: A poem');
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
      await driver.click('.card-form .buttons .quiet');
      await answer('Draft discarded');
      await pressUndo();
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to come back');
      expect(await driver.value('#edit-note')).toBe('Half a thought, and another');
      await driver.press('Escape');
      await expect.poll(listed).toEqual(['A poem']);
    });

    test('are saved to today as they are', async () => {
      await clickNamed('Save: A poem');
      await answer('Saved to today');
      expect(await waitForLinks(driver, 1)).toMatchObject([
        { title: 'A poem', quotes: ['Roses are red.'], note: 'Half a thought, and another', tags: ['verse', 'old'] },
      ]);
      await expect.poll(listed).toEqual([]);
      expect(await storedDrafts(driver)).toEqual([]);
      await until(
        () => driver.eval(() => document.activeElement?.matches('article') ?? false),
        'the focus to be on the card',
      );
    });
  });

  test('of a saved link are listed as changes to it, and saved into it', async () => {
    await clickInCard(driver, 'A poem', 'Edit');
    await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
    await driver.type('#edit-note', '!');
    // Not listed as long as it stands in its form.
    await expect.poll(async () => (await storedDrafts(driver)).length).toBe(1);
    expect(await listed()).toEqual([]);
    await driver.press('Escape');
    await until(async () => (await text()).includes('changes to a saved link'), 'the draft to be listed');
    await clickNamed('Save: A poem');
    await answer('Changes saved');
    expect((await waitForLinks(driver, 1))[0]?.note).toBe('Half a thought, and another!');
    expect(await storedDrafts(driver)).toEqual([]);
  });

  test('of the form for adding by hand are there too', async () => {
    await driver.click('.tools .add');
    await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
    await driver.type('#edit-title', 'By hand');
    await driver.press('Escape');
    await expect.poll(listed).toEqual(['By hand']);
    // Without an address there is nothing to save yet.
    expect(await driver.eval(() => document.querySelector('[aria-label="Save: By hand"]'))).toBeNull();
    await addByHand(driver, { title: '', url: 'example.org/by-hand' });
    expect((await waitForLinks(driver, 2))[1]).toMatchObject({ title: 'By hand', href: 'https://example.org/by-hand' });
    await expect.poll(listed).toEqual([]);
  });

  test('of 200 pages: the newest are shown, all at a click; a page’s words are only words', async () => {
    const now = Math.floor(Date.now() / 1000);
    const drafts = Array.from({ length: 200 }, (_, place): Draft => {
      const url = `https://example.org/${place}`;
      return {
        key: `k${place}`,
        place: url,
        url,
        title: `Page ${place}`,
        at: now - place,
        typed: { note: 'n' },
        bases: {},
      };
    });
    const hostile: Partial<Draft> = {
      url: 'javascript:alert(1)',
      place: 'hidden',
      title: '<img src=x onerror=alert(1)>',
      typed: { note: '<b>bold</b>' },
    };
    await store(...drafts, { ...(drafts[0] as Draft), key: 'hostile', at: now + 1, ...hostile });
    await openJournal(driver);
    await expect.poll(async () => (await listed()).length).toBe(20);
    expect((await listed()).slice(0, 2)).toEqual(['<img src=x onerror=alert(1)>', 'Page 0']);
    expect(
      await driver.eval(() => document.querySelectorAll('.drafts :is(img, b, a[href^="javascript"])').length),
    ).toBe(0);
    await driver.click('.drafts > .quiet');
    await expect.poll(async () => (await listed()).length).toBe(201);
    const focused = () => driver.eval(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('Continue: Page 19');
    expect(await driver.errors()).toEqual([]);
  });
});
