import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import { cutOff } from './cut-off';
import { type Driver, inBothBrowsers, newProfile, until } from './driver/index';
import { fileOf } from './files';
import { importFile, openJournal, shownLinks, waitForLinks } from './journal-page';

const at = (day: string, hour: number) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`) / 1000;
const quoteOf = (day: string) => ({ text: `Quote of ${day}`, anchor: '', at: at(day, 9), offset: 0, day });

let made = 0;
const link = (title: string, ...days: string[]) => {
  made += 1;
  const [first = ''] = days;
  const saved = { savedAt: at(first, 8), offset: 0, changedAt: at(first, 8), days };
  const id = `${first.replaceAll('-', '')}${String(made).padStart(3, '0')}`;
  const quotes = days.map(quoteOf);
  return {
    id,
    url: `https://example.org/${made}`,
    title,
    site: '',
    quotes,
    note: '',
    tags: [],
    private: false,
    ...saved,
  };
};

/** Links in three weeks of one month, one of them on two days of a week; a later month; and the same date two years before. */
function journalFile(): string {
  const links = [
    link('Years ago', '2021-03-13'),
    link('Early', '2023-02-27'),
    link('Both days', '2023-03-13', '2023-03-15'),
    link('Monday', '2023-03-13'),
    link('Wednesday', '2023-03-15'),
    link('End of month', '2023-03-31'),
    link('Later', '2023-05-02'),
  ];
  return JSON.stringify({ format: 'daily-shaarli', version: 1, exported: '2023-06-01T00:00:00Z', links });
}

