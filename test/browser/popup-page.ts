import { expect } from 'vitest';
import { type Driver, until } from './driver/index';
import { storedDrafts } from './journal-page';

/** Selects the contents of an element of the page in the main tab. */
export async function select(driver: Driver, selector: string): Promise<void> {
  await driver.eval((css) => {
    const element = document.querySelector(css);
    if (element) getSelection()?.selectAllChildren(element);
  }, selector);
}

/** Opens the popup and waits until it knows the tab and its app is there. */
export async function openPopup(driver: Driver): Promise<void> {
  // One that a failed test left open would keep the next from opening.
  if (await driver.popup.isOpen()) await driver.popup.close();
  await driver.popup.open();
  const ready = () =>
    document.documentElement.dataset.app === 'here' && document.querySelector('.url')?.textContent !== '';
  await until(() => driver.popup.eval(ready), 'the popup to know the tab');
}

/** Waits until the popup's field holds that text. */
export async function fieldHolds(driver: Driver, id: string, text: string): Promise<void> {
  let value = '';
  const holds = async () => {
    value = await driver.popup.value(`#${id}`);
    return value === text;
  };
  await until(holds, `#${id}`).catch(() => expect(value).toBe(text));
}

/** Presses the saving keys and waits for the answer and for the popup to close by itself. */
export async function saveByKeys(driver: Driver): Promise<string> {
  await driver.popup.press('Control', 'Enter');
  await until(() => driver.popup.eval(() => document.querySelector('#saved') !== null), 'the popup to say it is saved');
  // Nothing but the answer is left.
  expect(await driver.popup.eval(() => document.querySelector('main')?.children.length)).toBe(1);
  const answer = await driver.popup.text('#saved h1');
  await until(async () => !(await driver.popup.isOpen()), 'the popup to close by itself');
  return answer;
}

/** Tags in the popup's field, as chips. */
export function chips(driver: Driver): Promise<string[]> {
  return driver.popup.eval(() =>
    [...document.querySelectorAll('.chip')].map((one) => one.firstChild?.textContent ?? ''),
  );
}

/** Waits until what was typed is stored as a draft: a popup that is closed within the same millisecond may be one write behind. */
export async function draftHolds(driver: Driver, text: string): Promise<void> {
  await until(async () => JSON.stringify(await storedDrafts(driver.popup)).includes(text), `a draft with ${text}`);
}
