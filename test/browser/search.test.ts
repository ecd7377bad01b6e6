import { beforeAll, describe, expect, test } from 'vitest';
import type { Link } from '../../src/core/link';
import { link, quote } from '../fixtures/links';
import { violations } from './axe';
import { cutOff } from './cut-off';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { fileOf } from './files';
import { clickInCard, importFile, openJournal, shownLinks, waitForLinks } from './journal-page';

const DAY = 24 * 3600;
const BEGIN = Date.parse('2023-03-01T08:00:00Z') / 1000;

/** A link of the day that is so many days after the first of March. */
function linkOn(days: number, more: Partial<Link>): Link {
  const savedAt = BEGIN + days * DAY;
  const day = new Date(savedAt * 1000).toISOString().slice(0, 10);
  return link({ id: `${String(savedAt).padStart(11, '0')}aaaaaa`, savedAt, offset: 0, days: [day], ...more });
}

/** 120 links of a series, and four with something of their own. */
const LINKS = [
  ...Array.from({ length: 120 }, (_, place) =>
    linkOn(place, {
      url: `https://example.org/series/${place}`,
      title: `Series, part ${place}`,
      tags: ['series', ...(place % 2 ? [] : ['Even']), ...(place % 3 ? [] : ['third'])],
    }),
  ),
  linkOn(200, {
    url: 'https://youtube.com/watch',
    title: 'La cigogne aux œufs d’or',
    quotes: [quote({ text: 'Depuis **la Libération**:\n\n- des œufs\n- `des oeufs`', day: '2023-09-17' })],
    note: 'Une conférence sur les *œufs*.',
    tags: ['œufs', 'video'],
  }),
  linkOn(201, { url: 'https://example.org/storks/eggs-of-gold', title: 'A page', tags: ['birds'] }),
  linkOn(201.1, { url: 'https://example.org/nest', title: 'A nest', note: 'Of a stork.', tags: ['birds', 'video'] }),
  linkOn(202, { url: 'https://example.org/hostile', title: '<img src=x> stork <b>&amp;', tags: ['birds'] }),
];

