import { useEffect, useRef } from 'preact/hooks';
import { readRoute, searchHash } from '../../core/route';

/** What the history keeps with a search: how many entries before this one it began. Nothing where it began with the page. */
type Begun = { began: number } | null;

const searching = () => readRoute(location.hash).kind === 'search';
const beganHere = () => (searching() ? ((history.state as Begun)?.began ?? 0) : 0);

/**
 * Searching by the address: one entry of the history a search, however long it is typed, so that Back leads to where one was.
 * @param follow shows what the address says; the browser itself tells only of those that it changed
 */
export function useSearching(follow: () => void) {
  const began = useRef(beganHere());
  useEffect(() => {
    const count = () => {
      // A link from one search to another, such as to a narrower one.
      if (searching() && history.state === null && began.current)
        history.replaceState({ began: began.current + 1 } satisfies Begun, '');
      began.current = beganHere();
    };
    addEventListener('hashchange', count);
    return () => removeEventListener('hashchange', count);
  }, []);

  return {
    search(text: string): void {
      if (searching()) history.replaceState(began.current ? { began: began.current } : null, '', searchHash(text));
      else history.pushState({ began: 1 } satisfies Begun, '', searchHash(text));
      began.current = beganHere();
      follow();
    },
    /** Back to where the search began; to the newest day, where it began with the page. */
    leave(): void {
      if (!searching()) return;
      if (began.current) history.go(-began.current);
      else location.replace('#/');
    },
  };
}
