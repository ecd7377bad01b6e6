import { useEffect, useState } from 'preact/hooks';
import type { Scope } from '../../core/scope';
import { choose, keepSelected, nothingSelected, type Selection } from '../../core/selection';
import { focusWhenThere } from '../parts/focus';
import { Watched } from '../parts/watched';
import { cardOf } from './actions';
import { cardHere } from './card-focus';

/** Asks for the ids of all links that the page is about, also of those that it does not show yet, and hands them on. */
type AskForAll = (take: (ids: readonly string[]) => void) => void;

/** The boxes of a page while links are selected. They are watched one by one: a click draws one of them again, not the page. */
export class Boxes {
  readonly ticked = new Watched<boolean>();
  /** Under the key `COUNTS`: how many are ticked, how many there are, and how many of the ticked ones the page does not show. */
  readonly counts = new Watched<{ ticked: number; all: number; unseen: number }>();
  #selection: Selection = nothingSelected;
  #list: readonly string[] = [];
  /** All that the page is about, once somebody has selected it. */
  #all: readonly string[] = [];

  constructor(readonly askForAll: AskForAll) {}

  /** The ids of the links that stand on the page, in its order. What has left it is not selected. */
  show(list: readonly string[]): void {
    const now = [...new Set(list)];
    const stay = new Set(now);
    const left = new Set(this.#list.filter((id) => !stay.has(id)));
    this.#all = this.#all.filter((id) => !left.has(id));
    this.#list = now;
    this.#become(keepSelected(this.#selection, [...now, ...this.#unseen()]));
  }

  /** @param range everything from the last tick to this one as well */
  tick(id: string, on: boolean, range: boolean): void {
    this.#become(choose(this.#selection, id, on, range ? this.#list : undefined));
  }

  /** What stands on the page is ticked at once; the rest follows. */
  tickAll(on: boolean): void {
    this.#become(on ? { ids: new Set(this.#list) } : nothingSelected);
    if (!on) return;
    this.askForAll((ids) => {
      this.#all = ids;
      this.#become({ ids: new Set([...this.#list, ...ids]) });
    });
  }

  /** What is selected: in the order of the page, and what it does not show behind that. */
  chosen(): string[] {
    return [...this.#list, ...this.#unseen()].filter((id) => this.#selection.ids.has(id));
  }

  #unseen(): string[] {
    const seen = new Set(this.#list);
    return this.#all.filter((id) => !seen.has(id));
  }

  #become(next: Selection): void {
    const { ids } = this.#selection;
    this.#selection = next;
    for (const id of ids) this.ticked.set(id, next.ids.has(id));
    for (const id of next.ids) this.ticked.set(id, true);
    const unseen = this.#unseen();
    const unseenTicked = unseen.filter((id) => next.ids.has(id)).length;
    this.counts.set(COUNTS, { ticked: next.ids.size, all: this.#list.length + unseen.length, unseen: unseenTicked });
  }
}

export const COUNTS = 'counts';

/** Selecting links on a page: `boxes` are there while it goes on. Escape ends it. */
export function useSelection(askForAll: AskForAll) {
  const [boxes, setBoxes] = useState<Boxes>();
  useEffect(() => {
    if (!boxes) return;
    const leave = (event: KeyboardEvent) => {
      // A form and a menu are closed by that key themselves.
      const elsewhere =
        document.activeElement?.closest('form') || document.querySelector(':popover-open, dialog[open]');
      if (event.key === 'Escape' && !event.isComposing && !elsewhere) end();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [boxes]);

  /** The focus stays with the card where the reader is, or goes back to where selecting began. */
  function end(): void {
    const card = cardHere()?.dataset.id;
    setBoxes(undefined);
    focusWhenThere(card ? cardOf(card) : '.tools .select');
  }

  function begin(): Boxes {
    const begun = new Boxes(askForAll);
    setBoxes(begun);
    return begun;
  }

  /** Ticks a link or takes the tick away; selecting begins with it. */
  function toggle(id: string): void {
    const now = boxes ?? begin();
    now.tick(id, !now.ticked.get(id), false);
  }

  /** What is selected now, to be exported. */
  function chosen(): Scope | undefined {
    const ids = boxes?.chosen() ?? [];
    return ids.length ? { kind: 'selection', ids } : undefined;
  }

  return { boxes, begin, toggle, chosen, end, drop: () => setBoxes(undefined) };
}
