import { shownHost } from '../core/address';
import { isoWithOffset } from '../core/day';
import type { DigestEntry } from '../core/digest';
import type { Day } from '../core/link';
import { escapeMarkup } from './escape';
import { htmlLink, markdownHtml } from './markdown-html';
import type { PublishedDay, Words } from './publication';

/** Where the parts of an article lead to, where they lead anywhere. */
export interface Ways {
  heading: 'h2' | 'h3';
  /** The articles have an `id` of their own, to be led to. */
  anchors?: boolean;
  tag?(tag: string): string;
  day?(day: Day): string;
}

/** A day's note and links as HTML. `lang=""`: nobody knows which language a page, or its reader, has written in. */
export function articles({ day, note, entries }: PublishedDay, words: Words, ways: Ways): string {
  const said = note && `<div class="note day-note" lang="" dir="auto">${markdownHtml(note)}</div>\n`;
  return said + entries.map((entry) => article(entry, day, words, ways)).join('');
}

function article({ link, at, offset, quotes, firstDay }: DigestEntry, day: Day, words: Words, ways: Ways): string {
  const title = htmlLink(link.url, escapeMarkup(link.title || link.url));
  const meta = [
    link.site && `<span class="site" lang="" dir="auto">@ ${escapeMarkup(link.site)}</span>`,
    `<time datetime="${isoWithOffset(at, offset)}">${isoWithOffset(at, offset).slice(11, 16)}</time>`,
    `<span>${escapeMarkup(shownHost(link.url))}</span>`,
    firstDay && `<span>${wayTo(ways.day?.(firstDay), escapeMarkup(words.firstSaved(firstDay, day)))}</span>`,
  ];
  return `<article${ways.anchors ? ` id="${escapeMarkup(link.id)}"` : ''}>
<${ways.heading} lang="" dir="auto">${title}</${ways.heading}>
<p class="meta">${meta.filter(Boolean).join(' ')}</p>
${quotes.map(({ text }) => `<blockquote lang="" dir="auto">${markdownHtml(text)}</blockquote>\n`).join('')}${
  link.note && `<div class="note" lang="" dir="auto">${markdownHtml(link.note)}</div>\n`
}${tagList(link.tags, words, ways)}</article>
`;
}

function tagList(tags: string[], words: Words, ways: Ways): string {
  if (!tags.length) return '';
  const items = tags.map((tag) => `<li dir="auto">${wayTo(ways.tag?.(tag), escapeMarkup(tag))}</li>`);
  return `<ul class="tags" aria-label="${escapeMarkup(words.tags)}">${items.join('')}</ul>\n`;
}

/** @param content HTML */
export function wayTo(address: string | undefined, content: string): string {
  return address ? `<a href="${escapeMarkup(address)}">${content}</a>` : content;
}