inBothBrowsers('days, weeks and months', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await browser.start({ profile: newProfile(browser.name) });
    await driver.look({ width: 1200, height: 900 });
  });

  const heading = () => driver.text('h1');
  const headed = (text: string) => expect.poll(heading).toBe(text);
  const focused = () =>
    driver.eval(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
  const label = (name: string) => `[aria-label="${name}"]`;
  const follow = (hash: string) => driver.click(`.daynav [href="${hash}"]`);
  /** Days as they are headed, with what stands under each. */
  const days = () =>
    driver.eval(() =>
      [...document.querySelectorAll<HTMLElement>('.of-day')].map((one) => [
        one.querySelector('h2')?.textContent,
        ...[...one.querySelectorAll('article')].map(
          (card) => `${card.querySelector('h3')?.textContent}: ${card.querySelector('blockquote')?.textContent}`,
        ),
      ]),
    );
  /** Goes to another address of the page that is open. */
  const visit = async (hash: string, text: string) => {
    await driver.eval((to) => {
      location.hash = to;
    }, hash);
    await headed(text);
  };
  const there = (selector: string) =>
    until(() => driver.eval((wanted) => document.querySelector(wanted) !== null, selector), selector);
  const W11 = 'Week\u00a011 · March 13 – 19, 2023';
  const WEEK = [
    ['Monday, March 13', 'Both days: Quote of 2023-03-13', 'Monday: Quote of 2023-03-13'],
    ['Wednesday, March 15', 'Wednesday: Quote of 2023-03-15', 'Both days: Quote of 2023-03-15'],
  ];

  describe('are read', () => {
    test('a week, day by day, each with its own quotes', async () => {
      await openJournal(driver);
      expect(await importFile(driver, fileOf('journal.json', journalFile()))).toContain('7 links added.');
      await openJournal(driver, '#/2023-W11');
      await headed(W11);
      expect(await driver.text('header.day')).toContain('3 links on 2 days.');
      expect(await days()).toEqual(WEEK);
      expect(await driver.eval(() => document.title)).toBe(`${W11} · Daily Shaarli`);
    });

    test('a month; the ways beside it lead over months without links', async () => {
      await follow('#/2023-03');
      await headed('March 2023');
      expect(await driver.text('header.day')).toContain('4 links on 3 days.');
      expect((await days()).map(([day]) => day)).toEqual([
        'Monday, March 13',
        'Wednesday, March 15',
        'Friday, March 31',
      ]);
      await driver.click(`.daynav ${label('Next month')}[rel=next]`);
      await headed('May 2023');
      expect(await driver.eval(() => document.querySelector('.daynav [rel=next]'))).toBeNull();
      await driver.click(`.daynav ${label('Previous month')}[rel=prev]`);
      await headed('March 2023');
      await expect.poll(focused).toBe('March 2023');
    });

    test('from a day to its week, its month, and back to that day', async () => {
      await visit('#/2023-03-13', 'March 13, 2023');
      const current = () => driver.text('.kinds [aria-current=page]');
      expect(await current()).toBe('Day');
      await follow('#/2023-W11');
      await expect.poll(current).toBe('Week');
      await follow('#/2023-03');
      await expect.poll(current).toBe('Month');
      await follow('#/2023-03-13');
      await headed('March 13, 2023');
    });

    test('who comes from elsewhere goes to the last day with links', async () => {
      await openJournal(driver, '#/2023-W11');
      expect(await driver.eval(() => document.querySelector('.kinds a')?.getAttribute('href'))).toBe('#/2023-03-15');
      await driver.click(label('Previous week'));
      await headed('Week\u00a09 · February 27 – March 5, 2023');
      await driver.click(label('Next week'));
      await headed(W11);
    });

    test('one without links says so and leads to the nearest; today is one click away', async () => {
      await visit('#/2023-W12', 'Week\u00a012 · March 20 – 26, 2023');
      await expect
        .poll(() => driver.text('.empty'))
        .toMatch(/^No links in this week\.\s+The nearest ones: Week\u00a011 ·/);
      expect(await driver.text('.near')).toContain('Back to this week');
      await driver.click('.to-today');
      await expect.poll(() => driver.text('.near')).toBe('This week');
      await follow(await driver.eval(() => document.querySelector('.kinds a')?.getAttribute('href') ?? ''));
      await expect.poll(() => driver.text('.near')).toMatch(/^\w+day · Today$/);
      expect(await driver.text('.empty')).toContain('No links on this day.');
      await driver.click('.empty a');
      await headed('May 2, 2023');
    });

    test('a link on two days has one form, where it was opened, and the focus comes back there', async () => {
      await visit('#/2023-W11', W11);
      await driver.eval(() =>
        document.querySelector<HTMLElement>('[data-day="2023-03-15"] article .acts button')?.click(),
      );
      await there('[data-day="2023-03-15"] .card-form');
      expect(await driver.eval(() => document.querySelectorAll('.card-form').length)).toBe(1);
      await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
      await driver.press('Escape');
      const day = () => driver.eval(() => document.activeElement?.closest<HTMLElement>('[data-day]')?.dataset.day);
      await expect.poll(day).toBe('2023-03-15');
      expect(await days()).toEqual(WEEK);
    });

    test('on this day, in earlier years, unless it is not wanted', async () => {
      await visit('#/2023-03-13', 'March 13, 2023');
      await expect.poll(() => driver.text('.on-this-day')).toMatch(/^ON THIS DAY\s+2021\s+Years ago$/);
      await driver.click('.on-this-day a');
      await headed('March 13, 2021');
      await driver.extension('settings.html');
      await driver.click('#on-this-day');
      await until(async () => (await driver.text('.toast-area')).includes('Saved'), 'the setting to be kept');
      await openJournal(driver, '#/2023-03-13');
      await waitForLinks(driver, 2);
      expect(await driver.eval(() => document.querySelector('.on-this-day'))).toBeNull();
    });
  });

  describe('are found', () => {
    const walked = async (keys: string[], name: string) => {
      await driver.press(...keys);
      await expect.poll(focused).toBe(name);
    };

    test('in the calendar, with the keys, over days without links too', async () => {
      await visit('#/2023-03-13', 'March 13, 2023');
      await there('.cal .l1');
      // One stop for Tab among the days.
      expect(await driver.eval(() => document.querySelectorAll('.cal td [tabindex="0"]').length)).toBe(1);
      await driver.eval(() => document.querySelector<HTMLElement>('.cal td [tabindex="0"]')?.focus());
      expect(await focused()).toBe('March 13, 2023, 2 links');
      await walked(['ArrowRight'], 'March 14, 2023');
      await walked(['ArrowDown'], 'March 21, 2023');
      await walked(['Home'], 'March 19, 2023');
      await walked(['End'], 'March 25, 2023');
      await walked(['PageUp'], 'February 25, 2023');
      await walked(['ArrowRight'], 'February 26, 2023');
      await walked(['Shift', 'PageUp'], 'February 26, 2022');
      await walked(['Shift', 'PageDown'], 'February 26, 2023');
      await walked(['ArrowRight'], 'February 27, 2023, 1 link');
      expect(await driver.text('.month')).toContain('February 2023');
      await driver.press('Enter');
      await headed('February 27, 2023');
      await expect.poll(focused).toBe('February 27, 2023');
    });

    test('a week by its number, the whole month below', async () => {
      await visit('#/2023-03-13', 'March 13, 2023');
      await driver.click('.cal th [href="#/2023-W10"]');
      await expect.poll(heading).toContain('Week\u00a010');
      const marked = () =>
        driver.eval(() => [...document.querySelectorAll('.cal .in')].map((one) => one.textContent).join(' '));
      await expect.poll(marked).toBe('6 7 8 9 10 11 12');
      await driver.click('.calendar > p [href="#/2023-03"]');
      await headed('March 2023');
    });

    test('any date, and any month of any year', async () => {
      await visit('#/2023-03-13', 'March 13, 2023');
      await driver.click('.go-to-date');
      await until(() => driver.eval(() => document.activeElement?.matches('dialog [type=date]')), 'the field');
      await driver.eval(() => {
        const field = document.querySelector<HTMLInputElement>('dialog [type=date]');
        if (field) field.value = '1999-12-31';
      });
      await driver.press('Enter');
      await headed('December 31, 1999');
      await driver.click('.go-to-date');
      const years = () =>
        driver.eval(() => [...document.querySelectorAll('dialog option')].map((one) => one.textContent));
      await expect.poll(years).toEqual(expect.arrayContaining(['2023 · 7 links', '2021 · 1 link', '1999']));
      await driver.eval(() => {
        const field = document.querySelector('select');
        if (field) field.value = '2021';
        field?.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await there('dialog [href="#/2021-03"]');
      await driver.press('Escape');
      await until(() => driver.eval(() => !document.querySelector('dialog')), 'the choice to be closed');
      await expect.poll(focused).toContain('December 1999');
      await driver.click('.go-to-date');
      await there('dialog option[value="2021"]');
      await driver.eval(() => {
        const field = document.querySelector('select');
        if (field) field.value = '2021';
        field?.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await there('dialog [href="#/2021-03"]');
      expect(await driver.text('dialog .l1')).toContain('March 2021, 1 link');
      await driver.click('dialog .l1');
      await headed('March 2021');
    });
  });

  describe('have notes', () => {
    const note = () => driver.text('div.day-note .text');
    const open = async () => {
      await driver.click('.note-acts button');
      await until(() => driver.eval(() => document.activeElement?.matches('form.day-note textarea')), 'the field');
    };

    test('written in their place: Escape keeps what is typed, one click takes it back, another brings it again', async () => {
      await visit('#/2023-03-13', 'March 13, 2023');
      await waitForLinks(driver, 2);
      expect(await driver.text('.note-acts')).toBe('Write a note for this day');
      await open();
      await driver.type('.day-note textarea', 'A *good* day <b>');
      await driver.press('Escape');
      await expect.poll(note).toBe('A good day <b>');
      await expect.poll(focused).toBe('Edit the note');
      await open();
      await driver.type('.day-note textarea', ', and more');
      await driver.press('Control', 'Enter');
      await expect.poll(note).toBe('A good day <b>, and more');
      await driver.click('.note-acts [title]');
      await expect.poll(note).toBe('A good day <b>');
      await driver.click('.note-acts [title]');
      await expect.poll(note).toBe('A good day <b>, and more');
      // The links were not drawn anew for it.
      expect(await shownLinks(driver)).toHaveLength(2);
    });

    test('stand under their day in a week, and are removed by emptying them', async () => {
      await visit('#/2023-W11', W11);
      await expect.poll(() => driver.text('[data-day="2023-03-13"] .day-note .text')).toBe('A good day <b>, and more');
      await visit('#/2023-03-13', 'March 13, 2023');
      await there('.day-note .text');
      await open();
      await driver.press('Control', 'a');
      await driver.press('Delete');
      await driver.press('Escape');
      await expect.poll(() => driver.text('.note-acts')).toMatch(/^Write a note for this day\s*Undo$/);
      await driver.click('.note-acts [title]');
      await expect.poll(note).toBe('A good day <b>, and more');
    });
  });

  describe('are within the rules', () => {
    const fine = async () => {
      expect(await violations(driver)).toEqual([]);
      expect(await driver.eval(cutOff)).toEqual([]);
    };

    test('in a window, in the dark', async () => {
      await driver.look({ dark: true });
      await visit('#/2023-W12', 'Week\u00a012 · March 20 – 26, 2023');
      await fine();
      await visit('#/2023-03', 'March 2023');
      await driver.click('.go-to-date');
      await there('dialog .months .l1');
      await fine();
      await driver.press('Escape');
    });

    test('on the narrowest page', async () => {
      await driver.look({ dark: false, width: 320, height: 640 });
      await visit('#/2023-W11', W11);
      await fine();
      await visit('#/2023-03-13', 'March 13, 2023');
      await driver.click('.note-acts button');
      await there('form.day-note');
      await fine();
      await driver.press('Escape');
    });
  });

  test('what is typed into a note survives the end of the browser; the pages speak French', async () => {
    await visit('#/2023-03-15', 'March 15, 2023');
    await driver.click('.note-acts button');
    await there('form.day-note');
    await driver.type('.day-note textarea', 'Half a thought');
    // A debugger types faster than a disk writes; nobody is killed between a key and the next.
    await until(() => driver.eval(storedNote, '2023-03-15', 'Half a thought'), 'the last key to be written');
    expect(await driver.errors()).toEqual([]);
    const { profile } = driver;
    await driver.crash();
    driver = await browser.start({ profile, language: 'fr' });
    await openJournal(driver, '#/2023-W11');
    await headed('Semaine\u00a011 · 13–19 mars 2023');
    expect(await driver.text('[data-day="2023-03-15"] .day-note .text')).toBe('Half a thought');
    expect(await driver.text('[data-day="2023-03-15"] h2')).toBe('Mercredi 15 mars');
    expect(await driver.text('.cal thead')).toMatch(/L\s+M\s+M\s+J\s+V\s+S\s+D\s*$/);
    expect(await driver.text('.to-today')).toBe('Revenir à cette semaine');
    expect(await driver.errors()).toEqual([]);
  });
});

/** Whether the database has that note by now. */
function storedNote(day: string, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('daily-shaarli');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const row = opening.result.transaction('dayNotes').objectStore('dayNotes').get(day);
      row.onsuccess = () => {
        opening.result.close();
        resolve(row.result?.text === text);
      };
    };
  });
}
