import { isWebAddress } from './address';
import type { Link } from './link';
import { writeText, writtenTitle } from './quote-text';

/** A link as Markdown for another program: `[title @ site](address)`, its quotes as block quotes, the note. */
export function linkAsMarkdown(link: Link): string {
  const title = writtenTitle(link).replace(/([\\[\]`*_<])/g, '\\$1');
  const head = isWebAddress(link.url) ? `[${title}](<${link.url.replace(/[<>]/g, encodeURIComponent)}>)` : title;
  return [head, writeText(link)].filter(Boolean).join('\n\n');
}
