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

/** Where the text has what the query looks for: from the first letter to behind the last one, in order, none over another. */
export function marksOf({ words }: Query, text: string): [start: number, end: number][] {
  let folded = '';
  let place = 0;
  const places: number[] = [];
  for (const letter of text) {
    for (const part of fold(letter)) {
      folded += part;
      places.push(place);
    }
    place += letter.length;
  }
  const marks: [number, number][] = [];
  for (let from = 0; from < folded.length; ) {
    const here = words.filter((word) => folded.startsWith(word, from)).sort((a, b) => b.length - a.length)[0];
    if (here) marks.push([places[from] ?? 0, places[from + here.length] ?? text.length]);
    from += here?.length ?? 1;
  }
  return marks;
}
