import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Shaarli, startShaarli } from '../shaarli/server';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { addByHand, clickInCard, openJournal, waitForLinks } from './journal-page';
import { pressIn, setUpServer } from './server-page';
import { rowsOf } from './server-rows';

/** A whole way to the server and back takes its time on a busy machine. */
const PATIENT = { timeout: 30_000 };

inBothBrowsers('sending to a real Shaarli', (browser) => {
  let driver: Driver;
  let shaarli: Shaarli;
  beforeAll(async () => {
    shaarli = await startShaarli();
    driver = await browser.driver();
    await driver.look({ width: 1200, height: 900 });
    await setUpServer(driver, shaarli);
    await openJournal(driver);
    for (const name of ['one', 'two', 'three']) {
      await addByHand(driver, {
        title: `Link ${name}`,
        url: `https://example.org/${name}`,
        quote: 'A passage.',
        tags: 'a b',
      });
    }
    await waitForLinks(driver, 3);
  });
  afterAll(() => shaarli.remove());

  /** What a card says of the server. */
  const mark = (title: string) =>
    driver.eval((wanted) => {
      const card = [...document.querySelectorAll('article')].find((one) => one.innerText.includes(wanted));
      return card?.querySelector('.acts > :last-child')?.textContent ?? '';
    }, title);
  const line = () => driver.eval(() => document.querySelector('.sending-line p')?.textContent ?? '');
  const heard = () => driver.eval(() => document.querySelector('.sending-line [role=status]')?.textContent ?? '');
  const titles = async () => (await shaarli.links()).map(({ title }) => title);
  const clickUndo = () => driver.click('.toast button');

  test('a link that is sent is there, and its card leads to it', async () => {
    await clickInCard(driver, 'Link two', 'Send');
    await expect.poll(() => mark('Link two'), PATIENT).toBe('On your Shaarli');
    expect(await driver.eval(() => document.activeElement?.textContent)).toBe('On your Shaarli');
    expect(await shaarli.links()).toMatchObject([
      {
        url: 'https://example.org/two',
        title: 'Link two',
        description: '> A passage.',
        tags: ['a', 'b'],
        private: false,
      },
    ]);
    const href = await driver.eval(() => document.querySelector<HTMLAnchorElement>('.acts > a')?.href ?? '');
    expect(await (await fetch(href)).text()).toContain('Link two');
    expect([await mark('Link one'), await mark('Link three')]).toEqual(['Send', 'Send']);
  });

  test('a selection is sent, and it is said when all is', async () => {
    await driver.click('.tools .select');
    await until(() => driver.eval(() => document.querySelectorAll('.box').length === 3), 'the boxes');
    await driver.click('.selection-bar input');
    await pressIn(driver, '.selection-bar', 'Send');
    await expect.poll(async () => (await titles()).toSorted(), PATIENT).toEqual(['Link one', 'Link three', 'Link two']);
    await expect.poll(heard, PATIENT).toBe('Everything is sent.');
    expect(await line()).toBe('');
  });

  test('what is changed here is changed there', async () => {
    await clickInCard(driver, 'Link one', 'Edit');
    await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form');
    await driver.type('#edit-note', 'A later word.');
    await driver.press('Control', 'Enter');
    const description = async () => (await shaarli.links()).find(({ title }) => title === 'Link one')?.description;
    await expect.poll(description, PATIENT).toBe('> A passage.\n\nA later word.');
    await expect.poll(() => mark('Link one'), PATIENT).toBe('On your Shaarli');
  });

  test('what is deleted here stays there until somebody says so, and comes back with Undo', async () => {
    await clickInCard(driver, 'Link three', 'Delete');
    await waitForLinks(driver, 2);
    await expect.poll(() => driver.text('.toast')).toContain('It is on your Shaarli too.');
    expect(await titles()).toContain('Link three');
    await driver.click('.toast button:nth-of-type(2)');
    await expect.poll(titles, PATIENT).not.toContain('Link three');
    await clickUndo();
    await waitForLinks(driver, 3);
    await expect.poll(titles, PATIENT).toContain('Link three');
    await expect.poll(() => mark('Link three'), PATIENT).toBe('On your Shaarli');
  });

  test('a link that was deleted there is refused, and sent anew when somebody says so', async () => {
    const there = (await shaarli.links()).find(({ title }) => title === 'Link two');
    await shaarli.api('DELETE', `/links/${there?.id}`);
    await clickInCard(driver, 'Link two', 'Edit');
    await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form');
    await driver.type('#edit-note', 'Anew.');
    await driver.press('Control', 'Enter');
    await expect.poll(() => mark('Link two'), PATIENT).toBe('Not sent: see why');
    await expect.poll(line).toBe('1 link needs a decision of yours: details');
    await driver.click('.acts .refused');
    await expect.poll(() => driver.text('.refused-list')).toContain('It was deleted on the Shaarli.');
    await driver.click('[data-refused] button');
    await expect.poll(titles, PATIENT).toContain('Link two');
    await expect.poll(() => driver.text('#sending'), PATIENT).toContain('Nothing waits to be sent');
  });

  test('where the server is away, it waits, says why, and goes on when it is back', async () => {
    // What was sent is read back; the page tells a little later, so the database is asked.
    await expect.poll(() => rowsOf(driver, 'queue'), PATIENT).toEqual([]);
    await shaarli.stop();
    await openJournal(driver);
    await addByHand(driver, { title: 'Link four', url: 'https://example.org/four' });
    await clickInCard(driver, 'Link four', 'Send');
    await expect.poll(line, PATIENT).toMatch(/^1 link waits for your Shaarlilast sent .*next try /);
    await expect.poll(() => mark('Link four')).toBe('Waiting…');
    await driver.extension('settings.html#sending');
    await expect.poll(() => driver.text('#sending'), PATIENT).toContain('No answer from');
    await shaarli.start();
    await driver.click('#sending .acts button');
    await expect.poll(titles, PATIENT).toContain('Link four');
    await expect.poll(() => driver.text('#sending'), PATIENT).toMatch(/Nothing waits to be sent\s+last sent/);
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