inBothBrowsers('searching', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await browser.driver();
    await driver.look({ width: 1200, height: 900 });
  });

  const address = () => driver.eval(() => decodeURIComponent(location.hash));
  const focused = () => driver.eval(() => document.activeElement?.closest('[id], article, h1')?.textContent ?? '');
  const focusedId = () => driver.eval(() => document.activeElement?.id);
  const titles = async () => (await shownLinks(driver)).map(({ title }) => title);
  const texts = (selector: string) =>
    driver.eval((wanted) => [...document.querySelectorAll(wanted)].map((one) => one.textContent ?? ''), selector);
  const answered = (query: string) =>
    until(
      () => driver.eval((of) => document.querySelector('main')?.dataset.found === of, query),
      `what ${query} finds`,
    );
  const heading = (text: string) => until(async () => (await driver.text('h1')) === text, `the heading ${text}`);
  async function clear(): Promise<void> {
    await driver.press('Control', 'a');
    await driver.press('Delete');
  }

  test('begins with an import', async () => {
    await openJournal(driver);
    const file = { format: 'daily-shaarli', version: 1, exported: '2023-12-01T00:00:00Z', links: LINKS };
    expect(await importFile(driver, fileOf('journal.json', JSON.stringify(file)))).toContain('124 links added.');
  });

  describe('as one types', () => {
    test('shows what is found by day, marked wherever it stands', async () => {
      await openJournal(driver, '#/2023-09-18');
      await driver.type('#search', 'oeufs');
      await answered('oeufs');
      expect(await address()).toBe('#/search?q=oeufs');
      expect(await titles()).toEqual(['La cigogne aux œufs d’or']);
      expect(await texts('mark')).toEqual(['œufs', 'œufs', 'oeufs', 'œufs', 'œufs']);
      expect(await texts('main h2')).toEqual(['September 17, 2023']);
      expect(await texts('article h3')).toHaveLength(1);
      expect(await driver.text('header.day')).toContain('1 found.');
      await expect.poll(() => texts('header.day [role=status]')).toEqual(['1 found.']);
      expect(await focusedId()).toBe('search');
    });

    test('makes one entry of the history, so that Back leads to where one was', async () => {
      await driver.type('#search', ' cig');
      await answered('oeufs cig');
      expect(await address()).toBe('#/search?q=oeufs+cig');
      await driver.eval(() => history.back());
      await heading('September 18, 2023');
      await expect.poll(() => driver.value('#search')).toBe('');
      await driver.eval(() => history.forward());
      await answered('oeufs cig');
      expect(await driver.value('#search')).toBe('oeufs cig');
    });

    test('leads back when nothing is left to look for, and the box keeps the focus', async () => {
      await driver.click('#search');
      await clear();
      await heading('September 18, 2023');
      expect(await focusedId()).toBe('search');
      await driver.type('#search', 'nest');
      await answered('nest');
      await driver.press('Escape');
      await heading('September 18, 2023');
      await expect.poll(focused).toBe('September 18, 2023');
      expect(await driver.value('#search')).toBe('');
    });

    test('leads into what is found by Down, and by Enter before there is an answer', async () => {
      await driver.type('#search', 'nest');
      await driver.press('Enter');
      await expect.poll(focused).toContain('A nest');
      await driver.click('#search');
      await clear();
      await driver.type('#search', 'cigogne');
      await answered('cigogne');
      await driver.press('ArrowDown');
      await expect.poll(focused).toContain('La cigogne');
    });

    test('says what else can be asked where nothing is found', async () => {
      await openJournal(driver, '#/search?q=stork+-birds+-%22a+nest%22+elephant');
      await until(() => driver.eval(() => document.querySelector('.nothing') !== null), 'that there is nothing');
      expect(await driver.text('.search-help')).toContain('site:youtube.com');
      await openJournal(driver, '#/search?q=stork+-birds');
      await until(() => driver.eval(() => document.querySelector('.nothing a') !== null), 'the wider search');
      await driver.click('.nothing a');
      await answered('stork');
      expect(await driver.value('#search')).toBe('stork');
      expect(await titles()).toEqual(['<img src=x> stork <b>&amp;', 'A nest', 'A page']);
    });

    test('says why a link is there that was found by its address', async () => {
      await openJournal(driver, '#/search?q=eggs');
      await answered('eggs');
      expect(await texts('.found-address')).toEqual(['example.org/storks/eggs-of-gold']);
      expect(await texts('mark')).toEqual(['eggs']);
    });

    test('offers tags after #, and narrows by those of what was found', async () => {
      await openJournal(driver);
      await driver.type('#search', '#bir');
      await expect.poll(() => texts('#search-tags [role=option]')).toEqual(['birds3']);
      await driver.press('ArrowDown');
      await driver.press('Enter');
      await answered('#birds ');
      await waitForLinks(driver, 3);
      expect(await texts('.tag-rows a')).toEqual(['video']);
      await driver.click('.tag-rows a');
      await answered('#birds #video');
      expect(await titles()).toEqual(['A nest']);
      // Two searches, one after the other: the way back leads over both.
      await driver.click('#search');
      await driver.press('Escape');
      await heading('September 19, 2023');
    });
  });

  describe('what is found', () => {
    test('is shown in pieces: by the button, which hands the focus on, and while one scrolls', async () => {
      await driver.look({ width: 1200, height: 200 });
      await openJournal(driver, '#/search?q=series');
      await until(async () => (await driver.text('header.day')).includes('50 found so far…'), 'the first piece');
      expect((await titles())[0]).toBe('Series, part 119');
      await driver.eval(() => document.querySelector<HTMLElement>('.show-more button')?.focus());
      await driver.press('Enter');
      await expect.poll(focused).toContain('Series, part 69');
      await until(async () => {
        await driver.eval(() => scrollTo(0, document.body.scrollHeight));
        return (await driver.text('header.day')).includes('120 found.');
      }, 'the last piece');
      expect(await titles()).toHaveLength(120);
      expect(await texts('.show-more')).toEqual([]);
      await driver.look({ width: 1200, height: 900 });
    });

    test('stays in its place while it is edited, deleted and brought back', async () => {
      await openJournal(driver, '#/search?q=stork');
      await waitForLinks(driver, 3);
      await clickInCard(driver, 'A nest', 'Edit');
      await until(() => driver.eval(() => document.querySelector('#edit-note') !== null), 'the form');
      await driver.click('#edit-note');
      await clear();
      await driver.type('#edit-note', 'Empty.');
      await driver.click('.card-form button[type=submit]');
      await expect.poll(async () => (await shownLinks(driver)).map(({ note }) => note)).toEqual(['', 'Empty.', '']);
      await clickInCard(driver, 'A nest', 'Delete');
      await waitForLinks(driver, 2);
      await driver.click('.toast button');
      await waitForLinks(driver, 3);
      expect((await titles())[1]).toBe('A nest');
    });
  });

  describe('tags', () => {
    test('of a day stand beside it, with their numbers', async () => {
      await openJournal(driver, '#/2023-09-18');
      await expect.poll(() => texts('.tag-rows li')).toEqual(['birds2', 'video1']);
      expect(await texts('aside h2')).toContain('Tags this day');
    });

    test('and Back leads to the card where their page was left', async () => {
      await openJournal(driver, '#/tag/even');
      const day = '.found-day a[href="#/2023-04-10"]';
      await until(() => driver.eval((link) => document.querySelector(link) !== null, day), 'its fortieth link');
      await driver.click(day);
      await heading('April 10, 2023');
      await driver.eval(() => history.back());
      const isBack = () =>
        driver.eval((link) => {
          const { top = -1 } = document.querySelector(link)?.getBoundingClientRect() ?? {};
          return document.activeElement?.localName === 'article' && top >= 0 && top < innerHeight;
        }, day);
      await until(isBack, 'the day in sight, and a card with the focus', 10_000);
    });

    test('have a page, in any spelling; another tag narrows it, a chip widens it again', async () => {
      await openJournal(driver, '#/tag/EVEN');
      await heading('Even');
      expect(await driver.text('header.day')).toContain('60 links.');
      expect(await texts('.tag-rows li')).toEqual(['series60', 'third20']);
      await driver.click('.tag-rows li:nth-child(2) a');
      await heading('Even + third');
      await until(async () => (await driver.text('header.day')).includes('20 links.'), 'the count');
      expect((await waitForLinks(driver, 20))[0]?.title).toBe('Series, part 114');
      await driver.click('[aria-label="Without Even"]');
      await heading('third');
      await expect.poll(focused).toBe('third');
      await openJournal(driver, '#/tag/Even/video');
      await until(async () => (await driver.text('header.day')).includes('No link has all of these tags.'), 'none');
    });

    test('are all listed, by name or by number, and found by a part of their name', async () => {
      await openJournal(driver, '#/tags');
      await expect
        .poll(() => texts('.tag-rows li'))
        .toEqual(['birds3', 'Even60', 'œufs1', 'series120', 'third40', 'video2']);
      await driver.eval(() => {
        const select = document.querySelector('select');
        if (select) select.value = 'count';
        select?.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await expect.poll(async () => (await texts('.tag-rows a'))[0]).toBe('series');
      await driver.type('#all-tags-filter', 'OE');
      await expect.poll(() => texts('.tag-rows a')).toEqual(['œufs']);
      await driver.click('header.day a');
      await until(() => driver.eval(() => document.querySelector('#tags') !== null), 'the settings');
      expect(await driver.eval(() => location.pathname)).toBe('/settings.html');
    });
  });

  test.each([
    ['search?q=stork', false],
    ['search?q=stork', true],
    ['search?q=elephant', false],
    ['tag/birds/video', false],
    ['tags', false],
  ])('axe finds nothing on #/%s, which is whole where there is little room (dark: %s)', async (page, dark) => {
    await driver.look({ dark, width: 320, height: 600 });
    await openJournal(driver, `#/${page}`);
    await until(() => driver.eval(() => document.querySelector('article, .nothing, .tag-rows li') !== null), 'it');
    expect(await driver.eval(cutOff)).toEqual([]);
    expect(await violations(driver)).toEqual([]);
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
