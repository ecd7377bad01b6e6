import { fold } from './fold';
import type { Link } from './link';

/** What a person looks for. */
export interface Query {
  /** Folded; each begins a word of what is found. */
  words: string[];
}

/** Any text is a query; an empty one finds nothing. */
export function parseQuery(text: string): Query {
  return { words: fold(text).split(/\s+/).filter(Boolean) };
}

/** True where the link is what the query looks for. What any index finds must equal what this says of every link. */
export function matches({ words }: Query, link: Link): boolean {
  const text = fold(
    [link.title, link.url, link.site, ...link.quotes.map((quote) => quote.text), link.note, ...link.tags].join(' '),
  );
  return words.length > 0 && words.every((word) => text.includes(word));
}
