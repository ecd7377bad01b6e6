import { isWebAddress } from './address';
import type { Entry, Link, Moment, Quote } from './link';
import { hasQuote, uniteLinks } from './merge';
import { writtenTitle } from './quote-text';
import { changeLink, sameContent, tidyEntry } from './save';
import { readServerLink, type ServerLink, sameAddress, type WrittenLink } from './server-link';

/**
 * A link here with what a server has of it. What only one side changed since both agreed is taken from that side; of what both changed,
 * both texts stay (see `mergeForm`), title and address as they are here. Returns `local` itself where nothing changes.
 * @param common what both sides last agreed on; without it the two meet for the first time and are united (see `uniteLinks`)
 * @param dayStart minutes after midnight at which a day begins, for days that the server's text brings along
 */
export function mergeRemote(
  local: Link,
  remote: ServerLink,
  common: WrittenLink | undefined,
  { now, dayStart }: { now: Moment; dayStart: number },
): Link {
  if (!common) return unite(local, remote, dayStart);
  const base = { ...entryOf({ ...remote, ...common }, local, dayStart), url: local.url };
  const there = entryOf(remote, local, dayStart);
  const form = { ...there, url: urlOf(local, remote, common), quotes: inPlaces(base.quotes, there.quotes) };
  const merged = { ...changeLink(local, { base, form }, now), ...titleOf(local, remote, common) };
  return sameContent(merged, local) ? local : { ...merged, changedAt: now.at };
}

function unite(local: Link, remote: ServerLink, dayStart: number): Link {
  const { private: hidden = true, ...read } = readServerLink(remote, dayStart);
  const there: Link = { ...read, ...tidyEntry({ ...read, private: hidden }), id: local.id, key: local.key };
  // A second is what we ourselves move a date by (see `createdText`): the two were saved at the same moment.
  const sameMoment = Math.abs(there.savedAt - local.savedAt) <= 1;
  const other = sameMoment ? { ...there, savedAt: local.savedAt, days: daysOfQuotes(there) } : there;
  const united = uniteLinks(local, other);
  return sameContent(united, local) ? local : united;
}

function daysOfQuotes({ quotes, days }: Link): string[] {
  return days.filter((day, place) => place > 0 && quotes.some((quote) => quote.day === day));
}

/**
 * As a form would hold it, tidied as what is here was: else it would seem to be changed. Quotes that stand here too are those from here,
 * with their anchors and instants; titles are settled apart.
 */
function entryOf(remote: ServerLink, local: Link, dayStart: number): Entry {
  const { private: hidden = true, ...read } = readServerLink(remote, dayStart);
  const entry = tidyEntry({ ...read, title: local.title, site: '', private: hidden });
  const quotes = entry.quotes.map((quote) => local.quotes.find(({ text }) => text === quote.text) ?? quote);
  return { ...entry, quotes };
}

/**
 * Quotes as `mergeForm` wants them: each at the place of the one that it was, a removed one with an empty text, new ones at the end.
 * As many that are gone as are new were edited.
 */
function inPlaces(base: Quote[], now: Quote[]): Quote[] {
  const gone = base.filter((quote) => !hasQuote(now, quote));
  const added = now.filter((quote) => !hasQuote(base, quote));
  const edited = gone.length === added.length;
  const placed = base.map((quote) => {
    const place = gone.indexOf(quote);
    return place < 0 ? quote : { ...quote, text: (edited && added[place]?.text) || '' };
  });
  return edited ? placed : [...placed, ...added];
}

/** The one from there, where it was changed there alone, and to one for a page. */
function urlOf(local: Link, remote: ServerLink, common: WrittenLink): string {
  const changed = !sameAddress(remote.url, common.url) && sameAddress(local.url, common.url);
  return changed && isWebAddress(remote.url) ? remote.url : local.url;
}

/** The name of a site that is known here is taken off the title that was written with it. */
function titleOf(local: Link, remote: ServerLink, common: WrittenLink): Pick<Link, 'title' | 'site'> {
  const { title, site } = local;
  if (remote.title === common.title || writtenTitle(local) !== common.title) return { title, site };
  const end = ` @ ${site}`;
  return site && remote.title.endsWith(end)
    ? { title: remote.title.slice(0, -end.length), site }
    : { title: remote.title, site: '' };
}
