import { useEffect, useRef } from 'preact/hooks';
import { focusedCard, followFocus, stepCards } from './card-focus';
import { openDateChoice } from './date-choice';
import { type Begun, type Command, readKey } from './keys';

/** Where one types, or a key belongs to something else. */
const TAKEN =
  'input:not([type=checkbox], [type=radio]), textarea, select, form, dialog, [contenteditable], [popover], [role=menu], [role=listbox]';

/** What the page does at a key. `id` and `title` are of the card in which the focus is. */
export interface KeyActions {
  edit(id: string): unknown;
  select(id: string): void;
  /** Without a link where no card has the focus. */
  remove(link?: { id: string; title: string }): unknown;
  today(): void;
  add(): void;
  list(): void;
}

/**
 * The daily page's keys.
 * @param characters whether single characters count: people who speak to their computer may want them off (WCAG 2.1.4)
 */
export function useKeys(actions: KeyActions, characters: boolean): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(followFocus, []);
  useEffect(() => {
    let begun: Begun | undefined;
    const answer = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element) || target.closest(TAKEN)) return;
      if (document.querySelector('dialog[open], :popover-open')) return;
      const read = readKey(pressedOf(event), begun, { characters, onCard: target.matches('article') });
      begun = read.begun;
      if (!read.command || !run(read.command, latest.current)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', answer);
    return () => document.removeEventListener('keydown', answer);
  }, [characters]);
}

function pressedOf(event: KeyboardEvent) {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing, keyCode, repeat, timeStamp } = event;
  const option = altKey && navigator.platform.startsWith('Mac');
  const altGraph = option || event.getModifierState('AltGraph');
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing, keyCode, repeat, timeStamp, altGraph };
}

/** @returns false where there is nothing to do it to: then the key is the browser's */
function run(command: Command, actions: KeyActions): boolean {
  const card = focusedCard();
  const title = card?.querySelector('.title');
  // What lies in the bin is walked through too, but is not there to be changed.
  const id = (card?.matches('.card') && card.dataset.id) || '';
  switch (command) {
    case 'next':
    case 'previous':
      stepCards(command === 'next' ? 1 : -1);
      return true;
    case 'open':
      return press(title?.querySelector('a'));
    case 'edit':
    case 'select':
      if (id) actions[command](id);
      return id !== '';
    case 'delete':
      actions.remove(id ? { id, title: title?.textContent ?? '' } : undefined);
      return true;
    case 'undo':
      return press(newestWayBack());
    case 'search': {
      const box = document.querySelector<HTMLInputElement>('input[type=search], .search input');
      box?.focus();
      box?.select();
      return box !== null;
    }
    case 'before':
      return press(document.querySelector('.daynav [rel=prev]'));
    case 'after':
      return press(document.querySelector('.daynav [rel=next]'));
    case 'goTo':
      // Where there is a calendar it begins with the month that is shown there.
      if (!press(document.querySelector('.go-to-date'))) openDateChoice();
      return true;
    default:
      actions[command]();
      return true;
  }
}

function press(element: Element | null | undefined): boolean {
  if (element instanceof HTMLElement) element.click();
  return element instanceof HTMLElement;
}

/** The button that undoes what was done last. */
function newestWayBack(): HTMLElement | undefined {
  const ways = [...document.querySelectorAll<HTMLElement>('.toast [data-done]')];
  return ways.sort((a, b) => Number(a.dataset.done) - Number(b.dataset.done)).at(-1);
}
