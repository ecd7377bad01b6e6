import type { ZippedFile } from '../../core/zip';
import { wayTo } from '../article';
import { escapeMarkup } from '../escape';
import { PAGE_END, pageStart } from '../page';
import { ALL_TAGS, FEED, INDEX, STYLE_SHEET, upFrom } from './addresses';
import type { SiteWords } from './words';

interface SitePage {
  path: string;
  /** The site's title. */
  site: string;
  heading: string;
  /** HTML above and below the heading. */
  above?: string;
  below: string;
  /** HTML. */
  main: string;
}

/** A page with the site's head: the way in, all tags, the feed. */
export function sitePage({ path, site, heading, above = '', below, main }: SitePage, words: SiteWords): ZippedFile {
  const up = upFrom(path);
  const head = `<link rel="stylesheet" href="${up}${STYLE_SHEET}">
<link rel="alternate" type="application/atom+xml" href="${up}${FEED}" title="${escapeMarkup(site)}">`;
  const title = heading === site ? site : `${heading} · ${site}`;
  const start = pageStart({ language: words.language, title, head, allowed: "style-src 'self'" });
  const content = `${start}<nav class="site" aria-label="${escapeMarkup(site)}">
${path === INDEX ? '<span></span>' : wayTo(up + INDEX, escapeMarkup(site))}
<span>${wayTo(up + ALL_TAGS, escapeMarkup(words.allTags))} ${wayTo(up + FEED, escapeMarkup(words.feed))}</span>
</nav>
<header>
${above}<h1 dir="auto">${escapeMarkup(heading)}</h1>
<p>${below}</p>
</header>
<main>
${main}</main>
${PAGE_END}`;
  return { path, content };
}
