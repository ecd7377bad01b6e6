import { isWebAddress, shownAddress, shownHost } from './address';
import { fold } from './fold';
import type { Link } from './link';
import { readableAddress } from './searched';

/** Finds in a text what is to be marked: places in order, none over another. */
export type Marking = (text: string) => [start: number, end: number][];

/** A text cut where marks begin and end. */
export function markedParts(text: string, marking: Marking): { text: string; marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = [];
  let done = 0;
  for (const [start, end] of marking(text)) {
    if (start > done) parts.push({ text: text.slice(done, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), marked: false });
  return parts;
}

/**
 * The address of a link where something of it was found that stands nowhere else on the link's card, which shows the host only.
 * Empty where the card shows why it was found.
 */
export function tellingAddress(link: Link, marking: Marking): string {
  const address = readableAddress(isWebAddress(link.url) ? shownAddress(link.url) : link.url);
  const inAddress = hits(address, marking);
  if (!inAddress.size) return '';
  const { title, site, note, quotes, tags, url } = link;
  for (const text of [title, site, shownHost(url), note, ...quotes.map((quote) => quote.text), ...tags]) {
    for (const hit of hits(text, marking)) inAddress.delete(hit);
  }
  return inAddress.size ? address : '';
}

function hits(text: string, marking: Marking): Set<string> {
  return new Set(marking(text).map(([start, end]) => fold(text.slice(start, end))));
}
