import { expect } from 'vitest';
import { type Driver, until } from './driver/index';

/** Opens the settings and waits until they know the tags. */
export async function openSettings(driver: Driver): Promise<void> {
  await driver.extension('daily.html');
  await driver.extension('settings.html');
  await until(() => driver.eval(() => document.querySelector('#tag-filter, .tag-list') !== null), 'the tags');
}

/** Chooses what new links start with. */
export async function startWith(driver: Driver, choice: 'none' | 'these' | 'last'): Promise<void> {
  await until(() => driver.eval(() => document.querySelector('#start-tags-from') !== null), 'the setting');
  await driver.eval((value) => {
    const select = document.querySelector<HTMLSelectElement>('#start-tags-from');
    if (select) select.value = value;
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  }, choice);
  await until(async () => (await driver.text('.toast-area')).includes('Saved.'), 'the setting to be saved');
}

/** The tags that new links start with, asked of the database itself. */
export function storedStartTags(driver: Driver): Promise<unknown> {
  return driver.eval(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('daily-shaarli');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const row = opening.result.transaction('settings').objectStore('settings').get('startTags');
          row.onsuccess = () => {
            opening.result.close();
            resolve(row.result?.value.tags);
          };
        };
      }),
  );
}

/** The listed tags, each with its count. */
export function listedTags(driver: Driver): Promise<string[]> {
  return driver.eval(() =>
    [...document.querySelectorAll('.tag-list li')].map((row) =>
      [row.querySelector('a'), row.querySelector('.count')].map((part) => part?.textContent).join(': '),
    ),
  );
}

/** Opens the field for a tag's name, which takes the focus with the name chosen, and types another over it. */
export async function typeNewName(driver: Driver, tag: string, name: string): Promise<void> {
  await driver.click(`[data-tag="${tag}"] .rename`);
  const ready = () =>
    driver.eval(() => {
      const field = document.activeElement;
      return (
        field instanceof HTMLInputElement && field.selectionEnd === field.value.length && field.closest('form') !== null
      );
    });
  await until(ready, 'the field to take the focus');
  await driver.press('Delete');
  await driver.type(`[data-tag="${tag}"] input`, name);
  expect(await driver.value(`[data-tag="${tag}"] input`)).toBe(name);
}

/** What the page says was done to a tag. */
export function tagNews(driver: Driver): Promise<string> {
  return driver.eval(() => document.querySelector('.tag-news span')?.textContent ?? '');
}
