import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProxy } from '../server/proxy';
import { type LinkData, type Shaarli, startShaarli } from '../shaarli/server';
import { violationsInBothThemes } from './axe';
import { type Driver, inBothBrowsers, newProfile } from './driver/index';
import { clickFetching, fetchNews, openFetching, shownPreview } from './fetching-page';
import { addByHand, openJournal, shownLinks, waitForLinks } from './journal-page';
import { setUpServer } from './server-page';

const LINKS: LinkData[] = [
  {
    url: 'https://www.youtube.com/watch?v=abc',
    title: 'Roads',
    description: '> two roads\n>   diverged\n\nA note.',
    tags: ['poetry', 'to,read'],
    created: '2023-03-13T09:12:05+01:00',
  },
  { url: 'https://example.org/known', title: 'Known there', created: '2023-03-13T10:00:00+01:00', tags: ['there'] },
  { url: 'https://example.org/roads', title: 'Twice', created: '2023-03-13T11:00:00+01:00' },
  {
    url: 'https://example.org/roads#end',
    title: 'Twice, the end',
    description: 'The end.',
    created: '2023-03-13T12:00:00+01:00',
  },
];

inBothBrowsers('fetching', (browser) => {
  let driver: Driver;
  let shaarli: Shaarli;
  beforeAll(async () => {
    shaarli = await startShaarli({ links: LINKS });
    driver = await browser.start({ agreeing: true, zone: 'Europe/Paris' });
  });
  afterAll(() => shaarli.remove());

  const focused = () => driver.eval(() => document.activeElement?.textContent ?? '');

  test('is not offered where there is no server', async () => {
    await driver.extension('settings.html');
    await expect.poll(() => driver.text('main')).toContain('Your Shaarli');
    expect(await driver.eval(() => document.querySelector('#fetch'))).toBeNull();
  });

  test('shows first what would change, with nothing written, and takes the focus there', async () => {
    await openJournal(driver);
    await addByHand(driver, { title: 'Known here', url: 'https://example.org/known', tags: 'here ' });
    await setUpServer(driver, shaarli);
    await openFetching(driver);
    await clickFetching(driver, 'Fetch');
    await expect
      .poll(() => shownPreview(driver))
      .toEqual([
        'What would change',
        'Nothing is written yet.',
        expect.stringMatching(/^2 new links\s+Roads\s+https:\/\/www.youtube.com\/watch\?v=abc\s+Twice\s+/),
        expect.stringMatching(
          /^2 known links that change\s+Known there\s+https:\/\/example.org\/known\s+Tags, Day\s+Twice/,
        ),
        expect.stringMatching(/^1 link there that leads to the same page as another one/),
      ]);
    await expect.poll(focused).toBe('What would change');
    await openJournal(driver, '#/2023-03-13');
    expect(await shownLinks(driver)).toEqual([]);
  });

  test('goes on where the page was closed over the preview, and can be left', async () => {
    await openFetching(driver);
    await clickFetching(driver, 'Change nothing');
    await expect.poll(focused).toBe('Fetch');
    expect(
      await driver.eval(() => [...document.querySelectorAll('#fetch button')].map((one) => one.textContent)),
    ).toEqual(['Fetch']);
  });

  test('takes over by the keyboard; the daily page has it', async () => {
    await clickFetching(driver, 'Fetch');
    await expect.poll(focused).toBe('What would change');
    await driver.eval(() => document.querySelector<HTMLElement>('#fetch .primary')?.focus());
    await driver.press('Enter');
    await expect.poll(() => fetchNews(driver)).toContain('2 links added. 2 known links were changed.');
    await expect.poll(focused).toBe('Fetch');
    expect(await driver.text('#fetch .fetch-last')).toContain('to,read → to-read');
    await openJournal(driver, '#/2023-03-13');
    const links = await waitForLinks(driver, 3);
    expect(links.map(({ title, tags }) => [title, tags])).toEqual([
      ['Roads', ['poetry', 'to-read']],
      ['Known here', ['here', 'there']],
      ['Twice', []],
    ]);
    expect(links[0]).toMatchObject({ quotes: ['two roads\ndiverged'], note: 'A note.' });
  });

  test('says so where nothing is new, and what changed there comes the next time', async () => {
    await openFetching(driver);
    expect(await driver.text('#fetch .fetch-last')).toContain('Last fetch:');
    await clickFetching(driver, 'Fetch');
    await expect.poll(() => fetchNews(driver)).toContain('Nothing new there.');
    const [roads] = await shaarli.links();
    await shaarli.api('PUT', '/links/0', { ...roads, title: 'Two roads', private: true });
    await clickFetching(driver, 'Fetch');
    await expect
      .poll(async () => (await shownPreview(driver))[2])
      .toMatch(/^1 known link that changes\s+Two roads\s+.*\s+Title, Private$/);
    await clickFetching(driver, 'Bring them in');
    await expect.poll(() => fetchNews(driver)).toContain('1 known link was changed.');
  });

  test('is undone, also after the page was closed', async () => {
    await openFetching(driver);
    await clickFetching(driver, 'Undo the fetch');
    await expect.poll(() => fetchNews(driver)).toBe('1 link is as it was before.');
    await openJournal(driver, '#/2023-03-13');
    expect((await waitForLinks(driver, 3))[0]?.title).toBe('Roads');
  });

  test('a failure is told, and what was read before it stays', async () => {
    await shaarli.stop();
    await openFetching(driver);
    await clickFetching(driver, 'Fetch');
    await expect.poll(() => driver.text('#fetch progress ~ .hint')).toContain('Reading');
    await clickFetching(driver, 'Cancel');
    await expect.poll(focused).toBe('Fetch');
    await shaarli.start();
  });

  test('a browser that was killed while it read goes on where it was', async () => {
    const many = await startShaarli({ links: manyLinks(1500) });
    const proxy = await startProxy(many.url);
    proxy.before = (asked) => (asked.includes('offset=980') ? new Promise(() => {}) : undefined);
    const profile = newProfile();
    const first = await browser.start({ agreeing: true, profile });
    await setUpServer(first, { url: proxy.url, secret: many.secret });
    await openFetching(first);
    await clickFetching(first, 'Fetch');
    await expect.poll(() => first.text('#fetch .fetch-progress .hint')).toBe('1,000 of 1,500 links');
    await first.crash();
    proxy.before = () => undefined;
    const second = await browser.start({ agreeing: true, profile });
    await openFetching(second);
    expect(await second.text('#fetch')).toContain('A fetch was interrupted after 1,000 of 1,500 links.');
    await clickFetching(second, 'Go on');
    await expect.poll(async () => (await shownPreview(second))[2]).toContain('1,500 new links');
    expect((await shownPreview(second))[2]).toContain('and 1,490 more');
    // Who opens the settings for something else is not led away to it.
    await openFetching(second);
    await expect.poll(async () => (await shownPreview(second))[2]).toContain('1,500 new links');
    expect(await second.eval(() => document.activeElement?.localName)).toBe('body');
    await clickFetching(second, 'Bring them in');
    await expect.poll(() => fetchNews(second)).toBe('1,500 links added.');
    await many.remove();
  });

  test('has nothing for axe to find, in the light and in the dark', async () => {
    await openFetching(driver);
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await clickFetching(driver, 'Fetch');
    await expect.poll(focused).toBe('What would change');
    expect(await violationsInBothThemes(driver)).toEqual([]);
    await clickFetching(driver, 'Change nothing');
    await expect.poll(focused).toBe('Fetch');
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});

function manyLinks(count: number): LinkData[] {
  return Array.from({ length: count }, (_, number) => ({
    url: `https://example.org/${number}`,
    title: `Link ${number}`,
    created: new Date(1_600_000_000_000 + number * 3_600_000).toISOString().replace(/\.\d+Z/, '+00:00'),
  }));
}
