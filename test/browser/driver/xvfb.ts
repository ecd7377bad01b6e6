import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { findBrowser } from '../../browsers';
import { startChromium } from './chromium';
import type { Driver, DriverOptions } from './driver';
import { until } from './until';

/** A browser in a real window, with a keyboard and a mouse that its window system believes in. */
export interface RealKeys extends Driver {
  /** Presses a chord as xdotool writes it, e.g. `alt+shift+d`, in the main window: the browser's own shortcuts and menus hear it. */
  pressShortcut(chord: string): Promise<void>;
  /** Presses chords in whatever has the keys: an open popup, say. */
  pressHere(...chords: string[]): Promise<void>;
  /** Presses a chord, again and again, in a question that the browser is about to ask, until the answer has come through. */
  answer(chord: string, cameThrough: () => Promise<boolean>): Promise<void>;
  /** Clicks the element's first line with the mouse of the window system. */
  clickOn(selector: string): Promise<void>;
  /** Right-clicks the element's first line, waits for the browser's menu, and presses `keys` in it, e.g. `Up`, `Return`. */
  contextMenu(selector: string, ...keys: string[]): Promise<void>;
}

/**
 * Starts an Xvfb on a free display and a browser in it, Chromium unless told otherwise.
 *
 * @throws Error when Xvfb, xdotool or the browser is missing
 */
export async function startWithRealKeys(options: DriverOptions = {}, start = startChromium): Promise<RealKeys> {
  const screen = await startXvfb();
  const driver = await start({ ...options, headless: false, display: screen.display }).catch((error: unknown) => {
    screen.stop();
    throw error;
  });
  const xdotool = (...args: string[]) => runXdotool(screen.display, args);
  const focus = () => {
    const window = xdotool('search', '--onlyvisible', '--class', driver.name).at(-1);
    if (!window) throw new Error(`${driver.name} shows no window`);
    xdotool('windowfocus', '--sync', window);
  };
  const pressHere = async (...chords: string[]) => void xdotool('key', '--clearmodifiers', '--delay', '60', ...chords);
  return {
    ...driver,
    async pressShortcut(chord) {
      focus();
      xdotool('key', '--clearmodifiers', chord);
    },
    pressHere,
    async answer(chord, cameThrough) {
      await until(async () => {
        // Chromium's question is no window of its own: nobody can tell when it is there.
        await pressHere(chord);
        return cameThrough();
      }, `${chord} to answer the question`);
    },
    async clickOn(selector) {
      const [x, y] = await restingPlace(driver, selector);
      xdotool('mousemove', String(x), String(y), 'click', '1');
    },
    async contextMenu(selector, ...keys) {
      focus();
      const windows = () => xdotool('search', '--onlyvisible', '--name', '.*').length;
      const before = windows();
      await clickUntil(
        async () => {
          const [x, y] = await restingPlace(driver, selector);
          xdotool('mousemove', String(x), String(y), 'click', '3');
        },
        () => windows() > before,
      );
      xdotool('key', '--delay', '60', ...keys);
    },
    async quit() {
      await driver.quit();
      screen.stop();
    },
    async crash() {
      await driver.crash();
      screen.stop();
    },
  };
}

interface Screen {
  display: string;
  stop(): void;
}

async function startXvfb(): Promise<Screen> {
  const flags = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const child: ChildProcess = spawn(findBrowser('Xvfb'), flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = () => void child.kill();
  process.once('exit', stop);
  child.once('exit', () => process.off('exit', stop));
  let number = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    number += chunk.toString();
  });
  // Xvfb itself looks for a free number and tells it
  await until(() => number.endsWith('\n'), 'Xvfb to name its display');
  return { display: `:${number.trim()}`, stop };
}

function runXdotool(display: string, args: string[]): string[] {
  const env = { ...process.env, DISPLAY: display };
  const { stdout, stderr, error } = spawnSync(findBrowser('xdotool'), args, { env, encoding: 'utf8', timeout: 10_000 });
  if (error) throw new Error(`xdotool ${args.join(' ')}: ${error.message} ${stderr}`);
  return stdout.trim().split('\n').filter(Boolean);
}

/** The place of the element's first line on the screen, once it stays where it is: bars slide in above the page. */
async function restingPlace(driver: Driver, selector: string): Promise<[number, number]> {
  let last = '';
  return until(async () => {
    const place = await driver.eval(placeOnScreen, selector);
    const same = JSON.stringify(place) === last;
    last = JSON.stringify(place);
    return same && place;
  }, `${selector} to stay in its place`);
}

function placeOnScreen(selector: string): Promise<[number, number]> {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`Nothing matches ${selector}`);
  const range = document.createRange();
  range.selectNodeContents(element);
  const { x, y, height } = range.getClientRects()[0] ?? element.getBoundingClientRect();
  const bars = window.outerHeight - window.innerHeight;
  const place: [number, number] = [
    Math.round(window.screenX + x + 5),
    Math.round(window.screenY + bars + y + height / 2),
  ];
  return new Promise((resolve) => setTimeout(() => resolve(place), 150));
}

/** Clicks, and once more when nothing came of it within two seconds. */
async function clickUntil(click: () => Promise<void>, came: () => boolean): Promise<void> {
  await click();
  await until(came, 'the context menu', 2000).catch(click);
  await until(came, 'the context menu');
}
