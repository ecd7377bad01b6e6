import { useLayoutEffect, useRef } from 'preact/hooks';
import { isWebAddress } from '../../core/address';
import type { Link } from '../../core/link';
import { t } from '../../platform/messages';
import { useWatched } from '../parts/watched';
import type { ServerForCards } from './use-server';

/** Where the settings tell why something was refused. */
export const WHY_REFUSED = 'settings.html#sending';

/** How a link stands with the server, among the buttons of its card: what can be done about it, or where it is. */
export function ServerMark({ link, server }: { link: Link; server: ServerForCards }) {
  const standing = useWatched(server.standings, link.id);
  const shown = useRef<HTMLAnchorElement & HTMLButtonElement>(null);
  // A button that becomes a link is another element: the focus goes with it.
  const focused = shown.current !== null && shown.current === document.activeElement;
  useLayoutEffect(() => {
    if (focused) shown.current?.focus();
  }, [standing?.is]);

  if (standing?.is === 'refused') {
    return (
      <a ref={shown} class="refused" href={WHY_REFUSED}>
        {t('refusedWhy')}
      </a>
    );
  }
  const address = standing?.is === 'there' && `${server.address}/shaare/${encodeURIComponent(standing.shorturl)}`;
  if (address && isWebAddress(address)) {
    return (
      <a ref={shown} href={address} target="_blank" rel="noopener noreferrer">
        {t('onServer')}
      </a>
    );
  }
  const waits = standing?.is === 'waiting';
  return (
    <button
      ref={shown}
      type="button"
      class={waits ? 'waits' : undefined}
      aria-disabled={waits}
      title={t('sendLabel')}
      onClick={() => waits || server.send(link)}
    >
      {waits ? t('waiting') : t('send')}
    </button>
  );
}
