import type { ZippedFile } from '../../core/zip';
import { articles, wayTo } from '../article';
import { escapeMarkup } from '../escape';
import type { PublishedDay } from '../publication';
import { dayAddress, INDEX, monthAddress, tagAddress } from './addresses';
import { sitePage } from './site-page';
import type { Site, SiteWords } from './words';

/** The way in: the newest day as a front page, then every month. @param months with the count of their links, in order */
export function indexPage(
  site: Site,
  words: SiteWords,
  newest: PublishedDay | undefined,
  months: Map<string, number>,
): ZippedFile {
  const main = (newest ? frontPage(newest, words) : '') + archive(months, words);
  return sitePage(
    { path: INDEX, site: site.title, heading: site.title, below: escapeMarkup(words.links(site.count)), main },
    words,
  );
}

function frontPage(day: PublishedDay, words: SiteWords): string {
  const ways = { heading: 'h3', tag: tagAddress, day: dayAddress } as const;
  return `<section class="day">
<h2>${wayTo(dayAddress(day.day), `<time datetime="${day.day}">${escapeMarkup(words.day(day.day))}</time>`)}</h2>
${articles(day, words, ways)}</section>
`;
}

/** The newest first, by year. */
function archive(months: Map<string, number>, words: SiteWords): string {
  const years = new Map<string, string>();
  for (const [month, count] of [...months].reverse()) {
    const way = wayTo(monthAddress(month), escapeMarkup(words.month(month)));
    const item = `<li>${way} <span>${escapeMarkup(words.linkCount(count))}</span></li>\n`;
    years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? '') + item);
  }
  const lists = [...years].map(([year, items]) => `<h3>${year}</h3>\n<ul class="columns">\n${items}</ul>\n`);
  return `<section class="archive">\n<h2>${escapeMarkup(words.archive)}</h2>\n${lists.join('')}</section>\n`;
}
