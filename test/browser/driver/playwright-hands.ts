import type { Page } from 'playwright-core';
import type { Hands } from './driver';
import { callOf, type Sent } from './source';

/** The verbs of a page by Playwright. `page` is asked at each verb: a popup has another page each time. */
export function handsOf(page: () => Page): Hands {
  const first = (selector: string) => page().locator(`css=${selector}`).first();
  return {
    eval: async <T>(fn: Sent, ...args: unknown[]) => ((await page().evaluate(callOf(fn, args))) ?? null) as T, // as in Firefox
    click: (selector) => first(selector).click(),
    async type(selector, text) {
      await first(selector).focus();
      await first(selector).evaluate(caretToEnd);
      await page().keyboard.type(text);
    },
    async press(...keys) {
      const { keyboard } = page();
      for (const key of keys) await keyboard.down(key);
      for (const key of keys.toReversed()) await keyboard.up(key);
    },
    text: (selector) => first(selector).innerText(),
    value: (selector) => first(selector).inputValue(),
    async screenshot(file, { full = false } = {}) {
      await page().screenshot({ path: file, fullPage: full });
    },
  };
}

function caretToEnd(element: Element): void {
  if (!(element instanceof HTMLTextAreaElement) && !(element instanceof HTMLInputElement)) return;
  if (element instanceof HTMLTextAreaElement || /^(text|search|url|tel|password)$/.test(element.type)) {
    element.setSelectionRange(element.value.length, element.value.length);
  }
}
