import { escapeLines } from '../core/escape';
import { titleAsMarkdown } from '../core/link-markdown';
import { writeText } from '../core/quote-text';
import type { Form, Publication, PublishedDay, Words } from './publication';

/** Markdown: days and links are headings, quotes and notes stand as they are kept. */
export const markdown: Form = {
  id: 'markdown',
  label: 'formMarkdown',
  extension: 'md',
  mime: 'text/markdown',
  write,
};

async function* write({ title, oneDay, days }: Publication, words: Words): AsyncGenerator<string> {
  yield `# ${oneLine(title)}\n`;
  for await (const day of days) {
    if (!oneDay) yield `\n## ${oneLine(words.day(day.day))}\n`;
    for (const block of blocks(day, words, oneDay ? '##' : '###')) yield `\n${block}\n`;
  }
}

function* blocks({ day, note, entries }: PublishedDay, words: Words, heading: string): Generator<string> {
  if (note) yield note;
  for (const { link, quotes } of entries) {
    yield `${heading} ${titleAsMarkdown(link)}`;
    const text = writeText({ quotes, note: link.note, days: [day] });
    if (text) yield text;
    if (link.tags.length) yield `${words.tags}: ${link.tags.map(oneLine).join(', ')}`;
  }
}

function oneLine(text: string): string {
  return escapeLines(text.replace(/\s+/g, ' '));
}
