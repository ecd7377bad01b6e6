import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { fileOf, temporaryFolder } from './files';
import { addByHand, clickInCard, exportLinks, importFile, openJournal, shownLinks, waitForLinks } from './journal-page';
import { openPopup, saveByKeys } from './popup-page';

/** A file of ours: links on three days, two of them on the middle one. */
function journalFile(): string {
  const link = (day: string, place: number) => ({
    id: `${day.replaceAll('-', '')}${place}xx`,
    url: `https://example.org/${day}/${place}`,
    title: `Link ${place} of ${day}`,
    site: place ? '' : 'Example',
    quotes: [{ text: `Quote of ${day}`, anchor: '', at: at(day, 8 + place), offset: 0, day }],
    note: '',
    tags: ['tag', day],
    private: false,
    savedAt: at(day, 8 + place),
    offset: 0,
    changedAt: at(day, 8 + place),
    days: [day],
  });
  const links = [link('2023-03-11', 0), link('2023-03-13', 1), link('2023-03-13', 0), link('2023-05-02', 0)];
  return JSON.stringify({ format: 'daily-shaarli', version: 1, exported: '2023-06-01T00:00:00Z', links });
}

const focused = (driver: Driver) => driver.eval(() => document.activeElement?.textContent);

/** Replaces what stands in a field, with real keys. */
async function retype(driver: Driver, selector: string, text: string): Promise<void> {
  await driver.click(selector);
  await driver.press('Control', 'a');
  await driver.press('Delete');
  await driver.type(selector, text);
}

const clickCancel = (driver: Driver) => driver.click('.card-form .quiet');

