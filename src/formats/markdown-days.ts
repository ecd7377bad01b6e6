import type { Day, Link } from '../core/link';
import { uniqueTags } from '../core/tags';
import { type ZippedFile, zipped } from '../core/zip';
import type { WriteContext, WrittenFormat } from './format';
import { frontMatter, linkText, markdownLosses } from './markdown-text';

/** A text for each day, as notebooks have them, in a zip. */
export const markdownDays: WrittenFormat = {
  id: 'markdownDays',
  label: 'formatMarkdownDays',
  extension: 'zip',
  mime: 'application/zip',
  write: (links, { now }: WriteContext) => zipped(dayFiles(links), now),
  losses: markdownLosses,
};

/** A day's links stand together; where they do not, since one was moved by hand, there is a second file of that day. */
async function* dayFiles(links: AsyncIterable<Link> | Iterable<Link>): AsyncGenerator<ZippedFile> {
  const written = new Map<Day, number>();
  let open: Link[] = [];
  const close = (): ZippedFile[] => {
    const day = open[0]?.days[0];
    if (day === undefined) return [];
    const number = (written.get(day) ?? 0) + 1;
    written.set(day, number);
    return [{ path: `${day}${number > 1 ? ` ${number}` : ''}.md`, content: dayText(day, open) }];
  };
  for await (const link of links) {
    if (open.length && open[0]?.days[0] !== link.days[0]) {
      yield* close();
      open = [];
    }
    open.push(link);
  }
  yield* close();
}

function dayText(day: Day, links: Link[]): string {
  const tags = uniqueTags(links.flatMap((link) => link.tags));
  const head = frontMatter({ title: day, date: day, links: links.length, tags });
  return head + links.map((link) => `\n${linkText(link)}`).join('');
}
