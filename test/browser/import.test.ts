import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Link } from '../../src/core/link';
import type { ImportRow } from '../../src/storage/import-state';
import { violationsInBothThemes } from './axe';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { newProfile } from './driver/profile';
import { fileOf, temporaryFolder } from './files';
import { addByHand, chooseFile, importFile, openJournal } from './journal-page';
import { rowsOf } from './server-rows';

const foreign = (name: string) => path.resolve(import.meta.dirname, '../fixtures/foreign', name);
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const bookmark = (url: string, title: string, more = '') =>
  `<DT><A HREF="${url}" ADD_DATE="1678695125"${more}>${title}</A>\n`;
const list = (items: string) => `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n${items}</DL><p>\n`;

const BOOKMARKS = list(
  `${bookmark('https://a.example/', 'First')}<DT><H3>To read</H3><DL><p>\n${bookmark('https://b.example/', 'Second', ' TAGS="two"')}${bookmark('javascript:void(0)', 'A bookmarklet')}</DL><p>\n`,
);
/** More than one transaction takes. */
const MANY = 6000;
const manyBookmarks = () =>
  fileOf(
    'many.html',
    list(Array.from({ length: MANY }, (_, at) => bookmark(`https://many.example/${at}`, `Link ${at}`)).join('')),
  );

