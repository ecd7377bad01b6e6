import { cardOf } from './actions';
import { cardAt } from './card-focus';

/** A page as it was left: a card, and how far below the upper edge of the window it stood, in px. */
interface Left {
  card: string;
  top: number;
}

/** How long what is to come may take to be drawn, in ms. */
const PATIENCE = 5000;

/** How long the card may be one of the page that is being left, in ms. */
const LEAVING = 700;

/** So many frames without a change, and it stands. */
const CALM = 20;

/** Notes in the history where a page is left by one of its links. @returns what ends it */
export function noteLeaving(): () => void {
  const note = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest('a[href^="#/"]') : null;
    const card = link ? cardAt(link) : undefined;
    if (!card?.dataset.id) return;
    const id = card.dataset.id;
    const left: Left = { card: id, top: card.getBoundingClientRect().top };
    history.replaceState({ ...history.state, left }, '');
  };
  document.addEventListener('click', note, true);
  return () => document.removeEventListener('click', note, true);
}

/**
 * Leads back to where the page was left that the history leads to now: browsers do so before it is drawn, so that they cannot. The card
 * gets the focus. @returns false where there is nothing to lead back to
 */
export function backToWhereLeft(): boolean {
  const { left, ...state } = (history.state ?? {}) as { left?: Left };
  if (!left) return false;
  history.replaceState(state, '');
  hold(left);
  return true;
}

/** The acts of a reader who goes on meanwhile. */
const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'hashchange'];

/** Looks for the card at every frame, and keeps it at its place until everything around it has its height. */
function hold({ card: id, top }: Left): void {
  const selector = cardOf(id);
  const before = document.querySelector(selector);
  const begun = performance.now();
  const waited = () => performance.now() - begun;
  const ended = new AbortController();
  // Not at the event itself by which one came back.
  setTimeout(() => {
    for (const act of ACTS) addEventListener(act, () => ended.abort(), { signal: ended.signal });
  });
  let calm = 0;
  const look = () => {
    if (ended.signal.aborted) return;
    // Until the card is there, and where it is gone.
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    const card = document.querySelector<HTMLElement>(selector);
    if (card && (card !== before || waited() > LEAVING)) calm = place(card, top) ? 0 : calm + 1;
    else if (!card) document.querySelector('.show-more')?.scrollIntoView();
    if (calm < CALM && waited() < PATIENCE) return void requestAnimationFrame(look);
    ended.abort();
  };
  requestAnimationFrame(look);
}

/** @returns whether that moved anything */
function place(card: HTMLElement, top: number): boolean {
  const isAway = document.activeElement !== card;
  if (isAway) card.focus({ preventScroll: true });
  const at = scrollY;
  scrollBy(0, card.getBoundingClientRect().top - top);
  return isAway || scrollY !== at;
}
