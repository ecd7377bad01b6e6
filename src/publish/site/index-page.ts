import { articles, wayTo } from '../article';
import { escapeMarkup } from '../escape';
import type { PublishedDay } from '../publication';
import { dayAddress, INDEX, monthAddress, tagAddress } from './addresses';
import { sitePage } from './site-page';
import type { Site, SiteFile, SiteWords } from './words';

/** The way in: the newest day as a front page, then every month. @param months with the count of their links, in order */
export function indexPage(
  site: Site,
  words: SiteWords,
  newest: PublishedDay | undefined,
  months: Map<string, number>,
): SiteFile {
  const count = [...months.values()].reduce((sum, one) => sum + one, 0);
  const main = (newest ? frontPage(newest, words) : '') + archive(months, words);
  return sitePage(
    { path: INDEX, site: site.title, heading: site.title, below: escapeMarkup(words.links(count)), main },
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

/** The newest year first. */
function archive(months: Map<string, number>, words: SiteWords): string {
  const years = Map.groupBy([...months].reverse(), ([month]) => month.slice(0, 4));
  const lists = [...years].map(([year, list]) => {
    const items = list.map(
      ([month, count]) =>
        `<li>${wayTo(monthAddress(month), escapeMarkup(words.month(month)))} <span>${escapeMarkup(words.linkCount(count))}</span></li>\n`,
    );
    return `<h3>${year}</h3>\n<ul class="columns">\n${items.join('')}</ul>\n`;
  });
  return `<section class="archive">\n<h2>${escapeMarkup(words.archive)}</h2>\n${lists.join('')}</section>\n`;
}
