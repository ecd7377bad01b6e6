import type { Marionette } from './marionette';

const LEFT = 0;
const RIGHT = 2;
/** The Shift key, as WebDriver writes it. */
const SHIFT = '\uE008';

/** Presses the right mouse button over the first visible line of an element in the current tab, or of the text in a frame. */
export async function rightClick(client: Marionette, selector: string): Promise<void> {
  const id = await client.eval<number>(frameNumber, [selector]);
  if (id < 0) return rightClickAt(client, 'content', await client.eval<[number, number]>(startOf, [selector]));
  // A frame of another origin has a process of its own, which gets only what is sent to it.
  await client.inContext('content', () => client.send('WebDriver:SwitchToFrame', { id }));
  await rightClickAt(client, 'content', await client.eval<[number, number]>(startOf, ['body *']));
  await client.inContext('content', () => client.send('WebDriver:SwitchToFrame', { id: null }));
}

/** Presses the left mouse button over the middle of an element in the current tab, while Shift is held. */
export async function shiftClick(client: Marionette, selector: string): Promise<void> {
  const [x, y] = await client.eval<[number, number]>(middleOf, [selector]);
  const pause = { type: 'pause' };
  const keys = [{ type: 'keyDown', value: SHIFT }, pause, pause, pause, { type: 'keyUp', value: SHIFT }];
  const mouse = [
    pause,
    { type: 'pointerMove', x, y, origin: 'viewport' },
    { type: 'pointerDown', button: LEFT },
    { type: 'pointerUp', button: LEFT },
  ];
  const actions = [
    { type: 'key', id: 'keyboard', actions: keys },
    { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: mouse },
  ];
  await client.inContext('content', () => client.send('WebDriver:PerformActions', { actions }));
}

function middleOf(selector: string): [number, number] {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`Nothing matches ${selector}`);
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

function frameNumber(selector: string): number {
  return [...document.querySelectorAll('iframe')].findIndex((frame) => frame.matches(selector));
}

/** Presses it at a place of the page, or of Firefox's own window around it. */
export async function rightClickAt(
  client: Marionette,
  where: 'content' | 'chrome',
  [x, y]: [number, number],
): Promise<void> {
  const actions = [
    {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x, y, origin: 'viewport' },
        { type: 'pointerDown', button: RIGHT },
        { type: 'pointerUp', button: RIGHT },
      ],
    },
  ];
  await client.inContext(where, () => client.send('WebDriver:PerformActions', { actions }));
}

/** A point within the first line of the element's text: the middle of a short line's box may be empty. */
function startOf(selector: string): [number, number] {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`Nothing matches ${selector}`);
  element.scrollIntoView({ block: 'center' });
  const range = document.createRange();
  range.selectNodeContents(element);
  const [line] = range.getClientRects();
  if (!line) throw new Error(`${selector} is not to be seen`);
  return [Math.round(line.x + Math.min(4, line.width / 2)), Math.round(line.y + line.height / 2)];
}
