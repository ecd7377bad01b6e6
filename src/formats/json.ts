import { isoWithOffset } from '../core/day';
import type { Link, Quote } from '../core/link';
import { parseJson } from '../core/parse-json';
import type { ReadResult } from '../core/read-result';
import type { FormatContext, Reader, WrittenFormat } from './format';
import { readLink, titleOf } from './json-fields';
import { valueIn } from './own-values';

/** Our own format: everything that a link holds, one link a line, so that a damaged file loses the damaged lines only. */
export const json: WrittenFormat = {
  id: 'json',
  label: 'formatJson',
  extension: 'json',
  mime: 'application/json',
  detect: (head) => /^\s*\{\s*"format"\s*:\s*"daily-shaarli"/.test(head),
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

/** Reads line by line. A file that another program has laid out anew is read as a whole, or not at all. */
function read(): Reader {
  let rest = '';
  let line = 0;
  let state: 'head' | 'links' | 'over' = 'head';
  let isOneText = false;
  const readLine = (text: string): ReadResult[] => {
    line += 1;
    if (state === 'links' && text === END) state = 'over';
    if (state === 'links' && text) return [readItem(parseJson(text.replace(/,$/, '')), line)];
    if (state !== 'head') return [];
    const head = parseJson(text + END);
    if (head === undefined) {
      isOneText = true;
      return [];
    }
    const why = whyNot(head);
    state = why ? 'over' : 'links';
    return why ? [skipped(why, {})] : [];
  };
  return {
    push(piece) {
      const results: ReadResult[] = [];
      let from = 0;
      let end = isOneText ? -1 : piece.indexOf('\n');
      while (end >= 0 && !isOneText) {
        const line = rest + piece.slice(from, end);
        results.push(...readLine(line.trim()));
        if (isOneText) break;
        rest = '';
        from = end + 1;
        end = piece.indexOf('\n', from);
      }
      rest += piece.slice(from);
      if (state === 'over') rest = '';
      return results;
    },
    end() {
      if (state === 'head') return readWhole(parseJson(rest));
      const last = rest.trim();
      const results = last ? readLine(last) : [];
      return state === 'over' ? results : [...results, skipped('cutOff', { line: line + (last ? 0 : 1) })];
    },
  };
}

/** Why nothing of a file can be read, by its outermost fields. */
function whyNot(file: unknown): 'newerVersion' | 'broken' | undefined {
  const version = valueIn(file, 'format') === 'daily-shaarli' ? valueIn(file, 'version') : undefined;
  if (version === VERSION) return undefined;
  return typeof version === 'number' && version > VERSION ? 'newerVersion' : 'broken';
}

function readWhole(file: unknown): ReadResult[] {
  const why = whyNot(file);
  if (why) return [skipped(why, {})];
  const items = valueIn(file, 'links');
  return Array.isArray(items) ? items.map((item) => readItem(item)) : [skipped('broken', {})];
}

function readItem(item: unknown, line?: number): ReadResult {
  const link = readLink(item);
  if (typeof link !== 'string') return { kind: 'link', link };
  return skipped(link, { ...(line === undefined ? {} : { line }), ...titleOf(item) });
}

function skipped(why: Extract<ReadResult, { kind: 'skipped' }>['why'], what: object): ReadResult {
  return { kind: 'skipped', why, what };
}
