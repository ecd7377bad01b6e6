import { beforeAll, describe, expect, test } from 'vitest';
import type { QueueRow } from '../../src/storage/queue';
import type { ServerRow } from '../../src/storage/server';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { clickInCard, openJournal, waitForLinks } from './journal-page';
import { pressIn } from './server-page';
import { linksOf, openWithServer, putRows, row, rowsOf, twinOfLink } from './server-rows';

const links = linksOf('abcd');
const [a, b] = links as [(typeof links)[0], (typeof links)[0]];

inBothBrowsers('sending, on the pages', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await browser.driver();
    await driver.look({ width: 1200, height: 900 });
  });

  const queue = () => rowsOf<QueueRow>(driver, 'queue');
  const waiting = async () => (await queue()).map(({ id, what, state }) => `${id} ${what} ${state}`);
  const focused = () => driver.eval(() => document.activeElement?.textContent);
  const toast = () => driver.eval(() => document.querySelector('.toast span')?.textContent ?? '');
  /** What stands last among the buttons of each card. */
  const marks = () =>
    driver.eval(() => [...document.querySelectorAll('.acts > :last-child')].map((one) => one.textContent));
  const line = () => driver.eval(() => document.querySelector('.sending-line p')?.textContent ?? '');
  const heard = () => driver.eval(() => document.querySelector('.sending-line [role=status]')?.textContent ?? '');
  /** Picks an entry of the part of the menu that is about the server. */
  const pick = async (label: string) => {
    await driver.click('[popovertarget]');
    await until(() => driver.eval(() => document.querySelector(':popover-open') !== null), 'the menu');
    const place = await driver.eval(
      (wanted) =>
        [...document.querySelectorAll('#export-menu button')].findLastIndex((one) => one.textContent === wanted),
      label,
    );
    await driver.eval((at) => document.querySelectorAll('#export-menu button')[at]?.classList.add('picked'), place);
    await driver.click('#export-menu .picked');
    await driver.eval(() => document.querySelector('.picked')?.classList.remove('picked'));
  };

  test('nothing is to be seen of a server where there is none', async () => {
    await openJournal(driver);
    await putRows(driver, { links, server: [] });
    await openJournal(driver, '#/2023-03-13');
    await waitForLinks(driver, 4);
    expect(await marks()).toEqual(['Delete', 'Delete', 'Delete', 'Delete']);
    expect(await driver.eval(() => document.querySelectorAll('.sending-line').length)).toBe(0);
    expect(await driver.eval(() => document.querySelectorAll('#export-menu fieldset').length)).toBe(1);
    await driver.extension('settings.html');
    await until(() => driver.eval(() => document.querySelector('#server .acts') !== null), 'the settings');
    expect(await driver.eval(() => document.querySelector('#sending'))).toBeNull();
  });

  describe('a link', () => {
    test('says how it stands with the server', async () => {
      const older = { ...b, note: 'As it was sent.' };
      await openWithServer(driver, {
        links,
        queue: [row('c'), row('d', { state: 'refused', why: 'serverTaken' })],
        twins: [twinOfLink(a, 1), twinOfLink(older, 2)],
      });
      await expect.poll(marks).toEqual(['On your Shaarli', 'Send', 'Waiting…', 'Not sent: see why']);
      const ways = await driver.eval(() =>
        [...document.querySelectorAll('.acts > a')].map((one) => one.getAttribute('href')),
      );
      expect(ways).toEqual(['https://links.example/shaare/short1', 'settings.html#sending']);
    });

    test('is sent with a click; no other card is drawn again, and the focus stays', async () => {
      await openWithServer(driver, { links });
      await driver.eval(() => {
        const page = document.documentElement;
        page.dataset.changed = '';
        new MutationObserver((changes) => {
          for (const { target } of changes) {
            const card = (target instanceof Element ? target : target.parentElement)?.closest('article');
            page.dataset.changed += card?.dataset.id ?? '';
          }
        }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      });
      // The way to it marks every button of the cards in turn: by the keys it is left alone.
      await driver.eval(() => document.querySelector<HTMLElement>('[data-id=b] .acts > :last-child')?.focus());
      await driver.press('Enter');
      await expect.poll(marks).toEqual(['Send', 'Waiting…', 'Send', 'Send']);
      expect(await waiting()).toEqual(['b send waiting']);
      expect(await focused()).toBe('Waiting…');
      await expect.poll(line).toMatch(/^1 link waits for your Shaarlinext try /);
      expect(await driver.eval(() => new Set(document.documentElement.dataset.changed).size)).toBe(1);
    });

    test('that waits is heard of once, not link by link', async () => {
      await openWithServer(driver, { links });
      await clickInCard(driver, 'Link a', 'Send');
      await expect.poll(heard).toMatch(/^1 link waits for your Shaarli, next try /);
      const before = await heard();
      await clickInCard(driver, 'Link b', 'Send');
      await expect.poll(line).toContain('2 links wait');
      expect(await heard()).toBe(before);
    });
  });

  describe('the menu', () => {
    test('sends a day', async () => {
      await openWithServer(driver, { links: [...links, ...linksOf('z', { days: ['2023-03-14'] })] });
      await pick('This day');
      await expect.poll(toast).toBe('4 links wait to be sent.');
      expect(await waiting()).toEqual(['a', 'b', 'c', 'd'].map((id) => `${id} send waiting`));
      await pick('This day');
      await expect.poll(toast).toBe('There is nothing to send: it is all on your Shaarli, or waits already.');
    });

    test('sends the links of a tag', async () => {
      await openWithServer(driver, { links: [...links, ...linksOf('z', { tags: ['two'] })] }, 'daily.html#/tag/two');
      await pick('These links');
      await expect.poll(toast).toBe('1 link waits to be sent.');
      expect(await waiting()).toEqual(['z send waiting']);
    });

    test('asks before it sends everything', async () => {
      await openWithServer(driver, { links: [...links, ...linksOf('z', { private: true, days: ['2023-03-14'] })] });
      await pick('Send everything…');
      await expect
        .poll(() => driver.text('.report'))
        .toMatch(/Send everything to your Shaarli\?\s+5 links\. 1 of them is private and stays private there\./);
      await expect.poll(() => driver.eval(() => document.activeElement?.className)).toBe('report');
      await driver.press('Escape');
      await expect.poll(() => driver.eval(() => document.activeElement?.localName)).toBe('h1');
      expect(await driver.eval(() => document.querySelector('.report'))).toBeNull();
      expect(await queue()).toEqual([]);
      await pick('Send everything…');
      await driver.click('.report button');
      await expect.poll(toast).toBe('5 links wait to be sent.');
      expect(await waiting()).toHaveLength(5);
    });
  });

  describe('a selection', () => {
    const chosen = () =>
      driver.eval(() =>
        [...document.querySelectorAll<HTMLInputElement>('.box')].map((one) => (one.checked ? 'x' : '-')).join(''),
      );
    const count = () => driver.text('.selection-bar [role=status]');
    const select = async () => {
      await driver.click('.tools .select');
      await until(() => driver.eval(() => document.querySelectorAll('.box').length === 4), 'the boxes');
    };

    test('is chosen with the mouse, a range with Shift, and sent', async () => {
      await openWithServer(driver, { links });
      await select();
      expect(await count()).toBe('0 selected');
      // It says that it is of no use yet, so that no hand of a driver would press it.
      const presses = await driver.eval(() => {
        const send = [...document.querySelectorAll<HTMLElement>('.selection-bar button')].filter(
          (one) => one.textContent === 'Send' && one.ariaDisabled === 'true',
        );
        for (const one of send) one.click();
        return send.length;
      });
      expect([presses, await queue()]).toEqual([1, []]);
      await driver.click('[data-id=b] .box');
      await driver.shiftClick('[data-id=d] .box');
      await expect.poll(chosen).toBe('-xxx');
      await driver.click('[data-id=c] .box');
      await expect.poll(count).toBe('2 selected');
      await pressIn(driver, '.selection-bar', 'Send');
      await expect.poll(toast).toBe('2 links wait to be sent.');
      expect(await waiting()).toEqual(['b send waiting', 'd send waiting']);
      // With the card where the reader was last.
      await expect.poll(() => driver.eval(() => document.activeElement?.getAttribute('data-id'))).toBe('c');
      expect(await driver.eval(() => document.querySelector('.box, .selection-bar'))).toBeNull();
    });

    test('is chosen with the keys', async () => {
      await openWithServer(driver, { links });
      await select();
      await driver.eval(() => document.querySelector<HTMLElement>('[data-id=c] .box')?.focus());
      await driver.press(' ');
      await expect.poll(chosen).toBe('--x-');
      await driver.eval(() => document.querySelector<HTMLElement>('[data-id=a] .box')?.focus());
      await driver.press('Shift', ' ');
      await expect.poll(chosen).toBe('xxx-');
      await driver.press('Control', 'a');
      await expect.poll(chosen).toBe('xxxx');
      await driver.press('Enter');
      await expect.poll(focused).toBe('Tag…');
      // The box of all is ticked when the bar has heard of it: a click before would tick it.
      await expect.poll(count).toBe('4 selected');
      await driver.click('.selection-bar input');
      await expect.poll(chosen).toBe('----');
      await driver.eval(() => document.querySelector<HTMLElement>('[data-id=c] .box')?.focus());
      await driver.press('Escape');
      await expect.poll(() => driver.eval(() => document.activeElement?.closest('article')?.dataset.id)).toBe('c');
      expect(await driver.eval(() => document.activeElement?.localName)).toBe('article');
      expect(await queue()).toEqual([]);
    });

    test('stays in view, and ends where the page is left', async () => {
      await openWithServer(driver, { links: linksOf('abcd', { note: 'line\n\n'.repeat(30) }) }, 'daily.html#/tag/one');
      await select();
      await driver.eval(() => scrollTo(0, document.body.scrollHeight));
      await expect
        .poll(() => driver.eval(() => document.querySelector('.selection-bar')?.getBoundingClientRect().top))
        .toBe(0);
      await driver.eval(() => {
        location.hash = '#/2023-03-13';
      });
      await expect.poll(() => driver.eval(() => document.querySelector('.selection-bar'))).toBeNull();
    });
  });

  describe('how it goes', () => {
    const sending = async () =>
      (await rowsOf<ServerRow>(driver, 'server')).find(({ name }) => name === 'sending')?.value;

    test('is told above the page, with the way to what was refused', async () => {
      const lastSent = new Date().setHours(14, 2);
      await openWithServer(driver, {
        links,
        queue: [row('a'), row('b'), row('c', { state: 'refused', why: 'serverTaken' })],
        sending: { failures: 1, retryAt: Date.now() + 14 * 60_000, lastSent },
      });
      await expect
        .poll(line)
        .toMatch(
          /^2 links wait for your Shaarlilast sent 2:02\sPMnext try .*1 link needs a decision of yours: details$/,
        );
      expect(await driver.eval(() => document.querySelector('.sending-line a')?.getAttribute('href'))).toBe(
        'settings.html#sending',
      );
    });

    test('is told and heard where nothing was reached, with the way to the reason', async () => {
      const sending = { failures: 1, retryAt: Date.now() + 14 * 60_000, why: 'serverSilent', detail: 'here' } as const;
      await openWithServer(driver, { links, queue: [row('a')], sending });
      await expect.poll(line).toMatch(/^1 link waits for your Shaarlinext try .*See why$/);
      await expect.poll(heard).toMatch(/^1 link waits for your Shaarli, next try .*\. No answer from here\./);
      await driver.click('.sending-line a');
      await expect
        .poll(() => driver.eval(() => document.querySelector('#sending')?.textContent))
        .toContain('No answer');
    });

    test('is told where it was stopped, and goes on again', async () => {
      await openWithServer(driver, { links, queue: [row('a')], sending: { failures: 0, stopped: 'serverShut' } });
      await expect.poll(line).toContain('Sending has stopped. The Shaarli refuses: its REST API is switched off');
      expect(await driver.eval(() => document.querySelector('.sending-line a')?.getAttribute('href'))).toBe(
        'settings.html#server',
      );
      await driver.click('.sending-line button');
      await expect.poll(sending).not.toMatchObject({ stopped: 'serverShut' });
      await expect.poll(() => driver.eval(() => document.activeElement?.localName)).toBe('h1');
    });

    test('takes no room where there is nothing to tell', async () => {
      await openWithServer(driver, { links });
      const top = () => driver.eval(() => document.querySelector('h1')?.getBoundingClientRect().top);
      await expect.poll(marks).toEqual(['Send', 'Send', 'Send', 'Send']);
      const before = await top();
      // As long as this page is open, nothing is sent: that it cannot be would be something to tell.
      await driver.eval(() => void navigator.locks.request('send', () => new Promise(() => {})));
      await clickInCard(driver, 'Link a', 'Send');
      await expect.poll(line).toContain('1 link waits');
      expect(await top()).toBe(before);
    });

    test('stands in the settings, with each refused link and why', async () => {
      const refused = (id: string, why: QueueRow['why']) => row(id, { state: 'refused', ...(why && { why }) });
      await openWithServer(
        driver,
        {
          links,
          queue: [refused('a', 'serverTaken'), refused('b', 'serverGone'), refused('c', 'serverLost'), row('d')],
        },
        'settings.html#sending',
      );
      const items = () =>
        driver.eval(() => [...document.querySelectorAll<HTMLElement>('.refused-list li')].map((one) => one.innerText));
      await expect.poll(async () => (await items()).length).toBe(3);
      await expect.poll(focused).toBe('Sending to your Shaarli');
      expect((await items())[1]).toMatch(
        /^Link b\s+March 13, 2023\s+It was deleted on the Shaarli\. Try again .*\s+Try again\s+Give up$/,
      );
      await driver.click('[data-refused=b] button');
      await expect.poll(waiting).toContain('b send waiting');
      expect(await driver.eval(() => document.activeElement?.closest('li')?.dataset.refused)).toBe('c');
      await driver.click('[data-refused=c] button:last-child');
      await expect.poll(waiting).toEqual(['a send refused', 'b send waiting', 'd send waiting']);
      await expect.poll(() => driver.text('.toast')).toContain('1 link is not sent; here it stays as it is.');
      expect(await driver.eval(() => document.activeElement?.closest('li')?.dataset.refused)).toBe('a');
      await driver.click('[data-refused=a] button');
      await expect.poll(items).toEqual([]);
      expect(await focused()).toBe('Sending to your Shaarli');
      expect(await rowsOf(driver, 'links')).toHaveLength(4);
    });

    test('in the settings all of them are given up, or tried again', async () => {
      const all = links.map(({ id }) => row(id, { state: 'refused', why: 'serverLost' }));
      for (const [place, text, left] of [
        [1, '4 links wait to be sent.', 4],
        [2, '4 links are not sent; here they stay as they are.', 0],
      ] as const) {
        await openWithServer(driver, { links, queue: all }, 'settings.html');
        await until(() => driver.eval(() => document.querySelector('.refused-list') !== null), 'the list');
        await driver.click(`#sending > .acts:last-child button:nth-of-type(${place})`);
        await expect.poll(() => driver.text('.toast')).toContain(text);
        expect((await waiting()).map((one) => one.split(' ').at(-1))).toEqual(Array(left).fill('waiting'));
      }
    });

    test('in the settings it is tried at once', async () => {
      await openWithServer(driver, { links, queue: [row('a')] }, 'settings.html');
      await expect.poll(() => driver.text('#sending .acts')).toMatch(/^Try now\s+Don’t send$/);
      const { retryAt } = (await sending()) as { retryAt: number };
      await driver.click('#sending .acts button');
      // That it comes to the same again would be no news to who listens.
      await expect.poll(() => driver.text('.toast-area')).toContain('Trying again…');
      await expect.poll(sending).not.toMatchObject({ retryAt });
    });

    test('in the settings what waits is not sent after all', async () => {
      const queue = [row('a'), row('b'), row('c', { state: 'refused', why: 'serverLost' })];
      await openWithServer(driver, { links, queue }, 'settings.html');
      await until(() => driver.eval(() => document.querySelector('#sending .meta + .acts') !== null), 'the buttons');
      await driver.click('#sending .meta ~ .acts button:last-child');
      await expect.poll(waiting).toEqual(['c send refused']);
      await expect.poll(() => driver.text('.toast')).toContain('2 links are not sent; here they stay as they are.');
      expect(await focused()).toBe('Sending to your Shaarli');
    });
  });

  describe('a link that is deleted', () => {
    test('is deleted there too when somebody says so', async () => {
      await openWithServer(driver, { links, twins: [twinOfLink(a, 1)] });
      await clickInCard(driver, 'Link a', 'Delete');
      await expect.poll(toast).toBe('Deleted: Link a · It is on your Shaarli too.');
      expect(await focused()).toBe('Undo');
      expect(await queue()).toEqual([]);
      await driver.press('Tab');
      await expect.poll(focused).toBe('Delete there too');
      await driver.press('Enter');
      await expect.poll(toast).toBe('Deleted: Link a · It is to be deleted on your Shaarli too.');
      expect(await waiting()).toEqual(['a delete waiting']);
      expect(await focused()).toBe('Undo');
      await driver.press('Enter');
      await waitForLinks(driver, 4);
      expect(await toast()).toBe('');
    });

    test('together with others: those that are there are told', async () => {
      await openWithServer(driver, { links, twins: [twinOfLink(a, 1)] });
      await clickInCard(driver, 'Link b', 'Delete');
      await expect.poll(toast).toBe('Deleted: Link b');
      await clickInCard(driver, 'Link a', 'Delete');
      await expect.poll(toast).toBe('2 links deleted. 1 of them is on your Shaarli.');
      await driver.click('.toast button:nth-of-type(2)');
      await expect.poll(toast).toBe('2 links deleted. Those on your Shaarli are to be deleted there too.');
      expect(await waiting()).toEqual(['a delete waiting']);
    });
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
