import { writeFile } from 'node:fs/promises';
import type { Hands } from './driver';
import { pressKeys, typed } from './firefox-keys';
import type { Marionette } from './marionette';
import { until } from './until';

/** The key under which WebDriver sends a reference to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Reads from the page, and asks again until the element is there: as patient as a click. */
export async function readPatiently<T>(eval_: Hands['eval'], selector: string, fn: Reader<T>): Promise<T> {
  const [found] = await until(() => eval_(fn, selector), `${selector} to be there`);
  return found as T;
}

/** Finds and reads; null while there is no element. */
type Reader<T> = (selector: string) => [T] | null;

export function innerTextOf(selector: string): [string] | null {
  const element = document.querySelector<HTMLElement>(selector);
  return element && [element.innerText];
}

export function fieldValueOf(selector: string): [string] | null {
  const element = document.querySelector<HTMLInputElement>(selector);
  return element && [element.value];
}

/** Finds an element in the current tab, waiting for it, and hands its reference to a command that takes an `id`. */
export async function onElement(client: Marionette, selector: string, command: string, params = {}): Promise<void> {
  await client.inContext('content', async () => {
    const query = { using: 'css selector', value: selector };
    const { value } = await client.send<{ value: Record<string, string> }>('WebDriver:FindElement', query);
    await client.send(command, { id: value[ELEMENT], ...params });
  });
}

/** The verbs in the main tab of a Firefox. */
export function tabHands(client: Marionette): Hands {
  const eval_: Hands['eval'] = (fn, ...args) => client.eval(fn, args);
  return {
    eval: eval_,
    click: (selector) => onElement(client, selector, 'WebDriver:ElementClick'),
    type: (selector, text) => onElement(client, selector, 'WebDriver:ElementSendKeys', { text: typed(text) }),
    press: (...keys) => pressKeys(client, keys),
    text: (selector) => readPatiently(eval_, selector, innerTextOf),
    value: (selector) => readPatiently(eval_, selector, fieldValueOf),
    async screenshot(file, { full = false } = {}) {
      const { value } = await client.inContext('content', () =>
        client.send<{ value: string }>('WebDriver:TakeScreenshot', { full, hash: false }),
      );
      await writeFile(file, Buffer.from(value, 'base64'));
    },
  };
}
