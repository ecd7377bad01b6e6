import { useEffect } from 'preact/hooks';
import type { Link } from '../../core/link';
import type { LinkActions } from './actions';
import { useStandings } from './use-server';

/** Tells those who ask about the links of a page which ones it shows now, in its order; undefined while that is not known. */
export function useShownLinks(
  links: Link[] | undefined,
  { server, boxes }: LinkActions,
  failed: (error: unknown) => void,
): void {
  useStandings(links, server?.standings, failed);
  useEffect(() => {
    if (links) boxes?.show(links.map(({ id }) => id));
  }, [links, boxes]);
}
