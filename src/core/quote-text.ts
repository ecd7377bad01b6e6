import { isInstant, isoWithOffset, momentOf } from './day';
import type { Day, Entry, Instant, Link, Quote } from './link';

/**
 * A link's text as other programs know it: one Markdown text (a server's description, `<DD>`, a Markdown file).
 *
 * Each quote is a block quote, then comes the note; one empty line between them. A quote of a later day than the link's first
 * ends with a line `> — 2023-03-14T09:12:05+01:00`. A note that itself begins with `>` or `---` follows a line `---`.
 *
 * `readText` gives back the same texts, instants and offsets. Lost are: anchors, the instants of quotes of the first day (they
 * come back with the link's own), days that were corrected by hand or added without a quote, and white space at the very end.
 */
export function writeText({ quotes, note, days }: Pick<Link, 'quotes' | 'note' | 'days'>): string {
  const blocks = quotes.map((quote) => writeQuote(quote, days[0]));
  if (note) blocks.push(needsRule(note) ? `${RULE}\n${note}` : note);
  return withLineFeeds(blocks.join('\n\n')).trimEnd();
}

/** What the text does not say: the moment of saving, for quotes without a stamp, and where days begin (minutes after midnight). */
export interface TextContext {
  savedAt: Instant;
  offset: number;
  day: Day;
  dayStart: number;
}

/** The leading run of block quotes as quotes, the rest as note. Any text can be read: at worst all of it is the note. */
export function readText(text: string, context: TextContext): Pick<Entry, 'quotes' | 'note'> {
  const lines = withLineFeeds(text).trimEnd().split('\n');
  const quotes: Quote[] = [];
  let next = 0;
  while (isQuoted(lines[next])) {
    const end = endOfQuote(lines, next);
    quotes.push(readQuote(lines.slice(next, end), context));
    next = end;
    if (lines[next] === '') next += 1;
    else break;
  }
  return { quotes, note: readNote(lines.slice(next)) };
}

/** A title as other programs show it. It is never taken apart again, since titles may hold an `@` of their own. */
export function writtenTitle({ title, site }: Pick<Entry, 'title' | 'site'>): string {
  return site ? `${title} @ ${site}`.trim() : title;
}

/** Line breaks of every system as line feeds. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const RULE = '---';
const STAMP = /^— (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-])(\d\d):(\d\d))$/;

function writeQuote(quote: Quote, firstDay: Day | undefined): string {
  const lines = withLineFeeds(quote.text).split('\n');
  // A last line that looks like a stamp would be taken for one, so such a quote gets one in any case.
  const stamped = quote.day !== firstDay || readStamp(lines.at(-1)) !== undefined;
  if (stamped) lines.push(`— ${isoWithOffset(quote.at, quote.offset)}`);
  return lines.map((line) => (line ? `> ${line}` : '>')).join('\n');
}

function readQuote(quoted: string[], context: TextContext): Quote {
  const lines = quoted.map((line) => line.replace(/^> ?/, ''));
  const stamp = lines.length > 1 ? readStamp(lines.at(-1)) : undefined;
  if (stamp) {
    const text = lines.slice(0, -1).join('\n');
    return { text, ...momentOf(stamp.at, stamp.offset, context.dayStart), anchor: '' };
  }
  return { text: lines.join('\n'), at: context.savedAt, offset: context.offset, day: context.day, anchor: '' };
}

function readStamp(line = ''): { at: Instant; offset: number } | undefined {
  const [, iso, sign, hours, minutes] = STAMP.exec(line) ?? [];
  if (!iso) return undefined;
  const at = Date.parse(iso) / 1000;
  if (!isInstant(at)) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  // Only what we would write ourselves: 30 February and the offset -00:00 stay text.
  return isoWithOffset(at, offset) === iso ? { at, offset } : undefined;
}

function readNote(lines: string[]): string {
  const note = lines.join('\n');
  const rest = note.slice(RULE.length + 1);
  return lines[0] === RULE && needsRule(rest) ? rest : note;
}

/** Looks past blank lines and indentation, so that the text survives programs that take them off. */
function needsRule(note: string): boolean {
  return /^\s*(?:>|---)/.test(note);
}

function isQuoted(line: string | undefined): boolean {
  return line?.startsWith('>') ?? false;
}

function endOfQuote(lines: string[], start: number): number {
  let end = start;
  while (isQuoted(lines[end])) end += 1;
  return end;
}
