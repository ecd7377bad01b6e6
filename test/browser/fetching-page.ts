import { type Driver, until } from './driver/index';

/** Opens the settings, and waits for their part about fetching. */
export async function openFetching(driver: Driver): Promise<void> {
  await driver.extension('daily.html');
  await driver.extension('settings.html');
  await until(() => driver.eval(() => document.querySelector('#fetch button, #fetch .fetch-preview') !== null), 'it');
}

/** Clicks the button with that text, as soon as it is there. */
export async function clickFetching(driver: Driver, button: string): Promise<void> {
  const mark = () =>
    driver.eval((label) => {
      const found = [...document.querySelectorAll('#fetch button')].find((one) => one.textContent === label);
      for (const old of document.querySelectorAll('.clicked-by-test')) old.classList.remove('clicked-by-test');
      found?.classList.add('clicked-by-test');
      return Boolean(found);
    }, button);
  await until(mark, `the button ${button}`);
  await driver.click('.clicked-by-test');
}

/** What the preview shows: each kind with its links, and the plain sentences. */
export function shownPreview(driver: Driver): Promise<string[]> {
  return driver.eval(() =>
    [...document.querySelectorAll<HTMLElement>('.fetch-preview > :not(.acts)')].map((one) => one.innerText),
  );
}

/** What came of it, as it is said aloud. */
export function fetchNews(driver: Driver): Promise<string> {
  return driver.eval(() => document.querySelector<HTMLElement>('#fetch .fetch-news')?.innerText ?? '');
}
