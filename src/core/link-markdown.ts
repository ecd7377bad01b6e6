import { isWebAddress } from './address';
import type { Link } from './link';
import { writeText, writtenTitle } from './quote-text';

/** A link as Markdown for another program: `[title @ site](address)`, its quotes as block quotes, the note. */
export function linkAsMarkdown(link: Link): string {
  return [titleAsMarkdown(link), writeText(link)].filter(Boolean).join('\n\n');
}

/** `[title @ site](address)`; the title alone where the address is none of the web. */
export function titleAsMarkdown(link: Pick<Link, 'title' | 'site' | 'url'>): string {
  const title = writtenTitle(link)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/([\\[\]`*_<])/g, '\\$1');
  return isWebAddress(link.url) ? `[${title}](<${link.url.replace(/[<>]/g, encodeURIComponent)}>)` : title;
}
