/*
 * Runs in a page whose cards are waited for, before its own script: notes when the first ones and the last one were painted.
 */

/** What a page did. Moments are milliseconds since its navigation began. */
export interface PageTimes {
  /** The first cards are painted. */
  first: number;
  /** The last card is. */
  all: number;
  /** The longest time after the first paint in which the page could not answer, in ms; 0 where the browser does not tell it. */
  longest: number;
}

declare global {
  interface Window {
    cardsPainted(count: number): Promise<PageTimes>;
    /** Milliseconds from a click until what it brings about is painted: an element, or this text in it. */
    clickPainted(selector: string, brings: string, text?: string): Promise<number>;
    /** Scrolls by half a window at every frame. Milliseconds of each frame. */
    framesScrolled(count: number): Promise<number[]>;
  }
}

// What the system takes to copy something is not the page's time; nor is there always one to ask.
navigator.clipboard.write = async () => {};

let first = 0;
const tasks: PerformanceEntry[] = [];
if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });

/** A task after the next frame: by then what is in the page now is painted. */
function painted(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
}

/** As soon as that is so, whatever changes in the page. */
function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo()) return resolve();
    const observer = new MutationObserver(() => {
      if (!isSo()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
  });
}

const firstPainted = until(() => document.querySelector('.card') !== null)
  .then(painted)
  .then((moment) => {
    first = moment;
  });

window.cardsPainted = async (count) => {
  const cards = document.getElementsByClassName('card');
  await firstPainted;
  await until(() => cards.length >= count);
  const all = await painted();
  const after = tasks.filter(({ startTime }) => startTime > first);
  return { first, all, longest: Math.max(0, ...after.map(({ duration }) => duration)) };
};

window.clickPainted = async (selector, brings, text = '') => {
  const start = performance.now();
  document.querySelector<HTMLElement>(selector)?.click();
  await until(() => document.querySelector(brings)?.textContent?.includes(text) ?? false);
  return (await painted()) - start;
};

window.framesScrolled = async (count) => {
  const frame = () => new Promise<number>(requestAnimationFrame);
  const moments = [await frame()];
  while (moments.length <= count) {
    scrollBy(0, innerHeight / 2);
    moments.push(await frame());
  }
  return moments.slice(1).map((moment, place) => moment - (moments[place] ?? moment));
};
