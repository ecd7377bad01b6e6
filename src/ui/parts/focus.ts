/** How long what is to come may take to be drawn, in ms. */
const PATIENCE = 2000;

/** Gives the focus to what matches, as soon as it is there: after an action it must not be left to a part of the page that is gone. */
export function focusWhenThere(selector: string): void {
  const tryNow = () => {
    // Who is in a form by now is not taken out of it.
    if (document.activeElement?.closest('form')) return true;
    const element = document.querySelector<HTMLElement>(selector);
    element?.focus();
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
      setTimeout(() => observer.disconnect(), PATIENCE);
    }),
  );
}
