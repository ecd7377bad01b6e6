import { parseJson } from '../core/parse-json';
import type { ReadResult } from '../core/read-result';
import { readForeign, readMoment } from './foreign-link';
import type { FormatContext, Reader, ReadFormat } from './format';
import { JsonItems } from './json-items';
import { textIn, textsIn, valueIn } from './own-values';

/**
 * The export of Karakeep: bookmarks, and behind them the lists in which they are, as folders. Bookmarks of texts and files have no
 * address, and are named as left out.
 * @see https://docs.karakeep.app/guides/import/
 */
export const karakeepJson: ReadFormat = {
  id: 'karakeepJson',
  label: 'formatKarakeepJson',
  extension: 'json',
  mime: 'application/json',
  detect: (head) => /^\s*\{/.test(head) && /"bookmarks"\s*:\s*\[/.test(head),
  read,
};

/** Names of lists come last, so the whole file is read before anything is given. */
function read(context: FormatContext): Reader {
  const [bookmarks, lists] = [new JsonItems('bookmarks'), new JsonItems('lists')];
  const found: { line: number; bookmark: unknown }[] = [];
  const listOf = new Map<string, { name: string; parent: string }>();
  return {
    push(piece) {
      for (const { line, text } of bookmarks.push(piece)) found.push({ line, bookmark: parseJson(text) });
      for (const list of lists.push(piece).map(({ text }) => parseJson(text)))
        listOf.set(textIn(list, 'id'), { name: textIn(list, 'name'), parent: textIn(list, 'parentId') });
      return [];
    },
    end() {
      const results = found.map(({ line, bookmark }) => readBookmark(bookmark, line, { listOf, context }));
      return bookmarks.isWhole ? results : [...results, { kind: 'skipped', why: 'cutOff', what: {} }];
    },
  };
}

interface Known {
  listOf: ReadonlyMap<string, { name: string; parent: string }>;
  context: FormatContext;
}

function readBookmark(bookmark: unknown, line: number, { listOf, context }: Known): ReadResult {
  if (bookmark === undefined) return { kind: 'skipped', why: 'broken', what: { line } };
  const content = valueIn(bookmark, 'content');
  const folders = textsIn(bookmark, 'lists').flatMap((id) => pathOf(id, listOf));
  return readForeign(
    {
      url: textIn(content, 'url'),
      title: textIn(bookmark, 'title') || textIn(content, 'text'),
      text: textIn(bookmark, 'note'),
      tags: textsIn(bookmark, 'tags'),
      savedAt: readMoment(valueIn(bookmark, 'createdAt')),
      folders: [...new Set(folders)],
    },
    line,
    context,
  );
}

/** Nobody has deeper ones; a file may say that a list is in itself. */
const DEEPEST = 32;

function pathOf(id: string, listOf: Known['listOf']): string[] {
  const path: string[] = [];
  for (let list = listOf.get(id); list && path.length < DEEPEST; list = listOf.get(list.parent))
    path.unshift(list.name);
  return path;
}