const at = (day: string, hour: number) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`) / 1000;

inBothBrowsers('the daily page', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await browser.driver();
    await driver.look({ width: 1200, height: 900 });
  });

  const heading = () => driver.text('h1');
  const at13 = () => openJournal(driver, '#/2023-03-13');

  describe('reads', () => {
    test('explains itself while it is empty', async () => {
      await openJournal(driver);
      await until(
        async () => (await driver.text('.empty')).includes('Alt+Shift+D'),
        'the empty journal to say how to begin',
      );
    });

    test('imports a file and says what became of it', async () => {
      expect(await importFile(driver, fileOf('journal.json', journalFile()))).toContain('4 links added.');
      await openJournal(driver, '#/2023-03-13');
      expect((await waitForLinks(driver, 2)).map((one) => one.title)).toEqual([
        'Link 0 of 2023-03-13',
        'Link 1 of 2023-03-13',
      ]);
    });

    test('opens with the last day that has links, when today has none', async () => {
      await openJournal(driver);
      expect(await heading()).toBe('May 2, 2023');
    });

    test('shows the day’s links in the order of saving, with time and site', async () => {
      await at13();
      expect(await heading()).toBe('March 13, 2023');
      expect(await driver.text('header.day')).toContain('All links of one day in a single page. 2 links.');
      expect((await waitForLinks(driver, 2))[0]).toEqual({
        title: 'Link 0 of 2023-03-13',
        href: 'https://example.org/2023-03-13/0',
        site: '@ Example',
        meta: expect.stringMatching(/^@ Example\s+08:00\s+example\.org$/),
        quotes: ['Quote of 2023-03-13'],
        note: '',
        tags: ['tag', '2023-03-13'],
      });
    });

    test('goes to the previous and next day over empty ones; back and forward work', async () => {
      await at13();
      await driver.click('[aria-label="Previous day"]');
      await until(async () => (await heading()) === 'March 11, 2023', 'the previous day');
      expect(await driver.eval(() => document.querySelector('[aria-label="Previous day"]'))).toBeNull();
      await driver.click('[aria-label="Next day"]');
      await until(async () => (await heading()) === 'March 13, 2023', 'the day again');
      await driver.click('[aria-label="Next day"]');
      await until(async () => (await heading()) === 'May 2, 2023', 'the next day');
      await driver.eval(() => history.go(-1));
      await until(async () => (await heading()) === 'March 13, 2023', 'the way back');
      expect(await driver.eval(() => location.hash)).toBe('#/2023-03-13');
    });

    test('has a calendar of the month that shows which days have links', async () => {
      await at13();
      const days = () =>
        driver.eval(() => [...document.querySelectorAll('.cal .l1')].map((one) => one.getAttribute('aria-label')));
      await until(async () => (await days()).length === 2, 'the days with links');
      expect(await days()).toEqual(['March 11, 2023, 1 link', 'March 13, 2023, 2 links']);
      await driver.click('[aria-label="Next month"]');
      await driver.click('[aria-label="Next month"]');
      await until(async () => (await days()).length === 1, 'the days of May');
      await driver.click('.cal .l1');
      await until(async () => (await heading()) === 'May 2, 2023', 'the day that was chosen');
    });

    test('shows the links of a tag', async () => {
      await at13();
      await driver.click('.tags a');
      await until(async () => (await heading()) === 'tag', 'the tag’s page');
      expect((await waitForLinks(driver, 4)).map((one) => one.title)[0]).toBe('Link 0 of 2023-05-02');
      await expect.poll(() => driver.eval(() => document.activeElement?.localName)).toBe('h1');
    });
  });

  describe('changes', () => {
    test('a link is edited in its place, and stays on its day at its time', async () => {
      await at13();
      await waitForLinks(driver, 2);
      await clickInCard(driver, 'Link 1', 'Edit');
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
      await retype(driver, '#edit-title', 'Renamed');
      await driver.type('#earlier-0', '\n\n> and *more*');
      await driver.type('#edit-note', 'See https://example.org/ and <b>this</b>.');
      await driver.type('#edit-tags', 'new ');
      await driver.press('Control', 'Enter');
      await until(async () => (await shownLinks(driver)).some((one) => one.title === 'Renamed'), 'the new title');
      await until(
        () => driver.eval(() => document.activeElement?.matches('article') ?? false),
        'the focus on the card',
      );
      expect((await shownLinks(driver))[1]).toMatchObject({
        title: 'Renamed',
        meta: expect.stringContaining('09:00'),
        quotes: ['Quote of 2023-03-13\n\nand more'],
        note: 'See https://example.org/ and <b>this</b>.',
        tags: ['tag', '2023-03-13', 'new'],
      });
    });

    test('a link is moved to another day', async () => {
      await clickInCard(driver, 'Renamed', 'Edit');
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
      await driver.eval(() => {
        const field = document.querySelector<HTMLInputElement>('.card-form input[type=date]');
        if (!field) return;
        field.value = '2023-03-12';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await driver.click('.card-form button[type=submit]');
      await waitForLinks(driver, 1);
      const before = '[aria-label="Previous day"][href="#/2023-03-12"]';
      await until(() => driver.eval((way) => document.querySelector(way) !== null, before), 'the way to that day');
      await driver.click(before);
      await until(async () => (await heading()) === 'March 12, 2023', 'the day it was moved to');
      await expect
        .poll(() => shownLinks(driver))
        .toMatchObject([{ title: 'Renamed', quotes: ['Quote of 2023-03-13\n\nand more'] }]);
    });

    test('a link is deleted, and comes back with one click', async () => {
      await clickInCard(driver, 'Renamed', 'Delete');
      await waitForLinks(driver, 0);
      expect(await driver.text('.toast')).toContain('Deleted: Renamed');
      await until(async () => (await focused(driver)) === 'Undo', 'the way back to have the focus');
      await driver.click('.toast button');
      expect(await waitForLinks(driver, 1)).toMatchObject([{ title: 'Renamed', tags: ['tag', '2023-03-13', 'new'] }]);
    });

    test('a link is copied as Markdown, and formatted', async () => {
      await driver.eval(() => {
        Object.defineProperty(navigator.clipboard, 'write', {
          value: async ([item]: ClipboardItem[]) => {
            const text = async (type: string) => (await item?.getType(type))?.text() ?? '';
            document.documentElement.dataset.copied = await text('text/plain');
            document.documentElement.dataset.formatted = await text('text/html');
          },
        });
      });
      await clickInCard(driver, 'Renamed', 'Copy');
      await until(async () => (await driver.text('.toast-area')).includes('Copied'), 'the page to say it is copied');
      expect(await driver.eval(() => document.documentElement.dataset.copied)).toBe(
        '[Renamed](<https://example.org/2023-03-13/1>)\n\n> Quote of 2023-03-13\n>\n> > and *more*\n\n' +
          'See https://example.org/ and <b>this</b>.',
      );
      const formatted = await driver.eval(() => document.documentElement.dataset.formatted ?? '');
      expect(formatted).toContain('<a href="https://example.org/2023-03-13/1">Renamed</a></h3>');
      expect(formatted).toContain('<em>more</em>');
      expect(formatted).toContain('&lt;b&gt;this&lt;/b&gt;');
    });

    test('a link is added by hand, to today', async () => {
      await addByHand(driver, {
        title: 'By hand',
        url: 'example.org/by-hand',
        quote: 'One\ntwo',
        note: 'N',
        tags: 'Hand',
      });
      await expect
        .poll(() => shownLinks(driver))
        .toMatchObject([
          { title: 'By hand', href: 'https://example.org/by-hand', quotes: ['One\ntwo'], note: 'N', tags: ['Hand'] },
        ]);
    });

    test('adding a page that is known adds to it, and says so; its title stays', async () => {
      await addByHand(driver, { title: 'Another title', url: 'example.org/by-hand', note: 'More' });
      await until(async () => (await driver.text('.toast-area')).includes('was saved already on'), 'the answer');
      expect(await waitForLinks(driver, 1)).toMatchObject([{ title: 'By hand', note: 'N\n\nMore' }]);
      await clickInCard(driver, 'By hand', 'Edit');
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
      await retype(driver, '#edit-note', 'N');
      await driver.press('Control', 'Enter');
      await until(async () => (await shownLinks(driver))[0]?.note === 'N', 'the note to be as it was');
    });

    test('an address that is another link’s is refused in words, and nothing is lost', async () => {
      await clickInCard(driver, 'By hand', 'Edit');
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
      await retype(driver, '#edit-url', 'https://example.org/2023-05-02/0');
      await driver.press('Control', 'Enter');
      await until(async () => (await driver.text('.problem')).includes('saved on May 2, 2023'), 'the reason');
      expect(await driver.value('#edit-url')).toBe('https://example.org/2023-05-02/0');
      await clickCancel(driver);
      await waitForLinks(driver, 1);
    });

    test('what is typed into a form is kept when the form is left, and discarded when asked to', async () => {
      await clickInCard(driver, 'By hand', 'Edit');
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
      await driver.type('#edit-note', ' and more');
      await driver.eval(() => {
        location.hash = '#/2023-05-02';
      });
      await until(async () => (await heading()) === 'May 2, 2023', 'the other day');
      await until(() => driver.eval(() => document.activeElement?.tagName === 'H1'), 'the heading to take the focus');
      await driver.eval(() => history.back());
      await waitForLinks(driver, 1);
      await clickInCard(driver, 'By hand', 'Edit');
      await until(async () => (await driver.text('.card-form')).includes('Draft restored'), 'the draft');
      expect(await driver.value('#edit-note')).toBe('N and more');
      await clickCancel(driver);
      await waitForLinks(driver, 1);
      await clickInCard(driver, 'By hand', 'Edit');
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
      expect(await driver.value('#edit-note')).toBe('N');
      await driver.press('Escape');
    });

    test('several deletions are taken back together', async () => {
      await openJournal(driver, '#/2023-03-13');
      await addByHand(driver, { title: 'Second', url: 'example.org/second' });
      await waitForLinks(driver, 2);
      await clickInCard(driver, 'By hand', 'Delete');
      await waitForLinks(driver, 1);
      await clickInCard(driver, 'Second', 'Delete');
      await until(async () => (await driver.text('.toast')).includes('2 links deleted.'), 'both in one message');
      await driver.click('.toast button');
      await waitForLinks(driver, 2);
      await clickInCard(driver, 'Second', 'Delete');
      await waitForLinks(driver, 1);
    });

    test('who sends the message away by a key goes on beside what was deleted', async () => {
      await until(() => driver.eval(() => document.activeElement?.textContent === 'Undo'), 'Undo to take the focus');
      await driver.press('Tab');
      await driver.press('Enter');
      await until(async () => !(await driver.text('.toast-area')).includes('Deleted'), 'the message to go');
      const beside = () => document.activeElement?.closest('article')?.querySelector('h2')?.textContent ?? '';
      await until(async () => (await driver.eval(beside)).includes('By hand'), 'the neighbour to take the focus');
    });
  });

  test('what is saved in the popup appears by itself', async () => {
    await openJournal(driver);
    await waitForLinks(driver, 1);
    await openPopup(driver);
    await driver.popup.type('#title', ' from the popup');
    await saveByKeys(driver);
    expect((await waitForLinks(driver, 2))[1]?.title).toContain('from the popup');
  });

  test('everything goes out as one file of each format, and comes back into an empty journal', async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    const shown = async () => {
      await openJournal(driver, '#/2023-03-11');
      const first = await waitForLinks(driver, 1);
      await openJournal(driver, '#/2023-03-12');
      return [first, await waitForLinks(driver, 1)];
    };
    for (const format of ['HTML', 'JSON']) {
      await openJournal(driver);
      const file = await exportLinks(driver, folder.path, format, 'all');
      expect(path.basename(file)).toMatch(/^daily-shaarli-all-\d{4}-\d\d-\d\d\.(html|json)$/);
      if (format === 'HTML')
        expect(readFileSync(file, 'utf8')).toContain('<DT><A HREF="https://example.org/2023-03-11/0"');
      if (format === 'JSON') {
        const before = await shown();
        expect(await driver.errors()).toEqual([]);
        await driver.renew();
        await openJournal(driver);
        expect(await importFile(driver, file)).toContain('links added.');
        expect(await shown()).toEqual(before);
      }
    }
  });

  describe('hostile content', () => {
    test('is text: no element, no script, no link but http(s)', async () => {
      const hostile = {
        ...JSON.parse(journalFile()).links[0],
        id: 'hostile000000',
        url: 'https://example.org/hostile',
        title: '<img src=x onerror=alert(1)>',
        note: '[a](javascript:alert(1)) <script>alert(2)</script> ![p](https://example.org/p.png) [b](data:text/html,x)',
      };
      const file = JSON.stringify({ format: 'daily-shaarli', version: 1, exported: '', links: [hostile] });
      await openJournal(driver, '#/2023-03-11');
      await importFile(driver, fileOf('hostile.json', file));
      const links = await waitForLinks(driver, 2);
      expect(links.map((one) => one.title)).toContain('<img src=x onerror=alert(1)>');
      expect(await driver.eval(() => document.querySelectorAll('article img, article script').length)).toBe(0);
      const targets = await driver.eval(() =>
        [...document.querySelectorAll('article a')].map((one) => (one as HTMLAnchorElement).protocol),
      );
      expect(new Set(targets)).toEqual(new Set(['https:', new URL(driver.base).protocol]));
    });

    test('a file of another kind is refused with a sentence, and changes nothing', async () => {
      await driver.upload('#import-file', fileOf('notes.txt', 'just some notes'));
      await until(async () => (await driver.text('.import')).includes('notes.txt is no file'), 'the sentence');
      await openJournal(driver, '#/2023-03-11');
      await waitForLinks(driver, 2);
    });
  });

  test('writes are strict: on the disk when they say so', async () => {
    await openJournal(driver);
    await driver.eval(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...values) {
        const { dataset } = document.documentElement;
        dataset.durability = `${dataset.durability ?? ''} ${this.transaction.durability}`;
        return put.apply(this, values);
      };
    });
    await clickInCard(driver, 'By hand', 'Delete');
    await until(() => driver.eval(() => (document.documentElement.dataset.durability ?? '') !== ''), 'a write');
    const seen = await driver.eval(() => document.documentElement.dataset.durability?.trim().split(' '));
    expect(new Set(seen)).toEqual(new Set(['strict']));
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
