/** Between a button and its menu, and between the menu and the edge of the page, in px. */
const GAP = 6;
const EDGE = 16;

/**
 * Puts a popover under the button that opens it, the two beginning or ending alike, whichever leaves more room: a popover lies above the whole page and knows
 * nothing of its button. (Anchors in CSS would do so, but not all browsers that we run in have them.)
 */
export function placeUnderButton(event: Pick<ToggleEvent, 'newState' | 'currentTarget'>): void {
  const menu = event.currentTarget;
  if (event.newState !== 'open' || !(menu instanceof HTMLElement)) return;
  const button = document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`);
  if (!button) return;
  const { bottom, left, right } = button.getBoundingClientRect();
  const page = document.documentElement.clientWidth;
  const fromLeft = left + right < page;
  menu.style.top = `${bottom + scrollY + GAP}px`;
  menu.style.left = fromLeft ? `${Math.max(EDGE, left)}px` : 'auto';
  menu.style.right = fromLeft ? 'auto' : `${Math.max(EDGE, page - right)}px`;
}
