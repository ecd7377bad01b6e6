import type { ImportedLink } from './imported-link';
import type { Link } from './link';
import type { ReadResult } from './read-result';

/** What a file does not keep of links. Each has a sentence, `loss_<code>`, in the catalogue of messages; most count links. */
export type Loss =
  /** Links that are not in it at all: their addresses are none of the web. */
  | 'links'
  | 'addresses'
  /** The name of the site becomes part of the title. */
  | 'sites'
  | 'titles'
  /** The white space that a text begins with: quotes and notes. */
  | 'indents'
  /** Anything else of quotes and notes. */
  | 'texts'
  /** When quotes were taken. */
  | 'quoteTimes'
  /** Quotes that lead back to their place on the page. */
  | 'anchors'
  /** Tags that are spelled otherwise. */
  | 'tags'
  /** Private links of which it is not said. */
  | 'private'
  | 'dates'
  | 'changeDates'
  /** The zone in which a link was saved. */
  | 'zones'
  /** Links that come onto other days. */
  | 'days'
  /** What a journal holds beside its links. */
  | 'dayNotes'
  | 'bin'
  | 'settings'
  /** What no file is to blame for: tags that a Shaarli puts into lower case when it imports them. */
  | 'shaarliTags';

export type Losses = Partial<Record<Loss, number>>;

/** Adds what was lost of a link, as it comes back out of a file. @param after undefined where it does not */
export function addLosses(losses: Losses, before: Link, after: ReadResult | undefined): void {
  if (after?.kind !== 'link') {
    add(losses, 'links');
    return;
  }
  const { link } = after;
  if (link.url !== before.url) add(losses, 'addresses');
  const named = link.site === before.site;
  if (!named) add(losses, 'sites');
  else if (link.title !== before.title) add(losses, 'titles');
  addTextLosses(losses, before, link);
  const tags = new Set(link.tags);
  add(losses, 'tags', before.tags.filter((tag) => !tags.has(tag)).length);
  if (before.private && link.private !== true) add(losses, 'private');
  if (link.savedAt !== before.savedAt) add(losses, 'dates');
  if (link.changedAt !== before.changedAt) add(losses, 'changeDates');
  if (link.offset !== before.offset) add(losses, 'zones');
  if (String(link.days) !== String(before.days)) add(losses, 'days');
}

function addTextLosses(losses: Losses, before: Link, after: ImportedLink): void {
  const texts = [...before.quotes.map(({ text }) => text), before.note];
  const others = [...after.quotes.map(({ text }) => text), after.note];
  if (texts.length !== others.length) {
    add(losses, 'texts');
    return;
  }
  const changed = texts.flatMap((text, place) => (text === others[place] ? [] : [[text, others[place] ?? '']]));
  const indents = changed.filter(([text = '', other = '']) => text.trimStart() === other.trimStart()).length;
  add(losses, 'indents', indents);
  if (changed.length > indents) add(losses, 'texts');
  const quotes = before.quotes.map((quote, place) => ({ quote, other: after.quotes[place] }));
  add(losses, 'anchors', quotes.filter(({ quote, other }) => quote.anchor && quote.anchor !== other?.anchor).length);
  if (quotes.some(({ quote, other }) => quote.at !== other?.at || quote.day !== other.day)) add(losses, 'quoteTimes');
}

/** Nothing where there are none. */
export function add(losses: Losses, loss: Loss, count = 1): void {
  if (count) losses[loss] = (losses[loss] ?? 0) + count;
}
