/** The card that had the focus last, and its place among the cards then: it may be gone by now. */
let last: { card: HTMLElement; place: number } | undefined;

/** Keeps in mind where the reader is. @returns what ends it */
export function followFocus(): () => void {
  const note = ({ target }: FocusEvent) => {
    const card = cardOf(target);
    if (card) last = { card, place: cards().indexOf(card) };
  };
  const forget = () => {
    last = undefined;
  };
  document.addEventListener('focusin', note);
  addEventListener('hashchange', forget);
  return () => {
    document.removeEventListener('focusin', note);
    removeEventListener('hashchange', forget);
  };
}

/** The card in which the focus is now. */
export function focusedCard(): HTMLElement | undefined {
  return cardOf(document.activeElement);
}

/** That one, or the one that had it last where it is in sight. */
export function cardHere(): HTMLElement | undefined {
  const card = focusedCard() ?? (last?.card.isConnected ? last.card : undefined);
  const { top = 0, bottom = 0 } = card?.getBoundingClientRect() ?? {};
  return top < innerHeight && bottom > 0 ? card : undefined;
}

/** The card in which this is; where it is in none, the first in sight. */
export function cardAt(part: Element): HTMLElement | undefined {
  return cardOf(part) ?? cards().find(isBelowEdge);
}

/** Moves the focus to the card after or before the one that has it, or had it last; where none had, to the first in sight. */
export function stepCards(by: 1 | -1): void {
  const all = cards();
  const here = all.indexOf(focusedCard() ?? last?.card ?? document.body);
  const next = here >= 0 ? all[here + by] : all[startOf(all, by)];
  if (!next) return;
  next.focus({ preventScroll: true });
  reveal(next);
  // Cards out of sight are as high as was guessed until they come into it.
  requestAnimationFrame(() => reveal(next));
}

/** Where a walk begins: at the neighbour of the card that is gone, or with what stands on the screen. */
function startOf(all: HTMLElement[], by: 1 | -1): number {
  if (last && !last.card.isConnected) return Math.min(by === 1 ? last.place : last.place - 1, all.length - 1);
  const inSight = all.findIndex(isBelowEdge);
  return inSight < 0 ? all.length - 1 : inSight;
}

/** Scrolls as little as shows all of it, or its beginning where it is higher than the window. */
function reveal(card: HTMLElement): void {
  card.scrollIntoView({ block: card.offsetHeight > innerHeight * 0.7 ? 'start' : 'nearest' });
}

const isBelowEdge = (card: HTMLElement) => card.getBoundingClientRect().bottom > 0;

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main article[data-id]')];
}

function cardOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('main article[data-id]')) || undefined;
}
