import type { Hands } from './driver/driver';
import { type Driver, until } from './driver/index';

/** Chooses a file, and waits until it is told what it holds. */
export async function chooseFile(driver: Driver, file: string): Promise<void> {
  await driver.upload('#import-file', file);
  const looked = () =>
    driver.eval(() => document.querySelector('.import-preview .fates:not([aria-busy="true"])') !== null);
  await until(looked, 'what the file holds', 30_000);
}

/** Imports a file such as it is offered, and comes back to the page that was there. @returns what is said of it */
export async function importFile(driver: Driver, file: string): Promise<string> {
  const hash = await driver.eval(() => location.hash);
  await chooseFile(driver, file);
  await driver.click('.import-preview .buttons .primary');
  await until(() => driver.eval(() => document.querySelector('.import .last') !== null), 'the import', 60_000);
  const said = await driver.text('.import');
  await driver.eval(
    (before) => {
      location.hash = before;
    },
    hash.replace('#/import', '#/'),
  );
  await until(() => driver.eval(() => document.querySelector('.import') === null), 'the page before');
  return said;
}

/** Opens the dialog that exports: of what the page shows (or what is selected), or of everything. */
export async function openExport(driver: Driver, which: 'shown' | 'all' = 'shown'): Promise<void> {
  if (!(await driver.eval(() => document.querySelector('#export-menu:popover-open') !== null)))
    await driver.click('[popovertarget=export-menu]');
  await driver.click(`#export-menu fieldset:first-of-type button:${which === 'all' ? 'last' : 'first'}-of-type`);
  await until(() => driver.eval(() => document.querySelector('[name=export-format]') !== null), 'the dialog');
}

/** Chooses a format there, by its label, and waits until it is known what it loses. */
export async function chooseFormat(driver: Driver, label: string): Promise<void> {
  await driver.eval((wanted) => {
    const labels = [...document.querySelectorAll('label:has([name=export-format])')];
    (labels.find((one) => one.textContent?.includes(wanted)) as HTMLElement | undefined)?.click();
  }, label);
  await until(
    () => driver.eval(() => document.querySelector('.losses:not([aria-busy="true"])') !== null),
    'its losses',
  );
}

/** Exports to a file in that format. @returns its path */
export async function exportLinks(
  driver: Driver,
  folder: string,
  format: string,
  which?: 'shown' | 'all',
): Promise<string> {
  await openExport(driver, which);
  await chooseFormat(driver, format);
  return driver.download(folder, () => driver.click('form.publish [type=submit]'));
}

/** One card of the daily page, as it is rendered. */
export interface ShownLink {
  title: string;
  href: string | null;
  site: string;
  meta: string;
  quotes: string[];
  note: string;
  tags: string[];
}

/** Opens the daily page, on a day (or another address of it), and waits until it shows something. */
export async function openJournal(driver: Driver, hash = ''): Promise<void> {
  await driver.extension(`daily.html${hash}`);
  await until(() => driver.eval(() => document.querySelector('h1') !== null), 'the daily page to show a day');
}

export async function shownLinks(driver: Driver): Promise<ShownLink[]> {
  return driver.eval(() => {
    const text = (parent: Element, selector: string) => parent.querySelector<HTMLElement>(selector)?.innerText ?? '';
    return [...document.querySelectorAll('article')].map((article) => {
      for (const part of [article, article.closest<HTMLElement>('.block')])
        part?.style.setProperty('content-visibility', 'visible');
      return {
        title: text(article, '.title'),
        href: article.querySelector('.title a')?.getAttribute('href') ?? null,
        site: text(article, '.site'),
        meta: text(article, '.meta'),
        quotes: [...article.querySelectorAll<HTMLElement>(':scope > blockquote')].map((one) => one.innerText),
        note: text(article, '.note'),
        tags: [...article.querySelectorAll('.tags a')].map((one) => one.textContent ?? ''),
      };
    });
  });
}

/** Waits until the daily page shows so many links, and gives them. */
export async function waitForLinks(driver: Driver, count: number): Promise<ShownLink[]> {
  await until(async () => (await shownLinks(driver)).length === count, `${count} links on the page`);
  return shownLinks(driver);
}

/** Clicks the button with that text in the card whose title contains `title`, as soon as there is one. */
export async function clickInCard(driver: Driver, title: string, button: string): Promise<void> {
  const mark = () =>
    driver.eval(
      (wanted, label) => {
        const cards = [...document.querySelectorAll('article')];
        const card = cards.find((one) => one.querySelector('.title')?.textContent?.includes(wanted));
        const found = [...(card?.querySelectorAll('button') ?? [])].find((one) => one.textContent === label);
        for (const old of document.querySelectorAll('.clicked-by-test')) old.classList.remove('clicked-by-test');
        found?.classList.add('clicked-by-test');
        return Boolean(found);
      },
      title,
      button,
    );
  await until(mark, `the button ${button} in the card of ${title}`);
  await driver.click('.clicked-by-test');
}

/** Adds a link by hand, with the page's own form. */
export async function addByHand(
  driver: Driver,
  fields: { title: string; url: string; quote?: string; note?: string; tags?: string },
): Promise<void> {
  await driver.click('.tools .add');
  await until(() => driver.eval(() => document.activeElement?.id === 'edit-title'), 'the form to take the focus');
  for (const [name, text] of Object.entries(fields)) await driver.type(`#edit-${name}`, text);
  await driver.click('.card-form button[type=submit]');
  await until(() => driver.eval(() => !document.querySelector('.card-form')), 'the form to be saved');
}

/** The rows of the drafts' table, asked of the database itself by a page of the extension. */
export function storedDrafts(page: Hands): Promise<unknown[]> {
  return page.eval(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('daily-shaarli');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
  );
}
