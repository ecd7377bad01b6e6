import { useRef, useState } from 'preact/hooks';
import type { Link } from '../../core/link';
import { clockNow } from '../../platform/clock';
import { plural } from '../../platform/messages';
import { wakeSender } from '../../platform/wake';
import { restoreLinks } from '../../storage/bin';
import { deleteLinks } from '../../storage/bulk';
import { toEnd } from '../../storage/pieces';
import { deleteThere, sendLinks } from '../../storage/queue';
import { focusWhenThere } from '../parts/focus';
import type { Toast } from '../parts/toast';
import { cardOf } from './actions';
import { useWork } from './use-work';

interface Page {
  attempt(work: () => Promise<void>): void;
  say(toast: Toast): void;
}

/** What was deleted on this page, with the way back; and, where somebody asks for it, the deletion on the server too. */
export function useDeleted({ attempt, say }: Page) {
  const [ids, setIds] = useState<string[]>([]);
  /** Of the one that was deleted first; empty where that was among several. */
  const [title, setTitle] = useState('');
  /** Ids of those that are to be deleted on the server. */
  const [thereToo, setThereToo] = useState<string[]>([]);
  const { work, run } = useWork();
  /** Selects the neighbour of the last of them. */
  const beside = useRef('h1');

  function forget(): void {
    setIds([]);
    setTitle('');
    setThereToo([]);
  }

  /** @returns what notes that they were deleted */
  function noting(which: string[], name: string): (deleted: string[]) => void {
    const place = besideOf(new Set(which));
    return (deleted) => {
      if (!deleted.length) return;
      beside.current = place;
      setTitle((old) => (ids.length ? old : name));
      setIds((old) => [...old, ...deleted]);
    };
  }

  return {
    ids,
    title,
    thereToo,
    /** Sends the message away. Who does so by a key goes on beside what was deleted. */
    dismiss(): void {
      const byKey = document.activeElement?.matches('.toast :focus-visible');
      if (byKey) focusWhenThere(beside.current);
      forget();
    },
    remove: ({ id, title: name }: Pick<Link, 'id' | 'title'>) =>
      attempt(() => toEnd(deleteLinks([id], clockNow())).then(noting([id], name))),
    /** Deletes many links. */
    removeAll: (which: string[]) => run(which.length, deleteLinks(which, clockNow()), noting(which, '')),
    work,
    removeThere: (which: string[]) =>
      attempt(async () => {
        await deleteThere(which, clockNow());
        setThereToo((old) => [...old, ...which]);
        wakeSender();
      }),
    takeBack(): void {
      const ended = (back: Map<string, Link>, unreached: number) => {
        const taken = new Set(ids.slice(0, ids.length - unreached));
        const there = thereToo.flatMap((id) => back.get(id)?.id ?? []);
        // It may be deleted there by now: then it is sent anew.
        if (there.length) attempt(() => sendLinks(there, clockNow()).then(wakeSender));
        setTitle('');
        setIds((old) => old.filter((id) => !taken.has(id)));
        setThereToo((old) => old.filter((id) => !taken.has(id)));
        const missing = taken.size - back.size;
        if (missing) say({ text: plural('notInBin', missing) });
        if (!unreached) focusWhenThere(cardOf(ids[0] ?? ''));
      };
      attempt(() => run(ids.length, restoreLinks(ids), ended));
    },
  };
}

/** Selects the card after those of the links, or the one before them; the heading where there is none other. */
function besideOf(ids: Set<string>): string {
  const cards = [...document.querySelectorAll<HTMLElement>('.card[data-id]')].map(({ dataset }) => dataset.id ?? '');
  const place = cards.findLastIndex((id) => ids.has(id));
  const neighbour = cards[place + 1] ?? cards.findLast((id) => !ids.has(id));
  return neighbour ? cardOf(neighbour) : 'h1';
}
