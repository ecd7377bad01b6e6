import type { Day } from '../../core/link';
import type { ZippedFile } from '../../core/zip';
import { articles } from '../article';
import { escapeMarkup } from '../escape';
import type { PublishedDay } from '../publication';
import { dayAddress, monthAddress, tagAddress, upFrom } from './addresses';
import { sitePage } from './site-page';
import type { Site, SiteWords } from './words';

/** All links of a day, with the ways to the days before and after. */
export function dayPage(
  site: Site,
  words: SiteWords,
  day: PublishedDay,
  { before, after }: { before: Day | undefined; after: Day | undefined },
): ZippedFile {
  const path = dayAddress(day.day);
  const up = upFrom(path);
  const month = day.day.slice(0, 7);
  const way = (to: Day | undefined, rel: string, name: string) =>
    to
      ? `<a rel="${rel}" href="${up}${dayAddress(to)}" aria-label="${escapeMarkup(`${name}, ${words.day(to)}`)}">${
          rel === 'prev' ? '‹ ' : ''
        }${escapeMarkup(words.day(to))}${rel === 'next' ? ' ›' : ''}</a>`
      : '<span></span>';
  return sitePage(
    {
      path,
      site: site.title,
      heading: words.day(day.day),
      above: `<nav class="ways" aria-label="${escapeMarkup(words.days)}">
${way(before, 'prev', words.previousDay)}
<a href="${up}${monthAddress(month)}">${escapeMarkup(words.month(month))}</a>
${way(after, 'next', words.nextDay)}
</nav>
`,
      below: escapeMarkup(words.links(day.entries.length)),
      main: articles(day, words, {
        heading: 'h2',
        anchors: true,
        tag: (tag) => up + tagAddress(tag),
        day: (other) => up + dayAddress(other),
      }),
    },
    words,
  );
}
