import type { ZippedFile } from '../../core/zip';
import type { PublishedDay } from '../publication';
import { STYLE } from '../style';
import { STYLE_SHEET } from './addresses';
import { dayPage } from './day-page';
import { Feed } from './feed';
import { indexPage } from './index-page';
import { countLinks, type ListedDay, listedDay } from './listing';
import { monthPage } from './month-page';
import { SITE_STYLE } from './site-style';
import { TagPages } from './tag-pages';
import type { Site, SiteWords } from './words';

/**
 * Every file of the site: a page a day and a month, the tags, a style sheet, a feed, and the way in. All addresses are relative, so any
 * host will do. Days are read one by one; what is kept of a day that is written is a line for each of its links.
 */
export async function* siteFiles(site: Site, words: SiteWords): AsyncGenerator<ZippedFile> {
  yield { path: STYLE_SHEET, content: STYLE + SITE_STYLE };
  const feed = new Feed(site, words);
  const tags = new TagPages();
  const months = new Map<string, number>();
  let month: ListedDay[] = [];
  let newest: PublishedDay | undefined;
  for await (const [before, day, after] of withNeighbours(site.days)) {
    yield dayPage(site, words, day, { before: before?.day, after: after?.day });
    const listed = listedDay(day);
    feed.add(day);
    tags.add(day, listed);
    month.push(listed);
    newest = day;
    const name = day.day.slice(0, 7);
    if (after?.day.startsWith(name)) continue;
    yield monthPage(site, words, name, month);
    months.set(name, countLinks(month));
    month = [];
  }
  yield* tags.pages(site, words);
  yield feed.file();
  yield indexPage(site, words, newest, months);
}

/** Each with the one before and the one after it. */
async function* withNeighbours<T>(items: AsyncIterable<T>): AsyncGenerator<[T | undefined, T, T | undefined]> {
  let before: T | undefined;
  let here: T | undefined;
  for await (const after of items) {
    if (here !== undefined) yield [before, here, after];
    before = here;
    here = after;
  }
  if (here !== undefined) yield [before, here, undefined];
}
