import { escapeMarkup } from '../escape';
import { monthAddress, upFrom } from './addresses';
import { type ListedDay, listing } from './listing';
import { sitePage } from './site-page';
import type { Site, SiteFile, SiteWords } from './words';

/** The titles of a month's links, by day. */
export function monthPage(site: Site, words: SiteWords, month: string, days: ListedDay[]): SiteFile {
  const path = monthAddress(month);
  const count = days.reduce((sum, { links }) => sum + links.length, 0);
  return sitePage(
    {
      path,
      site: site.title,
      heading: words.month(month),
      below: escapeMarkup(words.links(count)),
      main: listing(days, words, upFrom(path)),
    },
    words,
  );
}
