import type { Known } from './form';
import { uniqueTitles } from './page-names';
import { siteInTitle } from './site';
import { cleanTitle } from './title';

/** The titles that one can choose from: the stored one, that of the tab, and what else the page calls itself. The first is shown. */
export function titleChoices(known: Known): string[] {
  const { page, link } = known;
  // Before the page has named its site there is little to choose from: a title would change after it was chosen.
  if (!page) return [link?.title ?? liveTitle(known)];
  // A browser calls a page without a title by its address.
  const live = page.title || !page.titles.length ? [liveTitle(known)] : [];
  return uniqueTitles([...(link ? [link.title] : []), ...live, ...page.titles]);
}

/** The stored site; else as the page names it, or the tab's title where the page did not answer. Empty where none is named. */
export function knownSite({ link, ...seen }: Known): string {
  return link?.site || seenSite(seen);
}

function liveTitle(known: Known): string {
  const { tab, page } = known;
  return tab ? cleanTitle(tab.title, seenSite(known), tab.url, page?.titles) : '';
}

function seenSite({ tab, page }: Pick<Known, 'tab' | 'page'>): string {
  return page?.site || (tab ? siteInTitle(tab.title, tab.url) : '');
}
