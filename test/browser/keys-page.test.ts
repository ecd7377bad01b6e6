import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Link } from '../../src/core/link';
import { violations } from './axe';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { fileOf, temporaryFolder } from './files';
import { clickInCard, exportLinks, importFile, openJournal, waitForLinks } from './journal-page';
import { pressIn } from './server-page';
import { linksOf, rowsOf } from './server-rows';

/** The id of the link with that letter. */
const idOf = (letter: string) => `00lf6q0a0aaaaaaa${letter}`;
const many = (place: number) => `00kxvq0a0aaaaa${String(place).padStart(3, '0')}`;
const card = (id: string) => `article[data-id="${id}"]`;

/** Six links on one day, one on each day beside it, and a long day of as many as a tag's page does not show at once. */
function journalFile(): string {
  const links = [
    ...linksOf('abcdef', { note: 'A remark.' }),
    ...linksOf('y', { days: ['2023-03-11'], tags: ['one', 'two'], note: 'A remark.' }),
    ...linksOf('z', { days: ['2023-03-14'], private: true }),
    ...Array.from({ length: 230 }, (_, place) => ({
      ...(linksOf('m', { days: ['2022-01-01'], tags: ['many'], savedAt: 1_641_027_600 + place })[0] as Link),
      id: many(place),
      title: `Many ${place}`,
      url: `https://example.org/many/${place}`,
      note: 'line\n\n'.repeat(place % 7),
    })),
  ].map(({ key: _key, ...link }) => ({
    ...link,
    id: link.id.length > 1 ? link.id : idOf(link.id),
    changedAt: link.savedAt,
  }));
  return JSON.stringify({ format: 'daily-shaarli', version: 1, exported: '2023-06-01T00:00:00Z', links });
}

