import { useEffect, useState } from 'preact/hooks';
import { choose, keepSelected, nothingSelected, type Selection } from '../../core/selection';
import { focusWhenThere } from '../parts/focus';
import { Watched } from '../parts/watched';
import { cardButton } from './actions';

/** The boxes of a page while links are selected. They are watched one by one: a click draws one of them again, not the page. */
export class Boxes {
  readonly ticked = new Watched<boolean>();
  /** Under the key `COUNTS`: how many are ticked, and how many there are. */
  readonly counts = new Watched<{ ticked: number; all: number }>();
  #selection: Selection = nothingSelected;
  #list: readonly string[] = [];

  /** The ids of the links that stand on the page, in its order. What is no longer there is not selected. */
  show(list: readonly string[]): void {
    this.#list = list;
    this.#become(keepSelected(this.#selection, list));
  }

  /** @param range everything from the last tick to this one as well */
  tick(id: string, on: boolean, range: boolean): void {
    this.#become(choose(this.#selection, id, on, range ? this.#list : undefined));
  }

  tickAll(on: boolean): void {
    this.#become(on ? { ids: new Set(this.#list) } : nothingSelected);
  }

  /** What is selected, in the order of the page. */
  chosen(): string[] {
    return this.#list.filter((id) => this.#selection.ids.has(id));
  }

  #become(next: Selection): void {
    const { ids } = this.#selection;
    this.#selection = next;
    for (const id of ids) this.ticked.set(id, next.ids.has(id));
    for (const id of next.ids) this.ticked.set(id, true);
    this.counts.set(COUNTS, { ticked: next.ids.size, all: this.#list.length });
  }
}

export const COUNTS = 'counts';

/** Selecting links on a page: `boxes` are there while it goes on. Escape ends it. */
export function useSelection() {
  const [boxes, setBoxes] = useState<Boxes>();
  useEffect(() => {
    if (!boxes) return;
    const leave = (event: KeyboardEvent) => {
      // A form and a menu are closed by that key themselves.
      const elsewhere = document.activeElement?.closest('form') || document.querySelector(':popover-open');
      if (event.key === 'Escape' && !event.isComposing && !elsewhere) end();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [boxes]);

  /** The focus stays with the card where it is, or goes back to where selecting began. */
  function end(): void {
    const card = document.activeElement?.closest<HTMLElement>('.card')?.dataset.id;
    setBoxes(undefined);
    focusWhenThere(card ? cardButton(card) : '.tools .select');
  }

  return { boxes, begin: () => setBoxes(new Boxes()), end, drop: () => setBoxes(undefined) };
}
