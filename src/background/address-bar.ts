import { isWebAddress } from '../core/address';
import type { Link } from '../core/link';
import { dayHash, searchHash } from '../core/route';
import { shownDay } from '../platform/day-text';
import { dailyPage, OFFERS, type Offer, onAddressBar, openWhere } from '../platform/omnibox';
import { findPage } from '../storage/reading';
import { searchLinks } from '../storage/search';

/** Searches from the browser's address bar: offers the newest links that are found, opens the one chosen, or the page of all results. */
export function searchFromAddressBar(): void {
  let stop = () => {};
  onAddressBar({
    async offers(text) {
      stop();
      const found = searchLinks(text);
      // What is still being looked for is not wanted any more.
      stop = () => void found.return(undefined);
      for await (const links of found) if (links.length) return links.slice(0, OFFERS).map(offerOf);
      return [];
    },
    entered: (text, where) => void addressOf(text).then((address) => openWhere(address, where)),
  });
}

/** What was offered is known by its address, also to a background that was ended since; anything else is searched for. */
async function addressOf(entered: string): Promise<string> {
  const known = isWebAddress(entered) && (await findPage(entered)).link;
  const isOffer = known || entered.startsWith(dailyPage());
  return isOffer ? entered : dailyPage(searchHash(entered));
}

/** Only web addresses are ever opened: other links are shown on their day. */
function offerOf({ url, title, days }: Link): Offer {
  const day = days[0] ?? '';
  return { address: isWebAddress(url) ? url : dailyPage(dayHash(day)), title: title || url, day: shownDay(day) };
}
