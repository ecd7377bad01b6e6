/**
 * The match key of an address: two addresses with the same key are the same page, and there is one link for each key.
 *
 * Host in lower case, default port, tracking parameters and plain fragments off. Scheme, path, slash and the order of the query are
 * kept, since servers may tell them apart; fragments that are routes of a page (`#/…`, `#!…`) are kept too. `rel=canonical` plays
 * no part: too many sites point it at their home page. An address that is no URL is its own key.
 * @see https://url.spec.whatwg.org/ for what `URL` levels by itself (case of scheme and host, default ports, IDN)
 */
export function matchKey(address: string): string {
  const url = parse(address);
  if (!url) return address.trim();
  url.search = withoutTracking(url.search);
  if (!isRoute(url.hash)) url.hash = '';
  return url.href.endsWith('?') ? url.href.slice(0, -1) : url.href;
}

/** Parameters that say where a visitor came from and nothing about the page. Prefixes end with `_` or `-`. */
const TRACKING_PREFIXES = ['utm_', 'mtm_', 'pk_', 'hsa_', 'stm_', '__hs', 'oly_', 'vero_'];
const TRACKING = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid _hsenc _hsmi ' +
    'mkt_tok s_cid wt_mc xtor at_medium at_campaign fb_action_ids fb_action_types fb_source fb_ref srsltid _openstat __scoop'
  ).split(' '),
);

/** A query string (`?a=1&b`) without its tracking parameters; the rest byte for byte in its order. */
function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => !isTracking(pair));
  return kept.length ? `?${kept.join('&')}` : '';
}

function isTracking(pair: string): boolean {
  const name = (pair.split('=', 1)[0] ?? '').toLowerCase();
  return TRACKING.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function isRoute(hash: string): boolean {
  return hash.startsWith('#/') || hash.startsWith('#!');
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
