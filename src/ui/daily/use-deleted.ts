import { useState } from 'preact/hooks';
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

  function forget(): void {
    setLinks([]);
    setThereToo([]);
  }

  return {
    links,
    thereToo,
    forget,
    remove: (link: Link) =>
      attempt(async () => {
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
