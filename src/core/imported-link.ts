import type { Link, Moment, Quote } from './link';
import { sortDays } from './merge';

/**
 * A link out of a file. Storage gives it a key, and an id where it has none, and unites it with the link of the same page. Its tags are
 * as the file spells them: storage makes ours of them, and tells which ones it had to change.
 * A file that does not say whether it is private leaves that open: a known link stays as it is, a new one is private.
 */
export type ImportedLink = Omit<Link, 'id' | 'key' | 'private'> & {
  id?: string;
  private?: boolean;
  /** Where the file tells no date, that of the reading stands in its place; where it tells no offset, that of the reader's zone does. */
  unsure?: 'date' | 'zone';
};

/**
 * A link as it is to be united with the one of its page: what it is unsure of is as the journal has it. So a file that is read a second
 * time, on another day or in another zone, brings nothing new.
 */
export function settled(imported: ImportedLink, known: Link | undefined): ImportedLink {
  const { unsure } = imported;
  if (!known || !unsure || (unsure === 'zone' && imported.savedAt !== known.savedAt)) return imported;
  const saved: Moment = { at: known.savedAt, offset: known.offset, day: known.days[0] ?? '' };
  const quotes = imported.quotes.map((quote): Quote => {
    const same = known.quotes.find(({ text }) => text === quote.text);
    const { at, offset, day } = same ?? (quote.at === imported.savedAt ? saved : quote);
    return { ...quote, at, offset, day };
  });
  const days = sortDays([saved.day, ...quotes.map(({ day }) => day)]);
  return { ...imported, savedAt: saved.at, offset: saved.offset, quotes, days };
}
