import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, inBothBrowsers } from './driver/index';
import { fieldHolds, openPopup, select } from './popup-page';
import { type Site, serve } from './site';

const PAGE = `<!doctype html><title>Hostile</title><form id="text"><input name="childNodes"><input name="assignedSlot">
<p>Kept <b>all</b> the same.</p></form><img name="activeElement" alt=""><img name="title" alt="">`;

inBothBrowsers('a page made to be in the way', (browser) => {
  let driver: Driver;
  let site: Site;
  beforeAll(async () => {
    driver = await browser.driver();
    site = await serve({ pages: { hostile: PAGE } });
  });
  afterAll(() => site.close());

  test('cannot keep its passage and title from being read', async () => {
    await driver.goto(`${site.url}hostile`);
    await select(driver, '#text');
    await driver.eval(() => {
      const fail = () => {
        throw new Error('hostile');
      };
      for (const name of ['childNodes', 'parentNode', 'textContent']) {
        Object.defineProperty(Node.prototype, name, { get: fail });
      }
      Object.defineProperty(Document.prototype, 'title', { get: fail });
      Object.assign(Element.prototype, { getAttribute: fail, querySelectorAll: fail });
      Object.assign(String.prototype, { replace: fail, search: fail });
      Object.assign(globalThis, { getSelection: fail, getComputedStyle: fail, Range: fail });
    });
    await openPopup(driver);
    await fieldHolds(driver, 'quote', 'Kept **all** the same.');
    await fieldHolds(driver, 'title', 'Hostile');
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
