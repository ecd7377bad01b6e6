import { shownHost } from '../../core/address';
import type { Day } from '../../core/link';
import { escapeMarkup } from '../escape';
import type { PublishedDay } from '../publication';
import { dayAddress } from './addresses';
import type { SiteWords } from './words';

/** As much of a day as its line in a list needs. */
export interface ListedDay {
  day: Day;
  links: ListedLink[];
}

export interface ListedLink {
  id: string;
  title: string;
  host: string;
}

export function listedDay({ day, entries }: PublishedDay): ListedDay {
  const links = entries.map(({ link }) => ({
    id: link.id,
    title: link.title || link.url,
    host: shownHost(link.url),
  }));
  return { day, links };
}

/** Their links, each once. */
export function countLinks(days: ListedDay[]): number {
  return new Set(days.flatMap(({ links }) => links.map(({ id }) => id))).size;
}

/** Titles under their days, each leading to where the link stands. @param up the way to the site's top */
export function listing(days: ListedDay[], words: SiteWords, up: string): string {
  return days
    .map(({ day, links }) => {
      const page = up + dayAddress(day);
      const items = links.map(
        ({ id, title, host }) =>
          `<li dir="auto"><a lang="" href="${page}#${encodeURIComponent(id)}">${escapeMarkup(title)}</a> ` +
          `<span>${escapeMarkup(host)}</span></li>\n`,
      );
      return `<section class="listed">
<h2><a href="${page}"><time datetime="${day}">${escapeMarkup(words.day(day))}</time></a></h2>
<ul>
${items.join('')}</ul>
</section>
`;
    })
    .join('');
}
