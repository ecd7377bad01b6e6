import { isoWithOffset } from '../core/day';
import type { Link, Quote } from '../core/link';
import { parseJson } from '../core/parse-json';
import type { ReadResult, SkipCode } from '../core/read-result';
import type { JournalExtras, Reader, TwoWayFormat, WriteContext } from './format';
import { readBinned, readDayNote, readLink, titleOf } from './json-fields';
import { listIn, valueIn } from './own-values';

/**
 * Our own format: everything that a link holds, one link a line, so that a damaged file loses the damaged lines only. A whole journal
 * brings its notes on days, its bin and its settings along.
 * @see daily-shaarli.schema.json, which says the same for other programs
 */
export const json: TwoWayFormat = {
  id: 'json',
  label: 'formatJson',
  extension: 'json',
  mime: 'application/json',
  detect: (head) => /^\s*\{\s*"format"\s*:\s*"daily-shaarli"/.test(head),
  write,
  read,
  holdsExtras: true,
};

/** Version 1 knew links only. */
const VERSION = 2;
/** Ends a list and the file; completes the first line of a file of ours to JSON of its own. */
const END = ']}';

async function* write(links: AsyncIterable<Link> | Iterable<Link>, { now, offsetAt, extras }: WriteContext) {
  const head = { format: 'daily-shaarli', version: VERSION, exported: isoWithOffset(now, offsetAt(now)), links: [] };
  yield JSON.stringify(head).slice(0, -END.length);
  yield* lines(links, fieldsOf);
  if (extras) yield* writeExtras(extras);
  yield `\n${END}\n`;
}

/** Each list ends on the line on which the next begins. */
async function* writeExtras({ dayNotes, bin, settings }: JournalExtras) {
  yield '\n],"dayNotes":[';
  yield* lines(dayNotes, ({ day, text, changedAt }) => ({ day, text, changedAt }));
  yield '\n],"bin":[';
  yield* lines(bin, ({ link, deletedAt }) => ({ deletedAt, link: fieldsOf(link) }));
  yield '\n],"settings":[';
  yield* lines(Object.entries(settings), ([name, value]) => ({ name, value }));
}

async function* lines<Item>(items: AsyncIterable<Item> | Iterable<Item>, fields: (item: Item) => object) {
  let comma = '';
  for await (const item of items) {
    yield `${comma}\n${JSON.stringify(fields(item))}`;
    comma = ',';
  }
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

/** How an element of each list is read. Lists of other names are those of a later version that is as good as this one. */
const LISTS: Record<string, (item: unknown, line?: number) => ReadResult> = {
  links(item, line) {
    const link = readLink(item);
    return typeof link === 'string' ? skippedItem(link, item, line) : { kind: 'link', link };
  },
  dayNotes(item, line) {
    const note = readDayNote(item);
    return note ? { kind: 'dayNote', note } : skippedItem('broken', {}, line);
  },
  bin(item, line) {
    const binned = readBinned(item);
    return typeof binned === 'string'
      ? skippedItem(binned, valueIn(item, 'link'), line)
      : { kind: 'binned', ...binned };
  },
  settings(item, line) {
    const name = valueIn(item, 'name');
    if (typeof name !== 'string') return skippedItem('broken', {}, line);
    return { kind: 'setting', name, value: valueIn(item, 'value') };
  },
};

/** Reads line by line. A file that another program has laid out anew is read as a whole, or not at all. */
function read(): Reader {
  let rest = '';
  let line = 0;
  let state: 'head' | 'lists' | 'over' = 'head';
  let readItem = LISTS.links;
  let isOneText = false;
  const readLine = (text: string): ReadResult[] => {
    line += 1;
    if (state === 'lists') {
      const next = /^\],"(\w{1,40})":\[$/.exec(text)?.[1];
      if (text === END) state = 'over';
      else if (next) readItem = Object.hasOwn(LISTS, next) ? LISTS[next] : undefined;
      else if (text && readItem) return [readItem(parseJson(text.replace(/,$/, '')), line)];
    }
    if (state !== 'head') return [];
    const head = parseJson(text + END);
    if (head === undefined) {
      isOneText = true;
      return [];
    }
    const why = whyNot(head);
    state = why ? 'over' : 'lists';
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
  if (version === VERSION || version === 1) return undefined;
  return typeof version === 'number' && version > VERSION ? 'newerVersion' : 'broken';
}

function readWhole(file: unknown): ReadResult[] {
  const why = whyNot(file) ?? (Array.isArray(valueIn(file, 'links')) ? undefined : 'broken');
  if (why) return [skipped(why, {})];
  return Object.entries(LISTS).flatMap(([name, readItem]) => listIn(file, name).map((item) => readItem(item)));
}

function skippedItem(why: SkipCode, item: unknown, line: number | undefined): ReadResult {
  return skipped(why, { ...(line === undefined ? {} : { line }), ...titleOf(item) });
}

function skipped(why: SkipCode, what: object): ReadResult {
  return { kind: 'skipped', why, what };
}
