/** How long what is to come may take to be drawn, in ms. */
const PATIENCE = 2000;

/** As much of it as shows what has the focus, in px. */
const LINE = 60;

/**
 * Gives the focus to what matches, as soon as it is there: after an action it must not be left to a part of the page that is gone. Where
 * it does not come, the page's heading gets it.
 */
export function focusWhenThere(selector: string): void {
  const tryNow = () => {
    // Who is in a form by now is not taken out of it.
    if (document.activeElement?.closest('form')) return true;
    const element = document.querySelector<HTMLElement>(selector);
    if (element) focusCalmly(element);
    return element !== null;
  };
  const observer = new MutationObserver(() => {
    if (tryNow()) observer.disconnect();
  });
  // What was there before is often about to be replaced: look again once the page has been drawn.
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (tryNow()) return;
      observer.observe(document.body, { childList: true, subtree: true });
      setTimeout(() => {
        observer.disconnect();
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus();
      }, PATIENCE);
    }),
  );
}

/** Focuses it and scrolls only where its beginning is out of sight, so that nothing moves under the reader's eyes without need. */
function focusCalmly(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  const { top, height } = element.getBoundingClientRect();
  const covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  if (top >= covered && top + Math.min(height, LINE) <= innerHeight) return;
  element.scrollIntoView({ block: height > innerHeight ? 'start' : 'nearest' });
}