inBothBrowsers('files of other programs', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await browser.driver();
    await openJournal(driver);
  });

  async function imported(file: string, says: string): Promise<Link[]> {
    expect(await importFile(driver, file)).toContain(says);
    return rowsOf<Link>(driver, 'links');
  }

  test('a list of Pinboard’s, with a bookmarklet that is named and not taken', async () => {
    await chooseFile(driver, foreign('pinboard.json'));
    expect(await driver.eval(() => document.querySelector('.left-out')?.textContent)).toContain('A bookmarklet');
    const links = await imported(foreign('pinboard.json'), '2 links added.');
    const page = links.find(({ url }) => url.startsWith('https://a.example/'));
    expect(page).toMatchObject({ note: 'My remark.', tags: ['verse', 'to-read', 'toread'], private: true });
    expect(page?.quotes.map(({ text }) => text)).toEqual(['The line that mattered,\nand the next.']);
    expect(links).toHaveLength(2);
  });

  test('a table of Raindrop’s adds what it knows of the same page', async () => {
    const links = await imported(foreign('raindrop.csv'), '1 known link gained something.');
    expect(links.find(({ url }) => url === 'https://a.example/')).toMatchObject({
      title: 'A page, with a comma',
      note: 'My remark\nin two lines\n\nWhat Raindrop found',
    });
    expect(links.find(({ url }) => url === 'https://a.example/')?.quotes).toHaveLength(2);
  });

  test('bookmarks in the letters of Windows, in more pieces than one', async () => {
    const icon = ` ICON="data:image/png;base64,${'A'.repeat(2_500_000)}"`;
    const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1>\r\n<DL><p>\r\n${bookmark('https://c.example/', 'D\xe9j\xe0 vu')}${bookmark('https://d.example/', '\xab R\xeave \xbb', icon)}</DL><p>\r\n`;
    const links = await imported(fileOf('windows.html', latin1(html)), '2 links added.');
    expect(links.filter(({ url }) => /[cd]\.example/.test(url)).map(({ title }) => title)).toEqual([
      'Déjà vu',
      '« Rêve »',
    ]);
  });

  test('a file that no program is known for is refused in words', async () => {
    await driver.upload('#import-file', fileOf('letter.txt', 'Dear reader,\n'));
    await until(async () => (await driver.text('.import [role=alert]')).includes('letter.txt'), 'the refusal');
    expect(await rowsOf<Link>(driver, 'links')).toHaveLength(5);
    expect(await rowsOf<ImportRow>(driver, 'imports')).toHaveLength(1);
  });

  test('no error was left uncaught', async () => expect(await driver.errors()).toEqual([]));
});

inBothBrowsers('an import', (browser) => {
  let driver: Driver;
  const folder = temporaryFolder();
  beforeAll(async () => {
    driver = await browser.start({ profile: newProfile(browser.name) });
    await openJournal(driver);
    await addByHand(driver, { title: 'Mine', url: 'https://a.example/', note: 'Mine.' });
  });
  afterAll(async () => {
    folder.remove();
    await driver.quit();
  });

  const texts = (selector: string) =>
    driver.eval(
      (wanted) => [...document.querySelectorAll<HTMLElement>(wanted)].map((one) => one.innerText.trim()),
      selector,
    );
  const focused = () => driver.eval(() => document.activeElement?.textContent ?? '');
  /** Presses the button of the import's page that says so, with the keyboard. */
  async function pressButton(label: string): Promise<void> {
    const focus = () =>
      driver.eval((text) => {
        const found = [...document.querySelectorAll<HTMLElement>('.import :is(button, a)')].find(
          (one) => one.textContent === text,
        );
        found?.focus();
        return found !== undefined;
      }, label);
    await until(focus, `the button ${label}`);
    await driver.press('Enter');
  }
  const state = async () => {
    const rows = await rowsOf<{ name: string; value?: { taking?: { done: number } } }>(driver, 'imports');
    return rows.find(({ name }) => name === 'import')?.value;
  };
  const count = async () => (await rowsOf<Link>(driver, 'links')).length;

  describe('is a conversation', () => {
    test('that says first what the file holds, and what would come of it', async () => {
      await chooseFile(driver, fileOf('bookmarks.html', BOOKMARKS));
      await expect.poll(focused).toBe('bookmarks.html');
      expect(await texts('.import-preview > p:first-of-type')).toEqual([
        'Bookmarks (HTML): 2 links, of March 13, 2023',
      ]);
      expect(await texts('.fates li')).toEqual(['1 new link', '1 known link that changes']);
      expect(await texts('.import-preview summary')).toEqual(['1 entry left out.']);
      expect(await texts('.choices label > span')).toEqual([
        'Folders become tags\nTo read (1)',
        'New links are private where the file does not say\nIt does not say so of 2 links.',
        expect.stringMatching(/^Pages that you have already gain what they lack/),
      ]);
      expect(await texts('.first-entries .title')).toEqual(['First', 'Second', 'A bookmarklet']);
      expect(await texts('.first-entries .fate')).toEqual(['known, gains something', 'new', 'left out']);
      expect(await violationsInBothThemes(driver)).toEqual([]);
      expect(await count()).toBe(1);
    });

    test('in which one can decide', async () => {
      await driver.click('.choices label:nth-of-type(3) input');
      await expect.poll(() => texts('.fates li')).toEqual(['1 new link', '1 known link that stays as it is']);
      await driver.click('.choices label:nth-of-type(2) input');
      await pressButton('Add to the journal');
      await until(async () => (await texts('.import-news')).join().includes('1 link added.'), 'the news');
      expect(await texts('.import-news p')).toEqual(['1 link added. 1 known link stayed as it was. 1 entry left out.']);
      await expect.poll(focused).toBe('See those of March 13, 2023');
      const links = await rowsOf<Link>(driver, 'links');
      expect(links.find(({ url }) => url.includes('b.example'))).toMatchObject({
        tags: ['two', 'To-read'],
        private: false,
      });
      expect(links.find(({ url }) => url.includes('a.example'))?.days).not.toContain('2023-03-13');
      expect(await violationsInBothThemes(driver)).toEqual([]);
    });

    test('and leaves a report of each entry', async () => {
      const file = await driver.download(folder.path, () => pressButton('Save the report'));
      expect(path.basename(file)).toMatch(/^bookmarks-\d{4}-\d\d-\d\d\.csv$/);
      expect(readFileSync(file, 'utf8').split('\n')).toEqual([
        '\uFEFFentry,line,what became of it,Title,Address',
        '1,,"known, stays as it is",Mine,https://a.example/',
        '2,,new,Second,https://b.example/',
        '3,6,left out: not a web address,A bookmarklet,javascript:void(0)',
        '',
      ]);
    });

    test('the same file again changes nothing, and nothing is asked', async () => {
      await chooseFile(driver, fileOf('bookmarks.html', BOOKMARKS));
      await driver.click('.choices label:nth-of-type(3) input');
      await expect
        .poll(() => texts('.import-preview [role=status]'))
        .toEqual(['All of this is in your journal already.']);
      await pressButton('Close');
      await until(async () => (await texts('.last')).length === 1, 'the last import');
    });

    test('one click takes it back', async () => {
      await pressButton('Undo the import');
      await expect.poll(() => texts('.import-news p')).toEqual(['1 link is gone again.']);
      expect(await count()).toBe(1);
      await expect.poll(focused).toBe('Choose a file…');
    });

    test('a file can be dropped on any page; left alone it waits, and can be left', async () => {
      await openJournal(driver, '#/2023-03-13');
      await driver.eval((html) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([html], 'dropped.html'));
        const dragged = { bubbles: true, cancelable: true, dataTransfer };
        document.body.dispatchEvent(new DragEvent('dragover', dragged));
        document.body.dispatchEvent(new DragEvent('drop', dragged));
      }, BOOKMARKS);
      await until(async () => (await texts('.import h2')).join() === 'dropped.html', 'the preview');
      await openJournal(driver, '#/2023-03-13');
      await until(async () => (await texts('.sample-line')).join().includes('“dropped.html” waits'), 'the line');
      await driver.click('.sample-line a');
      await expect.poll(focused).toBe('Import');
      await until(async () => (await texts('.first-entries li')).length === 3, 'the preview again');
      await pressButton('Change nothing');
      await until(async () => (await texts('.import .choose')).length === 1, 'the beginning');
      expect(await rowsOf(driver, 'imports')).toEqual([]);
    });
  });

  describe('that is interrupted', () => {
    test('by its button leaves whole links, and can be taken back', async () => {
      await chooseFile(driver, manyBookmarks());
      await driver.click('.import-preview .buttons .primary');
      await until(async () => ((await state())?.taking?.done ?? 0) > 0, 'the first links');
      await pressButton('Cancel');
      await until(async () => (await texts('.import section p')).join().includes('was interrupted'), 'the end');
      const done = (await state())?.taking?.done ?? 0;
      expect(done).toBeLessThan(MANY);
      expect(await count()).toBe(1 + done);
      await pressButton('Undo the import');
      await expect.poll(() => texts('.import-news p')).toEqual([`${done.toLocaleString('en')} links are gone again.`]);
      expect(await count()).toBe(1);
    });

    test('by the end of the browser is taken up again, and comes to its end', async () => {
      await chooseFile(driver, manyBookmarks());
      await driver.click('.import-preview .buttons .primary');
      await until(async () => ((await state())?.taking?.done ?? 0) > 0, 'the first links');
      const { profile } = driver;
      await driver.crash();
      driver = await browser.start({ profile });
      await openJournal(driver);
      await until(async () => (await texts('.sample-line')).join().includes('was interrupted'), 'the line');
      expect(await count()).toBe(1 + ((await state())?.taking?.done ?? 0));
      await driver.click('.sample-line a');
      await expect.poll(focused).toBe('Import');
      await pressButton('Go on');
      await until(async () => (await texts('.import-news')).join().includes('6,000 links added.'), 'its end', 60_000);
      expect(await count()).toBe(1 + MANY);
    });

    test('goes on in one window only', async () => {
      await chooseFile(driver, fileOf('bookmarks.html', BOOKMARKS));
      await driver.eval(() => {
        void navigator.locks.request('import', () => new Promise((end) => addEventListener('end-import', end)));
      });
      await pressButton('Add to the journal');
      await until(
        async () => (await texts('.import [role=alert]')).join().includes('in another window'),
        'the refusal',
      );
      await driver.eval(() => dispatchEvent(new Event('end-import')));
      await pressButton('Add to the journal');
      await until(async () => (await texts('.import-news')).join().includes('1 link added.'), 'its turn');
    });
  });

  test('no error was left uncaught', async () => expect(await driver.errors()).toEqual([]));
});
