import { writtenTitle } from '../core/quote-text';
import { printable } from './escape';
import { columns } from './plain/columns';
import { markdownLines } from './plain/markdown-lines';
import { WIDTH, wrapped } from './plain/wrapped';
import type { Form, Publication, PublishedDay, Words } from './publication';

/** Plain text of 72 columns, as a letter to people who read with any program: titles underlined, quotes behind `>`. */
export const text: Form = { id: 'text', label: 'formText', extension: 'txt', mime: 'text/plain', write };

const RULE = '='.repeat(WIDTH);

async function* write({ title, oneDay, count, days }: Publication, words: Words): AsyncGenerator<string> {
  yield joined([RULE, ...wrapped(oneLine(title)), words.links(count), RULE]);
  for await (const day of days) {
    if (!oneDay) yield `\n\n${joined(underlined(words.day(day.day), '='))}`;
    if (day.note) yield `\n${joined(markdownLines(printable(day.note)))}`;
    yield* entries(day, words);
  }
}

function* entries({ entries }: PublishedDay, words: Words): Generator<string> {
  for (const { link, quotes } of entries) {
    yield `\n\n${joined([...underlined(oneLine(writtenTitle(link)) || link.url, '-'), oneLine(link.url)])}`;
    for (const quote of quotes) yield `\n${joined(markdownLines(printable(quote.text), '> '))}`;
    if (link.note) yield `\n${joined(markdownLines(printable(link.note)))}`;
    if (link.tags.length) yield `\n${joined(wrapped(oneLine(`${words.tags}: ${link.tags.join(', ')}`)))}`;
  }
}

function underlined(title: string, sign: string): string[] {
  const lines = wrapped(title);
  return [...lines, sign.repeat(Math.max(...lines.map(columns)))];
}

function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

function joined(lines: string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
