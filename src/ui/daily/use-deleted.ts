import { useRef, useState } from 'preact/hooks';
import type { Link } from '../../core/link';
import { clockNow } from '../../platform/clock';
import { wakeSender } from '../../platform/wake';
import { deleteLink, restoreLink } from '../../storage/links';
import { deleteThere, sendLinks } from '../../storage/queue';
import { focusWhenThere } from '../parts/focus';
import { cardButton } from './actions';

/** What was deleted on this page, with the way back; and, where somebody asks for it, the deletion on the server too. */
export function useDeleted(attempt: (work: () => Promise<void>) => void) {
  const [links, setLinks] = useState<Link[]>([]);
  /** Ids of those that are to be deleted on the server. */
  const [thereToo, setThereToo] = useState<string[]>([]);
  /** Selects the neighbour of the last of them. */
  const beside = useRef('h1');

  function forget(): void {
    setLinks([]);
    setThereToo([]);
  }

  return {
    links,
    thereToo,
    /** Sends the message away. Who does so by a key goes on beside what was deleted. */
    dismiss(): void {
      const byKey = document.activeElement?.matches('.toast :focus-visible');
      if (byKey) focusWhenThere(beside.current);
      forget();
    },
    remove: (link: Link) =>
      attempt(async () => {
        beside.current = besideOf(link.id);
        await deleteLink(link.id, clockNow());
        setLinks((old) => [...old, link]);
      }),
    removeThere: (ids: string[]) =>
      attempt(async () => {
        await deleteThere(ids, clockNow());
        setThereToo((old) => [...old, ...ids]);
        wakeSender();
      }),
    takeBack: () =>
      attempt(async () => {
        const there: string[] = [];
        for (const { id } of links) {
          const back = await restoreLink(id);
          if (thereToo.includes(id)) there.push(back.id);
        }
        // It may be deleted there by now: then it is sent anew.
        if (there.length) await sendLinks(there, clockNow()).then(wakeSender);
        forget();
        focusWhenThere(cardButton(links[0]?.id ?? ''));
      }),
  };
}

/** Selects the card after this link's, or the one before it; the heading where it is the only one. */
function besideOf(id: string): string {
  const cards = [...document.querySelectorAll<HTMLElement>('.card[data-id]')].map(({ dataset }) => dataset.id ?? '');
  const place = cards.indexOf(id);
  const neighbour = cards[place + 1] ?? cards[place - 1];
  return neighbour ? cardButton(neighbour) : 'h1';
}
