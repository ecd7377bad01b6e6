import { isoWithOffset } from '../core/day';
import type { Link, Quote } from '../core/link';
import { parseJson } from '../core/parse-json';
import type { Format, FormatContext, ReadResult } from './format';
import { readLink, titleOf } from './json-fields';

/** Our own format: everything that a link holds, one link a line, so that a damaged file loses the damaged lines only. */
export const json: Format = {
  id: 'json',
  label: 'formatJson',
  extension: 'json',
  mime: 'application/json',
  detect: (head) => /^\uFEFF?\s*\{\s*"format"\s*:\s*"daily-shaarli"/.test(head),
  write,
  read,
};

const VERSION = 1;
/** Completes the first line of a file of ours to JSON of its own; likewise the last line of such a file. */
const END = ']}';

async function* write(links: AsyncIterable<Link> | Iterable<Link>, { now, offsetAt }: FormatContext) {
  const head = { format: 'daily-shaarli', version: VERSION, exported: isoWithOffset(now, offsetAt(now)), links: [] };
  yield JSON.stringify(head).slice(0, -END.length);
  let comma = '';
  for await (const link of links) {
    yield `${comma}\n${JSON.stringify(fieldsOf(link))}`;
    comma = ',';
  }
  yield `\n${END}\n`;
}

/** The fields by name, so that nothing else that a stored object may carry gets out. The key is not among them: it follows from the address. */
function fieldsOf({
  id,
  url,
  title,
  site,
  quotes,
  note,
  tags,
  private: secret,
  savedAt,
  offset,
  changedAt,
  days,
}: Link) {
  const fields = { id, url, title, site, quotes: quotes.map(fieldsOfQuote), note, tags, private: secret };
  return { ...fields, savedAt, offset, changedAt, days };
}

function fieldsOfQuote({ text, at, offset, day, anchor }: Quote): Quote {
  return { text, at, offset, day, anchor };
}

function* read(text: string): Generator<ReadResult> {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const lineEnd = text.indexOf('\n', start);
  const head = lineEnd < 0 ? undefined : parseJson(text.slice(start, lineEnd).trimEnd() + END);
  if (head !== undefined) yield* readFile(head, () => readLines(text, lineEnd + 1));
  else {
    // Another program has laid out the lines anew, so it is read as a whole or not at all.
    const file = parseJson(text.slice(start));
    yield* readFile(file, () => readArray(file));
  }
}

function* readFile(head: unknown, rest: () => Generator<ReadResult>): Generator<ReadResult> {
  const version = isObject(head) && head.format === 'daily-shaarli' ? head.version : undefined;
  if (version === VERSION) yield* rest();
  else yield skipped(typeof version === 'number' && version > VERSION ? 'newerVersion' : 'broken', {});
}

function* readLines(text: string, start: number): Generator<ReadResult> {
  let line = 1;
  for (let at = start; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const item = text.slice(at, end).trim();
    if (item === END) return;
    line += 1;
    at = end + 1;
    if (item) yield readItem(parseJson(item.replace(/,$/, '')), line);
  }
  yield skipped('cutOff', { line });
}

function* readArray(file: unknown): Generator<ReadResult> {
  const items: unknown = isObject(file) ? file.links : undefined;
  if (!Array.isArray(items)) yield skipped('broken', {});
  else for (const item of items) yield readItem(item);
}

function readItem(item: unknown, line?: number): ReadResult {
  const link = readLink(item);
  if (typeof link !== 'string') return { kind: 'link', link };
  return skipped(link, { ...(line === undefined ? {} : { line }), ...titleOf(item) });
}

function skipped(why: Extract<ReadResult, { kind: 'skipped' }>['why'], what: object): ReadResult {
  return { kind: 'skipped', why, what };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
