import { parseAddress } from './address';
import { realAddress } from './real-address';
import { withoutTracking } from './tracking';

/**
 * The match key of an address: two addresses with the same key are the same page, and there is one link for each key.
 *
 * Out of a browser's or a cache's wrapper, host in lower case, default port, tracking and plain fragments off. Scheme, path, slash
 * and the order of the query are kept, since servers may tell them apart; fragments that are routes of a page (`#/…`, `#!…`) are
 * kept too, and whole addresses of the browser's own pages. `rel=canonical` plays no part: too many sites point it at their home
 * page. An address that is no URL is its own key, and so is every key.
 *
 * Stored keys are made with this: a change needs what `tracking-list.ts` says of a change of the list.
 * @see https://url.spec.whatwg.org/ for what `URL` levels by itself (case of scheme and host, default ports, IDN)
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2.1 for the case of percent-encodings
 */
export function matchKey(address: string): string {
  const text = address.trim();
  const shown = parseAddress(text);
  const real = realAddress(shown?.href ?? text);
  // Mostly it is in no wrapper: an import has a hundred thousand of them parsed.
  const url = shown?.href === real ? shown : parseAddress(real);
  if (!url) return real.trim();
  if (!/^(?:https?|ftp|file):$/.test(url.protocol)) return url.href;
  const untracked = withoutTracking(url.href.replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase())).address;
  const [, page = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(untracked) ?? [];
  return page + (query === '?' ? '' : query) + (isRoute(fragment) ? fragment : '');
}

function isRoute(fragment: string): boolean {
  return fragment.startsWith('#/') || fragment.startsWith('#!');
}
