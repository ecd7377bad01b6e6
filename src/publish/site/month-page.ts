import type { ZippedFile } from '../../core/zip';
import { escapeMarkup } from '../escape';
import { monthAddress, upFrom } from './addresses';
import { countLinks, type ListedDay, listing } from './listing';
import { sitePage } from './site-page';
import type { Site, SiteWords } from './words';

/** The titles of a month's links, by day. */
export function monthPage(site: Site, words: SiteWords, month: string, days: ListedDay[]): ZippedFile {
  const path = monthAddress(month);
  return sitePage(
    {
      path,
      site: site.title,
      heading: words.month(month),
      below: escapeMarkup(words.links(countLinks(days))),
      main: listing(days, words, upFrom(path)),
    },
    words,
  );
}
