import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Link } from '../../src/core/link';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { fileOf } from './files';
import { openJournal } from './journal-page';
import { rowsOf } from './server-rows';

const foreign = (name: string) => path.resolve(import.meta.dirname, '../fixtures/foreign', name);
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const bookmark = (url: string, title: string, more = '') =>
  `<DT><A HREF="${url}" ADD_DATE="1678695125"${more}>${title}</A>\n`;

inBothBrowsers('files of other programs', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await browser.driver();
    await openJournal(driver);
  });

  async function imported(file: string, report: string): Promise<Link[]> {
    await driver.upload('#import-file', file);
    await until(async () => (await driver.text('.report')).includes(report), report);
    return rowsOf<Link>(driver, 'links');
  }

  test('a list of Pinboard’s, with a bookmarklet that is named and not taken', async () => {
    const links = await imported(foreign('pinboard.json'), 'A bookmarklet');
    const page = links.find(({ url }) => url.startsWith('https://a.example/'));
    expect(page).toMatchObject({ note: 'My remark.', tags: ['verse', 'to-read', 'toread'], private: true });
    expect(page?.quotes.map(({ text }) => text)).toEqual(['The line that mattered,\nand the next.']);
    expect(links).toHaveLength(2);
  });

  test('a table of Raindrop’s adds what it knows of the same page', async () => {
    const links = await imported(foreign('raindrop.csv'), 'raindrop.csv');
    expect(links.find(({ url }) => url === 'https://a.example/')).toMatchObject({
      title: 'A page, with a comma',
      note: 'My remark\nin two lines\n\nWhat Raindrop found',
    });
    expect(links.find(({ url }) => url === 'https://a.example/')?.quotes).toHaveLength(2);
  });

  test('bookmarks in the letters of Windows, in more pieces than one', async () => {
    const icon = ` ICON="data:image/png;base64,${'A'.repeat(2_500_000)}"`;
    const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1>\r\n<DL><p>\r\n${bookmark('https://c.example/', 'D\xe9j\xe0 vu')}${bookmark('https://d.example/', '\xab R\xeave \xbb', icon)}</DL><p>\r\n`;
    const links = await imported(fileOf('windows.html', latin1(html)), 'windows.html');
    expect(links.filter(({ url }) => /[cd]\.example/.test(url)).map(({ title }) => title)).toEqual([
      'Déjà vu',
      '« Rêve »',
    ]);
  });

  test('a file that no program is known for is refused in words', async () => {
    await driver.upload('#import-file', fileOf('letter.txt', 'Dear reader,\n'));
    await until(async () => (await driver.text('.toast')).includes('letter.txt'), 'the refusal');
    expect(await rowsOf<Link>(driver, 'links')).toHaveLength(5);
  });

  test('no error was left uncaught', async () => expect(await driver.errors()).toEqual([]));
});
