import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Link } from '../../src/core/link';
import { link } from '../fixtures/links';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal, waitForLinks } from './journal-page';
import { chips, draftHolds, fieldHolds, openPopup, saveByKeys, select } from './popup-page';
import { putRows, rowsOf } from './server-rows';
import { type Site, serve } from './site';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/pdf');

const PAGE = `<!doctype html><title>A poem | The Site</title><meta property="og:site_name" content="The Site">
<p id="verse">Roses are red,<br>violets are <em>blue</em>.</p><p id="other">Another passage.</p>`;

inBothBrowsers('the popup', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({
      folder: FIXTURES,
      pages: { poem: PAGE, press: PAGE, draft: PAGE, keys: PAGE, twice: PAGE, frame: FRAMES, field: FIELD },
    });
  });
  afterAll(() => site.close());

  describe('on a page', () => {
    test('saves the tab with its passage, a note and tags, and closes by itself', async () => {
      await driver.goto(`${site.url}poem?utm_source=test`);
      await select(driver, '#verse');
      await openPopup(driver);
      await fieldHolds(driver, 'quote', 'Roses are red,\nviolets are *blue*.');
      await fieldHolds(driver, 'title', 'A poem');
      expect(await driver.popup.eval(() => document.activeElement?.id)).toBe('tags');
      await driver.popup.press('v');
      await driver.popup.type('#tags', 'erse,old');
      await driver.popup.type('#note', 'To be learnt.');
      expect(await saveByKeys(driver)).toBe('Saved to today');

      await openJournal(driver);
      expect(await waitForLinks(driver, 1)).toMatchObject([
        {
          title: 'A poem',
          href: `${site.url}poem`,
          site: '@ The Site',
          quotes: ['Roses are red,\nviolets are blue.'],
          note: 'To be learnt.',
          tags: ['verse', 'old'],
        },
      ]);
    });

    test('knows it again: says when it was saved, and a new selection becomes one more quote', async () => {
      await driver.goto(`${site.url}poem#part`);
      await select(driver, '#other');
      await openPopup(driver);
      await until(() => knows(driver), 'the popup to know the page');
      await fieldHolds(driver, 'quote', 'Another passage.');
      expect(await driver.popup.text('#known')).toMatch(
        /^Saved on .+\. It has 1 quote\. Saving adds this quote to it\.$/,
      );
      await fieldHolds(driver, 'note', 'To be learnt.');
      await expect.poll(() => chips(driver)).toEqual(['verse', 'old']);
      await driver.popup.click('.earlier summary');
      await fieldHolds(driver, 'earlier-0', 'Roses are red,\nviolets are *blue*.');
      await driver.popup.type('#earlier-0', '!');
      expect(await saveByKeys(driver)).toBe('Changes saved');

      await openJournal(driver);
      const [link] = await waitForLinks(driver, 1);
      expect(link).toMatchObject({
        quotes: ['Roses are red,\nviolets are blue.!', 'Another passage.'],
        note: 'To be learnt.',
        tags: ['verse', 'old'],
      });
    });

    test('removes an earlier quote, and does not take the same passage twice', async () => {
      await driver.goto(`${site.url}poem`);
      await select(driver, '#other');
      await openPopup(driver);
      await until(() => knows(driver), 'the popup to know the page');
      await driver.popup.click('.earlier summary');
      await driver.popup.click('.earlier button');
      await fieldHolds(driver, 'quote', '');
      await saveByKeys(driver);
      await openJournal(driver);
      expect((await waitForLinks(driver, 1))[0]?.quotes).toEqual(['Another passage.']);
    });
  });

  test('a press on Save saves, though the open list closes under it', async () => {
    await driver.goto(`${site.url}press`);
    await openPopup(driver);
    const typeUntilListed = async () => {
      await driver.popup.press('ArrowDown');
      return driver.popup.eval(() => document.querySelector('[role=option]') !== null);
    };
    await until(typeUntilListed, 'the list to open');
    await driver.popup.type('#tags', 'se');
    await driver.popup.click('button[type=submit]');
    await until(async () => !(await driver.popup.isOpen()), 'the popup to close by itself');
    await openJournal(driver);
    expect((await waitForLinks(driver, 2))[1]).toMatchObject({ href: `${site.url}press`, tags: ['se'] });
  });

  describe('takes the passage', () => {
    test('out of a frame', async () => {
      await driver.goto(`${site.url}frame`);
      await driver.eval(() => {
        const inner = document.querySelector('iframe')?.contentWindow;
        const words = inner?.document.querySelector('p');
        inner?.focus();
        if (words) inner?.getSelection()?.selectAllChildren(words);
      });
      await openPopup(driver);
      await fieldHolds(driver, 'quote', 'Words in a frame.');
      await driver.popup.close();
    });

    test('out of a text field', async () => {
      await driver.goto(`${site.url}field`);
      await driver.eval(() => {
        const field = document.querySelector('textarea');
        field?.focus();
        field?.setSelectionRange(4, 16);
      });
      await openPopup(driver);
      // Spaces that Markdown would drop at the beginning of a line are no-break ones.
      await fieldHolds(driver, 'quote', 'two\n\u00a0\u00a0*three');
      await driver.popup.close();
    });
  });

  describe('on a page that allows no script', () => {
    // Chromium tells an extension nothing of its own pages, not even on a click: there the address is pasted.
    const hidden = browser.name === 'chromium';
    const reason = 'The browser lets no extension read this page, so there is no quote. You can paste one.';
    const forbidden = hidden ? 'chrome://version/' : 'about:license';

    test('saves title and address, and says why there is no quote', async () => {
      await driver.goto(forbidden);
      await openPopup(driver);
      if (hidden) {
        await driver.popup.type('#url', forbidden);
        await driver.popup.type('#title', 'About Version');
      }
      await until(async () => (await driver.popup.text('form')).includes(reason), 'the popup to say why');
      await saveByKeys(driver);
      await openJournal(driver);
      const links = await waitForLinks(driver, 3);
      expect(links[2]).toMatchObject({ title: hidden ? 'About Version' : 'Licenses', href: null, quotes: [] });
    });

    test('a PDF is such a page', async () => {
      await driver.goto(`${site.url}document.pdf`);
      await openPopup(driver);
      await until(async () => (await driver.popup.text('form')).includes(reason), 'the popup to say why');
      expect(await driver.popup.text('.url')).toContain('document.pdf');
      await driver.popup.close();
    });

    // Chromium's reading mode keeps the tab's address.
    if (browser.name === 'firefox') {
      test('a reader view is unwrapped', async () => {
        await driver.goto(`about:reader?url=${encodeURIComponent(`${site.url}poem`)}`);
        await openPopup(driver);
        await until(async () => (await driver.popup.text('form')).includes(reason), 'the popup to say why');
        expect(await driver.popup.text('.url')).toBe(new URL(`${site.url}poem`).href.replace('http://', ''));
        await driver.popup.close();
      });
    }
  });

  describe('its keys', () => {
    const listed = () =>
      driver.popup.eval(() =>
        [...document.querySelectorAll('[role=option]')].map((one) => one.firstChild?.textContent),
      );

    beforeAll(async () => {
      await driver.goto(`${site.url}keys`);
      await openPopup(driver);
      await until(async () => {
        await driver.popup.press('ArrowDown');
        return (await listed()).length > 0;
      }, 'the journal to tell its tags');
    });

    test('nothing is preselected: what is typed is what is taken', async () => {
      await driver.popup.type('#tags', 'ers');
      await expect.poll(listed).toEqual(['verse']);
      await driver.popup.press('Enter');
      await expect.poll(() => chips(driver)).toEqual(['ers']);
    });

    test('arrows choose, Enter accepts and the field stays', async () => {
      await driver.popup.type('#tags', 'ERS');
      await driver.popup.press('ArrowDown');
      const chosen = () =>
        driver.popup.eval(() => document.querySelector('[aria-selected=true]')?.firstChild?.textContent);
      await expect.poll(chosen).toBe('verse');
      await driver.popup.press('Enter');
      await expect.poll(() => chips(driver)).toEqual(['ers', 'verse']);
      expect(await driver.popup.eval(() => document.activeElement?.id)).toBe('tags');
    });

    test('Tab accepts what is chosen, and else goes on', async () => {
      await driver.popup.type('#tags', 'ol');
      await driver.popup.press('ArrowDown');
      await driver.popup.press('Tab');
      await expect.poll(() => chips(driver)).toEqual(['ers', 'verse', 'old']);
      expect(await driver.popup.eval(() => document.activeElement?.id)).toBe('tags');
    });

    test('Tab goes round through every field', async () => {
      await driver.popup.eval(() => {
        const { dataset } = document.documentElement;
        dataset.passed = '[]';
        addEventListener('focusin', (event) => {
          dataset.passed = JSON.stringify([...JSON.parse(dataset.passed ?? ''), (event.target as Element).id]);
        });
      });
      const path = () => driver.popup.eval(() => JSON.parse(document.documentElement.dataset.passed ?? '') as string[]);
      let passed: string[] = [];
      for (let count = 0; count < 12 && passed.at(-1) !== 'tags'; count += 1) {
        const before = passed.length;
        await driver.popup.press('Tab');
        // Between the last field and the first the focus may pass through the document, which tells nothing.
        await until(async () => (await path()).length > before, 'the next field', 1000).catch(() => {});
        passed = await path();
      }
      expect(passed.filter(Boolean)).toEqual(['private', 'title', 'quote', 'note', 'tags']);
    });

    test('Backspace takes the last tag back', async () => {
      await driver.popup.press('Backspace');
      await expect.poll(() => chips(driver)).toEqual(['ers', 'verse']);
      await fieldHolds(driver, 'tags', 'old');
    });

    test('keys are an input method’s while it composes', async () => {
      await driver.popup.eval(() => {
        const field = document.querySelector('#tags');
        for (const key of ['Enter', 'Backspace', 'Tab']) {
          field?.dispatchEvent(
            new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
          );
        }
      });
      await expect.poll(() => chips(driver)).toEqual(['ers', 'verse']);
      await fieldHolds(driver, 'tags', 'old');
    });

    // Firefox's panel takes Escape before the page hears of it: there the draft keeps what was typed.
    test('Escape closes an open list first, then the popup', async () => {
      await driver.popup.press('ArrowDown');
      await expect.poll(listed).toEqual(['old']);
      await draftHolds(driver, '"tag":"old"');
      await driver.popup.press('Escape');
      if (browser.name === 'chromium') {
        await expect.poll(listed).toEqual([]);
        expect(await driver.popup.isOpen()).toBe(true);
        await driver.popup.press('Escape');
      }
      await until(async () => !(await driver.popup.isOpen()), 'the popup to close');
      await openPopup(driver);
      await until(async () => (await chips(driver)).includes('verse'), 'the draft to come back');
      await driver.popup.close();
    });
  });

  describe('a draft', () => {
    beforeAll(async () => {
      await driver.goto(`${site.url}draft`);
      await select(driver, '#verse');
      await openPopup(driver);
      await fieldHolds(driver, 'quote', 'Roses are red,\nviolets are *blue*.');
      await driver.popup.type('#note', 'Half a thou');
      await driver.popup.type('#tags', 'one two');
      await draftHolds(driver, '"tag":"two"');
      await driver.popup.close();
    });

    test('comes back when the popup is opened again, with the passage', async () => {
      await driver.eval(() => getSelection()?.removeAllRanges());
      await openPopup(driver);
      await until(() => driver.popup.eval(() => document.querySelector('#draft') !== null), 'the draft to come back');
      await fieldHolds(driver, 'note', 'Half a thou');
      await fieldHolds(driver, 'quote', 'Roses are red,\nviolets are *blue*.');
      await expect.poll(() => chips(driver)).toContain('one');
    });

    test('offers a new selection beside it, and overwrites nothing', async () => {
      await driver.popup.close();
      await select(driver, '#other');
      await openPopup(driver);
      await until(async () => (await driver.popup.text('form')).includes('Add the new selection'), 'the offer');
      await fieldHolds(driver, 'quote', 'Roses are red,\nviolets are *blue*.');
      await driver.popup.close();
    });

    test('is gone when it was discarded', async () => {
      await openPopup(driver);
      await until(() => driver.popup.eval(() => document.querySelector('#draft') !== null), 'the draft to come back');
      await driver.popup.click('#draft button');
      await fieldHolds(driver, 'note', '');
      await driver.popup.close();
      await openPopup(driver);
      await fieldHolds(driver, 'quote', 'Another passage.');
      expect(await driver.popup.value('#note')).toBe('');
      expect(await driver.popup.eval(() => document.querySelector('#draft'))).toBeNull();
    });

    test('is gone when it was saved', async () => {
      await driver.popup.type('#note', 'A thought.');
      await driver.popup.type('#tags', 'unended');
      await saveByKeys(driver);
      await openPopup(driver);
      await until(() => knows(driver), 'the popup to know the page');
      expect(await driver.popup.eval(() => document.querySelector('#draft'))).toBeNull();
      await driver.popup.close();
    });
  });

  test('a page that was saved elsewhere since the popup looked it up is changed, not overwritten', async () => {
    const url = `${site.url}twice`;
    await driver.goto(url);
    await openPopup(driver);
    await fieldHolds(driver, 'title', 'A poem');
    await driver.popup.type('#note', 'Mine.');
    await draftHolds(driver, 'Mine.');
    // The popup does not hear of it: only the database itself can say that the page is known.
    await putRows(driver.popup, {
      links: [link({ id: '0lf6lg2o0theirs000', url, note: 'Theirs.', tags: ['theirs'] })],
    });
    expect(await saveByKeys(driver)).toBe('Changes saved');
    await openJournal(driver);
    const rows = await rowsOf<Link>(driver, 'links');
    expect(rows.map(({ id, tags }) => [id, tags])).toEqual([['0lf6lg2o0theirs000', ['theirs']]]);
    expect(rows[0]?.note.split('\n\n').sort()).toEqual(['Mine.', 'Theirs.']);
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});

const knows = (driver: Driver) => driver.popup.eval(() => document.querySelector('#known') !== null);

const FRAMES = '<!doctype html><title>Frames</title><p>Outside.</p><iframe srcdoc="<p>Words in a frame.</p>"></iframe>';
const FIELD = '<!doctype html><title>Field</title><textarea rows="5">One two\n  *three* four</textarea>';
