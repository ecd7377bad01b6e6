import { tagIdentity } from '../../core/tags';
import type { ZippedFile } from '../../core/zip';
import { wayTo } from '../article';
import { escapeMarkup } from '../escape';
import type { PublishedDay } from '../publication';
import { ALL_TAGS, tagAddress, upFrom } from './addresses';
import { countLinks, type ListedDay, listing } from './listing';
import { sitePage } from './site-page';
import type { Site, SiteWords } from './words';

interface TagPage {
  /** As the first link spells it. */
  tag: string;
  days: ListedDay[];
}

/** The pages of the tags, collected while the days go by. */
export class TagPages {
  readonly #tags = new Map<string, TagPage>();

  /** @param listed the same day, as lists have it */
  add({ entries }: PublishedDay, listed: ListedDay): void {
    for (const [place, { link }] of entries.entries()) {
      const line = listed.links[place];
      if (line) for (const tag of link.tags) this.#addLink(tag, listed.day, line);
    }
  }

  *pages(site: Site, words: SiteWords): Generator<ZippedFile> {
    const sorted = [...this.#tags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, page]) => page);
    for (const page of sorted) yield tagPage(site, words, page);
    yield allTagsPage(site, words, sorted);
  }

  #addLink(tag: string, day: string, link: ListedDay['links'][number]): void {
    const identity = tagIdentity(tag);
    const page = this.#tags.get(identity) ?? { tag, days: [] };
    this.#tags.set(identity, page);
    const last = page.days.at(-1);
    if (last?.day !== day) page.days.push({ day, links: [link] });
    else if (last.links.at(-1) !== link) last.links.push(link);
  }
}

function tagPage(site: Site, words: SiteWords, { tag, days }: TagPage): ZippedFile {
  const path = tagAddress(tag);
  return sitePage(
    {
      path,
      site: site.title,
      heading: tag,
      below: escapeMarkup(words.links(countLinks(days))),
      main: listing(days.toReversed(), words, upFrom(path)),
    },
    words,
  );
}

function allTagsPage(site: Site, words: SiteWords, pages: TagPage[]): ZippedFile {
  const items = pages.map(
    ({ tag, days }) =>
      `<li dir="auto">${wayTo(tagAddress(tag), escapeMarkup(tag))} <span>${escapeMarkup(words.linkCount(countLinks(days)))}</span></li>\n`,
  );
  const main = `<ul class="columns">\n${items.join('')}</ul>\n`;
  return sitePage({ path: ALL_TAGS, site: site.title, heading: words.allTags, below: '', main }, words);
}
