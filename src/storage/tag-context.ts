import { matchKey } from '../core/match-key';
import { type Nearness, nearness } from '../core/nearness';
import { type Journal, journal } from './database';

/** Links of a site that are looked at, the newest. */
const OF_SITE = 200;
/** Keys of a site that are read to find the newest of them: more than nearly any site has, and few enough to keep no save waiting. */
const KEYS_OF_SITE = 2000;
/** Links of each chosen tag that are looked at, the newest. */
const OF_TAG = 100;
/** Chosen tags that are looked at, the last ones: a link with very many tags is like no other anyway. */
const CHOSEN = 5;

/**
 * How near each tag is to a link that is being saved: which ones the site's links have, and which ones go together with the chosen.
 * @param url the page's address; without one, or where it has no host, the site plays no part
 * @param chosen tags that the link has already, as the journal spells them
 */
export async function tagContext(url: string, chosen: string[], db: Journal = journal): Promise<Nearness> {
  const groups = await Promise.all([tagsOfSite(url, db), ...chosen.slice(-CHOSEN).map((tag) => tagsBeside(tag, db))]);
  return nearness(groups);
}

/** Keys lie in the order of their addresses, so the newest links of a site are found by their ids, which come without the links. */
async function tagsOfSite(url: string, db: Journal): Promise<string[][]> {
  const key = matchKey(url);
  const host = URL.canParse(key) ? new URL(key).host : '';
  if (!host) return [];
  const ids = await Promise.all(
    ['https', 'http'].map((scheme) =>
      db.links.where('key').startsWith(`${scheme}://${host}/`).limit(KEYS_OF_SITE).primaryKeys(),
    ),
  );
  const links = await db.links.bulkGet(ids.flat().sort().slice(-OF_SITE));
  return links.flatMap((link) => (link ? [link.tags] : []));
}

async function tagsBeside(tag: string, db: Journal): Promise<string[][]> {
  const links = await db.links.where('tags').equals(tag).reverse().limit(OF_TAG).toArray();
  return links.map((link) => link.tags);
}
