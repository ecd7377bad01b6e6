import { isoWithOffset } from '../core/day';
import type { Link } from '../core/link';
import type { WriteContext, WrittenFormat } from './format';
import { frontMatter, linkText, markdownLosses } from './markdown-text';

/** One text for a notebook. Lost is what `markdownLosses` names, and when links were changed. */
export const markdown: WrittenFormat = {
  id: 'markdown',
  label: 'formatMarkdown',
  extension: 'md',
  mime: 'text/markdown',
  write,
  losses: markdownLosses,
};

async function* write(links: AsyncIterable<Link> | Iterable<Link>, { now, offsetAt }: WriteContext) {
  yield frontMatter({ title: 'Daily Shaarli', exported: isoWithOffset(now, offsetAt(now)) });
  let day: string | undefined;
  for await (const link of links) {
    const [first = ''] = link.days;
    if (first !== day) yield `\n# ${first}\n`;
    day = first;
    yield `\n${linkText(link)}`;
  }
}
