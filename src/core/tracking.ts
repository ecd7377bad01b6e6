import { parseAddress } from './address';
import { EVERYWHERE, FAMILIES, ON_SITES, REFERRER_IN_PATH } from './tracking-list';

export interface Untracked {
  /** The address without its tracking, otherwise byte for byte as it was. */
  address: string;
  /** Names of what was taken off, each once, as they stood. */
  taken: string[];
}

const everywhere = setOf(EVERYWHERE);
const onSites = new Map(Object.entries(ON_SITES).map(([site, names]) => [site, setOf(names)]));

/**
 * Takes off a web address what only says how one came to the page: parameters of the query, and of the fragment, where sites put
 * them to keep them from their own server (`#xtor=…`, `#/route?utm_source=…`). Any other text comes back as it is. Never throws.
 */
export function withoutTracking(address: string): Untracked {
  // Most addresses are done with here: telling the site is dear where there are thousands of them.
  const sites = /[?#]|\/ref=/.test(address) ? sitesOf(address) : [];
  if (!sites.length) return { address, taken: [] };
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  const taken = new Set<string>();
  const kept =
    withoutReferrer(path, sites, taken) +
    withPairs('?', strip(query.slice(1), sites, taken)) +
    stripFragment(fragment, sites, taken);
  return taken.size ? { address: kept, taken: [...taken] } : { address, taken: [] };
}

/** Pairs of a query that are no tracking, in their order. */
function strip(pairs: string, sites: string[], taken: Set<string>): string {
  const isKept = (pair: string) => {
    const name = pair.split('=', 1)[0] ?? '';
    const tracking = isTracking(name.toLowerCase(), sites);
    if (tracking) taken.add(name);
    return !tracking;
  };
  return pairs.split('&').filter(isKept).join('&');
}

/** Of a route only its query is looked at (`#/a?b=1`), of other fragments all (`#xtor=1`). */
function stripFragment(fragment: string, sites: string[], taken: Set<string>): string {
  const [, head, pairs = ''] = /^(#[/!][^?]*\?|#(?![/!]))(.*)$/s.exec(fragment) ?? [];
  return head ? withPairs(head, strip(pairs, sites, taken)) : fragment;
}

/** What begins with `?`, `#` or `#/route?`; the mark goes with the last of its pairs. */
function withPairs(head: string, pairs: string): string {
  return pairs ? head + pairs : head.slice(0, -1);
}

function isTracking(name: string, sites: string[]): boolean {
  return (
    everywhere.has(name) ||
    FAMILIES.some((family) => name.startsWith(family)) ||
    sites.some((site) => onSites.get(site)?.has(name))
  );
}

function withoutReferrer(path: string, sites: string[], taken: Set<string>): string {
  if (!sites.some((site) => REFERRER_IN_PATH.includes(site))) return path;
  return path.replace(/(?<=[^/]\/[^/]+)\/ref=[^/]*/g, () => {
    taken.add('ref');
    return '';
  });
}

/** The names under which a host may stand in the list: `a.b.co.uk` is `a.b.co.uk`, `a.b.*`, `b.co.uk`, `b.*`, … Empty for no web address. */
function sitesOf(address: string): string[] {
  const { protocol = '', hostname = '' } = parseAddress(address) ?? {};
  if (!/^https?:$/.test(protocol)) return [];
  const labels = hostname.split('.');
  const below = labels.map((_label, place) => labels.slice(place).join('.'));
  return below.flatMap((host) => [host, host.replace(/\.(?:com|[a-z]{2,3}|com?\.[a-z]{2})$/, '.*')]);
}

function setOf(names: string[]): Set<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
