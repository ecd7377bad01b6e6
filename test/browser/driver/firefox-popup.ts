import { writeFile } from 'node:fs/promises';
import type { Hands, Popup } from './driver';
import { fieldValueOf, innerTextOf, readPatiently } from './firefox-hands';
import { pressKeys, typed } from './firefox-keys';
import { askPopup, closePanels, drawPopup, popupHasFocus, popupIsThere } from './firefox-panel';
import type { Marionette } from './marionette';
import { sourceOf } from './source';
import { until } from './until';

/**
 * The real toolbar popup of Firefox. It is a panel, no tab, so WebDriver cannot switch to it; it is reached through
 * Marionette's own agent in the panel's process.
 *
 * @param prepare brings the main tab to the front
 */
export function firefoxPopup(client: Marionette, base: string, prepare: () => Promise<void>): Popup {
  const eval_ = (async (fn, ...args) => {
    const script = `return (${sourceOf(fn)}).apply(null, arguments)`;
    return client.chrome(askPopup, { what: 'run', script, args });
  }) as Hands['eval'];
  const isOpen = () => client.chrome(popupIsThere);
  return {
    eval: eval_,
    isOpen,
    async click(selector) {
      // The panel grows with what is in it: a click that is aimed before would fall beside.
      await eval_(standsStill, selector);
      await client.chrome(askPopup, { what: 'click', selector });
    },
    async type(selector, text) {
      await client.chrome(askPopup, { what: 'type', selector, text: typed(text) });
    },
    press: (...keys) => pressKeys(client, keys),
    text: (selector) => readPatiently(eval_, selector, innerTextOf),
    value: (selector) => readPatiently(eval_, selector, fieldValueOf),
    async screenshot(file, { full = false } = {}) {
      const [width, height] = await eval_(sizeOf, full);
      await writeFile(file, Buffer.from(await client.chrome(drawPopup, width, height), 'base64'));
    },
    async open(by = () => pressKeys(client, ['Alt', 'Shift', 'd'])) {
      if (await isOpen()) throw new Error('The popup is open already; its key would close it');
      await prepare();
      await by();
      await until(() => eval_(isLoaded, base), 'the popup to open');
      await until(() => client.chrome(popupHasFocus), 'the popup to have the focus');
    },
    async close() {
      await until(async () => {
        await client.chrome(closePanels);
        return !(await isOpen());
      }, 'the popup to close');
    },
  };
}

function isLoaded(base: string): boolean {
  return document.readyState === 'complete' && location.href.startsWith(base);
}

/** Waits until the element, and the window around it, were the same for some frames in a row. */
async function standsStill(selector: string): Promise<void> {
  const place = () => {
    const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    return [x, y, width, height, innerWidth, innerHeight].join();
  };
  for (let same = 0, frames = 0, last = ''; same < 5 && frames < 300; frames += 1) {
    await new Promise(requestAnimationFrame);
    const now = place();
    same = now === last ? same + 1 : 0;
    last = now;
  }
}

function sizeOf(full: boolean): [number, number] {
  return full
    ? [document.documentElement.scrollWidth, document.documentElement.scrollHeight]
    : [window.innerWidth, window.innerHeight];
}
