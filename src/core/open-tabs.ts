import { isWebAddress } from './address';
import { matchKey } from './match-key';

/** An open tab as it is listed for saving. */
export interface OpenTab {
  id: number;
  /** Unwrapped: see `realAddress`. */
  url: string;
  title: string;
}

/** One page of the list: a page that is open in several tabs stands in it once. */
export interface TabEntry {
  /** The page's match key; one of its own for what cannot be saved. */
  key: string;
  tab: OpenTab;
  /** In how many tabs it is open. */
  tabs: number;
  /** It is one of those to begin with. */
  wished: boolean;
  chosen: boolean;
  /** Why it cannot be saved. */
  skipped?: 'blankTab' | 'browserPage' | 'notHttp';
}

/**
 * The list in which a person chooses what to save, in the order of the tabs.
 * @param highlighted ids of the tabs to begin with; where it is empty all that can be saved are chosen
 */
export function tabEntries(tabs: OpenTab[], highlighted: number[]): TabEntry[] {
  const entries = new Map<string, TabEntry>();
  for (const tab of tabs) {
    const skipped = whySkipped(tab.url);
    const key = skipped ? `tab ${tab.id}` : matchKey(tab.url);
    const there = entries.get(key);
    const wished = there?.wished || !highlighted.length || highlighted.includes(tab.id);
    entries.set(key, {
      key,
      tab: there?.tab ?? tab,
      tabs: (there?.tabs ?? 0) + 1,
      wished,
      chosen: wished && !skipped,
      ...(skipped && { skipped }),
    });
  }
  return [...entries.values()];
}

/** Pages that only this window, or only the browser itself, can show are nothing to come back to. */
function whySkipped(url: string): TabEntry['skipped'] {
  if (isWebAddress(url) || /^(file|ftp):/i.test(url)) return undefined;
  if (/^$|^about:(blank|newtab|home|privatebrowsing)\b|^[a-z]+:\/\/(newtab|new-tab-page)\b/i.test(url))
    return 'blankTab';
  return /^(data|blob|javascript):/i.test(url) ? 'notHttp' : 'browserPage';
}
