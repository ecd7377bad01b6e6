import type { Shaarli } from '../shaarli/server';
import { type Driver, until } from './driver/index';

declare const chrome: { permissions: { getAll(): Promise<{ origins: string[] }> } };

/** Opens the settings at the server, and waits until they know whether there is one. */
export async function openServerSettings(driver: Driver): Promise<void> {
  await driver.extension('settings.html#server');
  await until(() => driver.eval(() => document.querySelector('#server .acts') !== null), 'the server’s settings');
}

/** Clicks the button with that text inside of what matches. */
export async function pressIn(driver: Driver, selector: string, text: string): Promise<void> {
  const mark = () =>
    driver.eval(
      (within, label) => {
        for (const old of document.querySelectorAll('.pressed-by-test')) old.classList.remove('pressed-by-test');
        const found = [...document.querySelectorAll(`${within} button`)].find((one) => one.textContent === label);
        found?.classList.add('pressed-by-test');
        return found !== undefined;
      },
      selector,
      text,
    );
  await until(mark, `the button ${text}`);
  await driver.click('.pressed-by-test');
}

/** Types over what stands in the fields of the server's form; what is left out stays. */
export async function fillServerForm(driver: Driver, fields: { address?: string; secret?: string }): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    const field = `#server-${name}`;
    await driver.click(field);
    await driver.press('Control', 'a');
    await driver.press('Delete');
    await until(async () => (await driver.value(field)) === '', `${field} to be empty`);
    await driver.type(field, text);
    await until(async () => (await driver.value(field)) === text, `${field} to hold what was typed`);
  }
}

/** What has the focus: its id, or else its text. */
export function focusedNow(driver: Driver): Promise<string> {
  return driver.eval(() => document.activeElement?.id || document.activeElement?.textContent || '');
}

/** What is said of the server now. */
export function serverNews(driver: Driver): Promise<string> {
  return driver.eval(() => [...document.querySelectorAll('.server-news p')].map((one) => one.textContent).join(' '));
}

/** Sets the server up in the settings, as a person does. The driver has to be an agreeing one. */
export async function setUpServer(driver: Driver, { url, secret }: Pick<Shaarli, 'url' | 'secret'>): Promise<void> {
  await openServerSettings(driver);
  await fillServerForm(driver, { address: url, secret });
  await driver.click('#server [type=submit]');
  await until(async () => (await serverNews(driver)).includes('answers.'), 'the server to be set up');
  await until(() => driver.eval(() => document.querySelector('#server .server-address') !== null), 'its address');
}

/** The hosts that the browser lets the extension reach. */
export function grantedHosts(driver: Driver): Promise<string[]> {
  return driver.eval(async () => (await chrome.permissions.getAll()).origins);
}

/** The rows of a table, or of all, asked of the database itself by a page of the extension. */
export function storedRows(driver: Driver, table?: string): Promise<unknown[]> {
  return driver.eval(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('daily-shaarli');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tables = [...opening.result.objectStoreNames].filter((one) => !name || one === name);
          const reading = opening.result.transaction(tables);
          const asked = tables.map((one) => reading.objectStore(one).getAll());
          reading.oncomplete = () => {
            opening.result.close();
            resolve(asked.flatMap((one) => one.result));
          };
        };
      }),
    table ?? '',
  );
}

/** Puts a row into a table, past the extension: its pages notice when they are opened anew. */
export function putRow(driver: Driver, table: string, row: object): Promise<void> {
  return driver.eval(changeTable, table, { row });
}

/** Deletes a row, past the extension. */
export function deleteRow(driver: Driver, table: string, key: string): Promise<void> {
  return driver.eval(changeTable, table, { key });
}

/** The row of a server that is set up there. */
export function aServer(address: string): object {
  return { name: 'server', value: { address, api: `${address}/api/v1`, zone: 'UTC' } };
}

function changeTable(name: string, change: { row?: object; key?: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('daily-shaarli');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction(name, 'readwrite');
      if (change.row) writing.objectStore(name).put(change.row);
      if (change.key) writing.objectStore(name).delete(change.key);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