inBothBrowsers('what is done with links', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await browser.driver();
    await driver.look({ width: 1200, height: 900 });
  });

  const cards = () => driver.eval(() => document.querySelectorAll('article').length);
  const open = async (hash: string, count: number) => {
    await openJournal(driver, hash);
    await expect.poll(cards).toBe(count);
  };
  const openDayOf = (count: number) => open('#/2023-03-13', count);
  const openDay = () => openDayOf(6);
  const heading = () => driver.text('h1');
  /** The title of the card in which the focus is. */
  const here = () =>
    driver.eval(() => document.activeElement?.closest('article')?.querySelector('.title')?.textContent ?? '');
  const focused = () => driver.eval(() => document.activeElement?.textContent ?? '');
  const toast = () => driver.eval(() => document.querySelector('.toast span')?.textContent ?? '');
  const dialog = () => driver.eval(() => document.querySelector('dialog')?.innerText ?? '');
  const titles = async (count: number) =>
    (await waitForLinks(driver, count)).map(({ title }) => title.slice(-1)).join('');
  const inBar = (label: string) => pressIn(driver, '.selection-bar', label);
  /** Presses a key once the focus is in that card. */
  const pressAt = async (title: string, ...keys: string[]) => {
    await expect.poll(here).toBe(title);
    await driver.press(...keys);
  };
  /** How far down a card or form stands in the window, in whole px, once it stands still. */
  const topOf = (selector: string) =>
    driver.eval(async (wanted) => {
      const top = () => Math.round(document.querySelector(wanted)?.getBoundingClientRect().top ?? -1);
      for (let before = top(); ; before = top()) {
        for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        if (top() === before) return before;
      }
    }, selector);
  const focus = (selector: string) =>
    driver.eval((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
  const stored = async (id: string) => (await rowsOf<Link>(driver, 'links')).find((link) => link.id === id);

  test('there is a journal', async () => {
    await openJournal(driver);
    expect(await importFile(driver, fileOf('journal.json', journalFile()))).toContain('238 links added');
  });

  describe('the keys', () => {
    test('lead from link to link, in sight', async () => {
      await openDay();
      await driver.press('j');
      await pressAt('Link a', 'k');
      await pressAt('Link a', 'j');
      await pressAt('Link b', 'ArrowDown');
      await pressAt('Link c', 'ArrowUp');
      await expect.poll(here).toBe('Link b');
      const ring = () => driver.eval(() => getComputedStyle(document.activeElement as Element).outlineStyle);
      expect([await ring(), await driver.eval(() => document.activeElement?.localName)]).toEqual(['solid', 'article']);
    });

    test('go to the periods, and to today', async () => {
      await openDay();
      await driver.press('[');
      await expect.poll(heading).toBe('March 11, 2023');
      await driver.press(']');
      await expect.poll(heading).toBe('March 13, 2023');
      await driver.press('t');
      await expect.poll(() => driver.text('header.day')).toContain('Today');
      await driver.press('n');
      await expect.poll(() => driver.eval(() => document.activeElement?.id)).toBe('edit-title');
      await driver.press('t');
      await expect.poll(() => driver.value('#edit-title')).toBe('t');
      await pressIn(driver, '.card-form', 'Cancel');
      await expect.poll(toast).toContain('Draft discarded');
    });

    test('open the page in a new tab', async () => {
      await openDay();
      const before = (await driver.tabs()).length;
      await driver.press('j');
      await driver.eval(() => {
        // Where it leads is told, without going there.
        document.addEventListener('click', (event) => {
          const link = (event.target as Element).closest('a');
          document.documentElement.dataset.opened = `${link?.href} ${link?.target}`;
          event.preventDefault();
        });
      });
      for (const key of ['o', 'Enter']) {
        await driver.eval(() => delete document.documentElement.dataset.opened);
        await pressAt('Link a', key);
        await expect
          .poll(() => driver.eval(() => document.documentElement.dataset.opened ?? ''))
          .toBe('https://example.org/a _blank');
      }
      expect((await driver.tabs()).length).toBe(before);
    });

    test('delete, go on from the neighbour, and undo', async () => {
      await openDay();
      await driver.press('j');
      await pressAt('Link a', 'j');
      await pressAt('Link b', '#');
      await expect.poll(toast).toBe('Deleted: Link b');
      await expect.poll(focused).toBe('Undo');
      await driver.press('j');
      await pressAt('Link c', '#');
      await expect.poll(toast).toBe('2 links deleted.');
      await expect.poll(focused).toBe('Undo');
      expect(await titles(4)).toBe('adef');
      await driver.press('k');
      await pressAt('Link a', 'u');
      expect(await titles(6)).toBe('abcdef');
      await expect.poll(here).toBe('Link b');
    });

    test('edit in place: nothing moves, and what is typed is no key', async () => {
      await open('#/2022-01-01', 230);
      await driver.eval((one) => document.querySelector(one)?.scrollIntoView({ block: 'center' }), card(many(120)));
      await focus(card(many(120)));
      const before = await topOf(card(many(120)));
      await pressAt('Many 120', 'e');
      await expect.poll(() => driver.eval(() => document.activeElement?.id)).toBe('edit-title');
      await driver.type('#edit-title', 'jx#');
      const form = await topOf('.card-form');
      // The form has a margin where the card has its inside.
      expect(Math.abs(form - before)).toBeLessThanOrEqual(20);
      await driver.press('Control', 'Enter');
      await expect.poll(here).toBe('Many 120jx#');
      expect(Math.abs((await topOf(card(many(120)))) - before)).toBeLessThanOrEqual(2);
    });

    test('keep their place at the end of a long page', async () => {
      await open('#/2022-01-01', 230);
      await driver.eval(() => scrollTo(0, document.body.scrollHeight));
      await focus(card(many(229)));
      await driver.press('k');
      await pressAt('Many 228', 'j');
      await expect.poll(here).toBe('Many 229');
      const before = await topOf(card(many(229)));
      await driver.press('e');
      await expect.poll(() => driver.eval(() => document.activeElement?.id)).toBe('edit-title');
      expect(Math.abs((await topOf('.card-form')) - before)).toBeLessThanOrEqual(20);
      await driver.press('Escape');
      await expect.poll(here).toBe('Many 229');
      expect(Math.abs((await topOf(card(many(229)))) - before)).toBeLessThanOrEqual(5);
    });

    test('are listed, and can be switched off', async () => {
      await openDay();
      await driver.press('j');
      await pressAt('Link a', '?');
      await expect.poll(dialog).toContain('Next link');
      await expect.poll(focused).toBe('Close');
      await driver.press('j');
      await driver.press('Escape');
      await expect.poll(here).toBe('Link a');
      await driver.click('.page-foot button');
      await driver.click('dialog [type=checkbox]');
      await expect.poll(() => rowsOf(driver, 'settings')).toContainEqual({ name: 'keys', value: false });
      await driver.click('dialog .primary');
      await expect.poll(focused).toBe('Keys');
      await focus(card(idOf('b')));
      await driver.press('j');
      await pressAt('Link b', 'ArrowDown');
      await expect.poll(here).toBe('Link c');
      await driver.click('.page-foot button');
      await driver.click('dialog [type=checkbox]');
      await expect.poll(() => rowsOf(driver, 'settings')).toContainEqual({ name: 'keys', value: true });
      await driver.press('Escape');
    });
  });

  describe('many at once', () => {
    test('get tags and lose some; what would be is told first, and undone with a click', async () => {
      await openDay();
      await driver.press('j');
      await pressAt('Link a', 'x');
      await pressAt('Link a', 'j');
      await pressAt('Link b', 'x');
      await expect.poll(() => driver.text('.selection-bar [role=status]')).toBe('2 selected');
      await inBar('Tag…');
      await expect.poll(() => driver.eval(() => document.activeElement?.id)).toBe('add-tags');
      await driver.type('#add-tags', 'new ');
      await driver.type('#take-tags', 'one ');
      await expect.poll(dialog).toContain('Add #new to 2 links? Take #one off 2 links?');
      await driver.press('Enter');
      await expect.poll(toast).toBe('Tags of 2 links changed.');
      await expect
        .poll(async () => (await waitForLinks(driver, 6)).map(({ tags }) => tags.join()))
        .toEqual(['new', 'new', ...Array(4).fill('one')]);
      await expect.poll(focused).toBe('Undo');
      expect(await driver.eval(() => document.querySelector('.selection-bar'))).toBeNull();
      await driver.press('u');
      await expect.poll(toast).toBe('2 links are as they were before.');
      await expect.poll(async () => (await stored(idOf('a')))?.tags).toEqual(['one']);
      await expect.poll(here).toBe('Link a');
    });

    test('a tag’s page as a whole: also what it does not show', async () => {
      const all = async () => {
        await openJournal(driver, '#/tag/many');
        await driver.click('.tools .select');
        await driver.click('.selection-bar input');
        await expect.poll(() => driver.text('.selection-bar [role=status]')).toMatch(/^230 selected/);
      };
      await all();
      await inBar('Make private');
      await expect.poll(dialog).toContain('Make 230 links private?');
      await driver.click('dialog .primary');
      await expect.poll(toast).toBe('230 links made private.');
      await expect.poll(focused).toBe('Undo');
      await driver.press('u');
      await expect.poll(toast).toBe('230 links are as they were before.');
      await all();
      await driver.press('#');
      await expect.poll(dialog).toContain('They wait in the bin for 30 days.');
      await driver.press('Enter');
      await expect.poll(toast).toBe('230 links deleted.');
      await expect.poll(cards).toBe(0);
      await expect.poll(focused).toBe('Undo');
      await driver.press('u');
      await until(cards, 'the links to come back');
      expect(await rowsOf(driver, 'bin')).toEqual([]);
    });

    test('are exported', async () => {
      const folder = temporaryFolder();
      onTestFinished(folder.remove);
      await openDay();
      await driver.click('.tools .select');
      await driver.click(`${card(idOf('b'))} .box`);
      await driver.click(`${card(idOf('e'))} .box`);
      await inBar('Export');
      await until(() => driver.eval(() => document.querySelector(':popover-open') !== null), 'the menu');
      const file = await exportLinks(driver, folder.path, 'JSON');
      expect(JSON.parse(readFileSync(file, 'utf8')).links.map(({ id }: Link) => id)).toEqual([idOf('b'), idOf('e')]);
      await driver.press('Escape');
    });
  });

  describe('the bin', () => {
    const rows = () =>
      driver.eval(() =>
        [...document.querySelectorAll('.bin .title')].map((one) => one.textContent?.slice(-1)).join(''),
      );
    const said = () => driver.text('main [role=status]');

    test('gives back, and gives up for good after asking', async () => {
      await openDay();
      for (const [title, left] of [
        ['Link b', 5],
        ['Link d', 4],
        ['Link f', 3],
      ] as const) {
        await clickInCard(driver, title, 'Delete');
        await expect.poll(cards).toBe(left);
      }
      await openDayOf(3);
      await driver.click('.page-foot a');
      await expect.poll(async () => (await rows()).length).toBe(3);
      await driver.press('j');
      await driver.press('#');
      expect(await rows()).toHaveLength(3);
      await driver.click(`.bin ${card(idOf('b'))} summary`);
      await expect.poll(() => driver.text(`.bin ${card(idOf('b'))}`)).toContain('A remark.');
      await driver.click(`.bin ${card(idOf('b'))} button`);
      await expect.poll(said).toBe('Put back: Link b');
      await expect.poll(async () => (await stored(idOf('b')))?.note).toBe('A remark.');
      await driver.click(`.bin ${card(idOf('d'))} button:last-child`);
      await expect.poll(dialog).toContain('This is the one thing that cannot be undone.');
      expect(await focused()).toBe('Cancel');
      await driver.press('Enter');
      await expect.poll(focused).toBe('Delete for good');
      await driver.press('Enter');
      await pressIn(driver, 'dialog', 'Delete for good');
      await expect.poll(rows).toBe('f');
      await expect.poll(focused).toBe('Put back');
      await pressIn(driver, '.bin-choices', 'Put all back');
      await expect.poll(said).toBe('1 link put back.');
      await openDayOf(5);
    });

    test('shows thousands in pieces, and is emptied at once', async () => {
      await open('#/2022-01-01', 230);
      await driver.click('.tools .select');
      await driver.click('.selection-bar input');
      await driver.press('#');
      await expect.poll(dialog).toContain('Delete 230 links?');
      await driver.press('Enter');
      await expect.poll(cards).toBe(0);
      await openJournal(driver, '#/bin');
      await expect.poll(async () => (await rows()).length).toBe(200);
      await pressIn(driver, 'main', 'Show more');
      await expect.poll(async () => (await rows()).length).toBe(230);
      await expect.poll(() => driver.eval(() => document.activeElement?.closest('article') !== null)).toBe(true);
      await pressIn(driver, '.bin-choices', 'Empty the bin');
      await expect.poll(dialog).toContain('Delete 230 links for good?');
      await pressIn(driver, 'dialog', 'Empty the bin');
      await expect.poll(said).toBe('The bin is empty.');
      await expect.poll(() => driver.eval(() => document.activeElement?.localName)).toBe('h1');
      expect(await rowsOf(driver, 'bin')).toEqual([]);
    });
  });

  test('axe finds nothing', async () => {
    await open('#/tag/two', 1);
    await driver.press('j');
    await pressAt('Link y', 'x');
    await until(() => driver.eval(() => document.querySelector('.box') !== null), 'the box');
    await inBar('Tag…');
    await until(dialog, 'the question');
    expect(await violations(driver)).toEqual([]);
    await driver.press('Escape');
    await inBar('Delete');
    await expect.poll(dialog).toContain('Delete 1 link?');
    await driver.press('Enter');
    await expect.poll(toast).toBe('1 link deleted.');
    await openJournal(driver, '#/bin');
    await expect.poll(cards).toBe(1);
    await driver.press('?');
    await expect.poll(dialog).toContain('Next link');
    expect(await violations(driver)).toEqual([]);
    await driver.press('Escape');
    await driver.click('.bin summary');
    expect(await violations(driver)).toEqual([]);
    await pressIn(driver, '.bin', 'Delete for good');
    await until(dialog, 'the question');
    expect(await violations(driver)).toEqual([]);
    await driver.press('Escape');
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
