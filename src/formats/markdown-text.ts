import { isoWithOffset } from '../core/day';
import { add, type Losses } from '../core/fidelity';
import type { Link } from '../core/link';
import { titleAsMarkdown } from '../core/link-markdown';
import { sortDays } from '../core/merge';
import { writeText } from '../core/quote-text';

/** Links as Markdown for notebooks (Obsidian, Logseq…): what other programs are to know stands in YAML at the front of a file. */

/** A link under a heading: when it was saved, its tags, the quotes and the note. */
export function linkText(link: Link): string {
  const marks = [
    isoWithOffset(link.savedAt, link.offset).slice(0, 16).replace('T', ' '),
    link.tags.map((tag) => `#${tag}`).join(' '),
    link.private ? 'private' : '',
  ];
  const parts = [`## ${titleAsMarkdown(link)}`, marks.filter(Boolean).join(' · '), writeText(link)];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/**
 * YAML between lines of `---`. Texts are written as JSON has them, which YAML reads as the same.
 * @see https://yaml.org/spec/1.2.2/#chapter-10 (JSON schema)
 */
export function frontMatter(fields: Record<string, string | number | string[]>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}

/** Nothing reads it again: what it has no room for. */
export function markdownLosses(link: Link, losses: Losses): void {
  const { quotes, days, changedAt, savedAt, site } = link;
  add(losses, 'sites', site ? 1 : 0);
  add(losses, 'anchors', quotes.filter(({ anchor }) => anchor).length);
  if (changedAt !== savedAt) add(losses, 'changeDates');
  if (quotes.some(({ at, day }) => day === days[0] && at !== savedAt)) add(losses, 'quoteTimes');
  if (String(sortDays([days[0] ?? '', ...quotes.map(({ day }) => day)])) !== String(days)) add(losses, 'days');
}
