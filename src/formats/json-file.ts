import { parseJson } from '../core/parse-json';
import type { ReadResult } from '../core/read-result';
import type { Reader } from './format';
import { type JsonItem, JsonItems } from './json-items';

/**
 * A reader of a JSON file with a list of links.
 * @param list its name, where the file is no list but an object that has one
 * @param readItem what an element says: undefined for one that is no link and is not missed
 */
export function jsonReader(list: string, readItem: (item: unknown, line: number) => ReadResult[]): Reader {
  const items = new JsonItems(list);
  const read = ({ text, line }: JsonItem): ReadResult[] => {
    const item = parseJson(text);
    return item === undefined ? [{ kind: 'skipped', why: 'broken', what: { line } }] : readItem(item, line);
  };
  return {
    push: (piece) => items.push(piece).flatMap(read),
    end: () => (items.isWhole ? [] : [{ kind: 'skipped', why: 'cutOff', what: {} }]),
  };
}
