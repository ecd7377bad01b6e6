import { isFront, isNameOfHost, isSameName } from './site';
import { levelled, titleCuts } from './title-parts';

/** How often a site may name itself in one title. */
const TIMES = 3;

/** What sites put in front of a tab's title to say that something is new: `(3) `, `(99+) `. */
const COUNTER = /^\(\d+\+?\) (?=\S)/;

/**
 * A page's title without its site's name at the end or the beginning: `A talk - YouTube` is `A talk`. Only the site's own name is
 * taken off, as the page names it or its host; a dash means nothing by itself. A count of news in front goes too, unless one of the
 * page's other titles begins with it (`(500) Days of Summer`). Never empty where the title was not.
 */
export function cleanTitle(title: string, site: string, url: string, others: string[] = []): string {
  let text = withoutCount(levelled(title), others);
  for (let time = 0; time < TIMES; time += 1)
    text = withoutSite(text, (part) => isSameName(part, site) || isNameOfHost(part, url));
  return text;
}

function withoutSite(title: string, isSite: (part: string) => boolean): string {
  const cuts = titleCuts(title);
  const end = cuts.findLast((cut) => isSite(cut.after));
  const front = cuts.find((cut) => isFront(cut.before, cut.mark) && isSite(cut.before));
  return end?.before ?? front?.after ?? title;
}

function withoutCount(title: string, others: string[]): string {
  const [count = ''] = COUNTER.exec(title) ?? [];
  return others.some((other) => other.startsWith(count)) ? title : title.slice(count.length);
}
