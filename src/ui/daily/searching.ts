import { readRoute, searchHash } from '../../core/route';

/** Whether the page before this one in the history is where the search began. */
interface Begun {
  searchBegun?: boolean;
}

const searching = () => readRoute(location.hash).kind === 'search';

/**
 * Searching by the address: one entry of the history a search, however long it is typed, so that Back leads to where one was.
 * @param follow shows what the address says; the browser itself tells only of those that it changed
 */
export function searchingBy(follow: () => void) {
  return {
    search(text: string): void {
      if (searching()) history.replaceState(history.state, '', searchHash(text));
      else history.pushState({ searchBegun: true } satisfies Begun, '', searchHash(text));
      follow();
    },
    /** Back to where the search began; to the newest day, where it began in another place than here. */
    leave(): void {
      if (!searching()) return;
      if ((history.state as Begun | null)?.searchBegun) history.back();
      else location.replace('#/');
    },
  };
}
