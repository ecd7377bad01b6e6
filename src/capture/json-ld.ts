import { parseJson } from '../core/parse-json';
import { findAll } from './dom';

/** What JSON-LD says of a page, as far as it names anything. */
export interface JsonLd {
  website: string;
  publisher: string;
  authors: string[];
}

type Item = Record<string, unknown>;

/** Longer scripts (characters) and further items are left alone: a page is read while somebody waits. */
const LONGEST_SCRIPT = 500_000;
const MOST_ITEMS = 2_000;

/** Types of works that have an author; reviews, comments and answers on a page have authors of their own. */
const WORK = /(?:Article|BlogPosting|Report|Book|Thesis|VideoObject|AudioObject|Episode|Recipe|CreativeWork)$/;

/** Reads a document's JSON-LD. @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents */
export function readJsonLd(): JsonLd {
  const items = findAll(document, 'script[type="application/ld+json"]').flatMap(itemsOf);
  const works = items.filter((item) => typesOf(item).some((type) => WORK.test(type)));
  return {
    website: nameOf(items.find((item) => typesOf(item).some((type) => /\bWebSite$/.test(type)))),
    publisher: works.map(({ publisher }) => nameOf(publisher)).find(Boolean) ?? '',
    authors: works.map(({ author }) => [author].flat().map(nameOf).filter(Boolean)).find((names) => names.length) ?? [],
  };
}

/** All objects of a script, the outer ones first; none where it cannot be read. */
function itemsOf(script: Element): Item[] {
  const text = script.textContent ?? '';
  if (text.length > LONGEST_SCRIPT) return [];
  const queue: unknown[] = [parseJson(text)];
  const items: Item[] = [];
  for (let at = 0; at < queue.length && at < MOST_ITEMS; at += 1) {
    const value = queue[at];
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) items.push(value as Item);
    for (const inner of Object.values(value)) if (typeof inner === 'object') queue.push(inner);
  }
  return items;
}

function typesOf(item: Item): string[] {
  return [item['@type']].flat().filter((type) => typeof type === 'string');
}

/** The name of something that is given as text or as an item. */
function nameOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  const name = typeof value === 'object' && value !== null ? (value as Item).name : '';
  return typeof name === 'string' ? name.trim() : '';
}
