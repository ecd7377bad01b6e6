import type { Day, Link } from './link';
import { sortDays } from './merge';

/**
 * The link moved from one of its days to another, with the quotes of that day: a correction by hand. Instants stay true.
 * Moved onto a day where it already stands, the two become one.
 */
export function moveToDay(link: Link, from: Day, to: Day): Link {
  return {
    ...link,
    quotes: link.quotes.map((quote) => (quote.day === from ? { ...quote, day: to } : quote)),
    days: sortDays(link.days.map((day) => (day === from ? to : day))),
  };
}
