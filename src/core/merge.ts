import type { Day, Entry, Link, Quote } from './link';
import { tagIdentity, uniqueTags } from './tags';

/**
 * What a form changed, put upon what is stored now.
 *
 * `base` is what the form showed before the person touched it, `form` what they left in it, `stored` what the journal holds at the
 * moment of saving; it may have been changed meanwhile by another window. What only one side changed is taken from that side. What
 * both changed: a title typed here wins, notes are put one under the other, tags are united. Nothing is overwritten unseen.
 */
export function mergeForm(stored: Entry, base: Entry, form: Entry): Entry {
  return {
    url: form.url === base.url ? stored.url : form.url,
    title: form.title === base.title ? stored.title : form.title,
    site: stored.site || form.site,
    quotes: mergeQuotes(stored.quotes, base.quotes, form.quotes),
    note: mergeNote(stored.note, base.note, form.note),
    tags: mergeTags(stored.tags, base.tags, form.tags),
    private: form.private === base.private ? stored.private : form.private,
  };
}

/**
 * Two links that turn out to be the same page (import, restoring from the bin): the earliest date, all quotes, all tags, both notes.
 * `kept` gives id, address and title; private if either is.
 */
export function uniteLinks(kept: Link, other: Link): Link {
  const first = other.savedAt < kept.savedAt ? other : kept;
  return {
    ...kept,
    title: kept.title || other.title,
    site: kept.site || other.site,
    quotes: sortQuotes([...kept.quotes, ...other.quotes.filter((quote) => !hasQuote(kept.quotes, quote))]),
    note: joinNotes(kept.note, other.note),
    tags: uniqueTags([...kept.tags, ...other.tags]),
    private: kept.private || other.private,
    savedAt: first.savedAt,
    offset: first.offset,
    changedAt: Math.max(kept.changedAt, other.changedAt),
    days: sortDays([...kept.days, ...other.days]),
  };
}

/** One text under the other, unless one of them holds the other already as whole paragraphs. */
export function joinNotes(first: string, second: string): string {
  if (!second || holds(first, second)) return first;
  if (!first || holds(second, first)) return second;
  return `${first}\n\n${second}`;
}

function holds(text: string, part: string): boolean {
  return `\n\n${text}\n\n`.includes(`\n\n${part}\n\n`);
}

export function hasQuote(quotes: Quote[], quote: Quote): boolean {
  return quotes.some((one) => one.text === quote.text);
}

export function sortDays(days: Iterable<Day>): Day[] {
  return [...new Set(days)].sort();
}

/** In the order they were taken; quotes of the same second keep theirs. */
export function sortQuotes(quotes: Quote[]): Quote[] {
  return [...quotes].sort((a, b) => a.at - b.at);
}

function mergeNote(stored: string, base: string, form: string): string {
  if (form === base) return stored;
  return stored === base ? form : joinNotes(stored, form);
}

function mergeTags(stored: string[], base: string[], form: string[]): string[] {
  const identities = (tags: string[]) => new Set(tags.map(tagIdentity));
  const before = identities(base);
  const after = identities(form);
  const kept = stored.filter((tag) => after.has(tagIdentity(tag)) || !before.has(tagIdentity(tag)));
  return uniqueTags([...kept, ...form.filter((tag) => !before.has(tagIdentity(tag)))]);
}

/**
 * The quotes that a form was opened with stand in it at the same places, a removed one with an empty text; new ones follow.
 * One that was edited here and changed or removed elsewhere meanwhile is kept as edited here.
 */
function mergeQuotes(stored: Quote[], base: Quote[], form: Quote[]): Quote[] {
  const kept = [...stored];
  base.forEach((old, place) => {
    const now = form[place];
    if (!now || isSameQuote(now, old)) return;
    const there = kept.findIndex((quote) => isSameQuote(quote, old));
    if (there >= 0) kept.splice(there, 1, ...(now.text ? [now] : []));
    else if (now.text && !hasQuote(kept, now)) kept.push(now);
  });
  const added = form.slice(base.length).filter((quote) => quote.text && !hasQuote(kept, quote));
  return sortQuotes([...kept, ...added]);
}

function isSameQuote(a: Quote, b: Quote): boolean {
  return a.at === b.at && a.text === b.text;
}
