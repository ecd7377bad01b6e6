import type { DigestEntry } from '../core/digest';
import type { Link } from '../core/link';
import { writtenTitle } from '../core/quote-text';
import { escapeMarkup } from './escape';
import { htmlLink, markdownHtml } from './markdown-html';
import type { Publication, PublishedDay, Words } from './publication';

type Shown = Pick<DigestEntry, 'link' | 'quotes'>;

/** Links as HTML that needs no style sheet: for the clipboard, into a letter or a document, and for feeds. */
export function lightDay({ note, entries }: PublishedDay, words: Words, level = 2): string {
  return noteHtml(note) + entries.map((entry) => lightEntry(entry, words, level)).join('');
}

/** One link with all its quotes. */
export function lightLink(link: Link, words: Pick<Words, 'tags'>): string {
  return lightEntry({ link, quotes: link.quotes }, words, 3);
}

/** All of it. */
export async function light({ title, oneDay, days }: Publication, words: Words): Promise<string> {
  let html = `<h1>${escapeMarkup(title)}</h1>`;
  for await (const day of days) {
    if (!oneDay) html += `<h2>${escapeMarkup(words.day(day.day))}</h2>`;
    html += lightDay(day, words, oneDay ? 2 : 3);
  }
  return html;
}

function lightEntry({ link, quotes }: Shown, words: Pick<Words, 'tags'>, level: number): string {
  const title = htmlLink(link.url, escapeMarkup(writtenTitle(link) || link.url));
  const tags = link.tags.length ? `<p>${escapeMarkup(`${words.tags}: ${link.tags.join(', ')}`)}</p>` : '';
  return (
    `<h${level} dir="auto">${title}</h${level}>` +
    quotes.map(({ text }) => `<blockquote dir="auto">${markdownHtml(text)}</blockquote>`).join('') +
    noteHtml(link.note) +
    tags
  );
}

function noteHtml(note: string): string {
  return note && `<div dir="auto">${markdownHtml(note)}</div>`;
}
