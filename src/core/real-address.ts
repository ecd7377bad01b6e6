import { isWebAddress, parseAddress } from './address';

/** Wrappers may lie in wrappers (the source of a reader view); deeper than this there is no browser, but somebody who tries. */
const DEEPEST = 4;

/**
 * The address of the page that a tab shows: out of reader views, source views, AMP caches and the viewer that a browser's own
 * extension puts around a PDF. A text fragment (`#:~:text=…`), which only says how one came there, is taken off. What is in no
 * wrapper, or wraps something else than a web address, stays as it is. Never throws.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 * @see https://developers.google.com/amp/cache/overview#amp-cache-url-format
 */
export function realAddress(address: string): string {
  const shown = withoutTextFragment(address);
  let inner = shown;
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    const next = unwrapOnce(inner);
    if (next === undefined) return inner === shown || isWebAddress(inner) ? inner : shown;
    inner = withoutTextFragment(next);
  }
  return shown;
}

function unwrapOnce(address: string): string | undefined {
  const found = fromReader(address) ?? fromViewer(address) ?? fromAmpCache(address);
  return found && parseAddress(found)?.href;
}

/** Firefox's `about:reader?url=…`, Edge's `read://host/?url=…`, Chromium's `chrome-distiller://id/?…&url=…`. */
function fromReader(address: string): string | undefined {
  const query = /^(?:about:reader|(?:read|chrome-distiller):\/\/[^?]*)\?(.*)$/is.exec(address)?.[1];
  return query && (new URLSearchParams(query).get('url') ?? undefined);
}

/** `view-source:…`, and Chromium's viewer of PDFs. */
function fromViewer(address: string): string | undefined {
  return /^(?:view-source:|chrome-extension:\/\/[a-p]{32}\/(?=https?:\/\/))(.+)$/is.exec(address)?.[1];
}

/**
 * The publisher's address behind an AMP cache or viewer. `s/` says https. Google's viewer writes the publisher's query into the path
 * (`…/amp%3Fid=1`); the fragment, and the parameters named here, are the cache's own.
 */
function fromAmpCache(address: string): string | undefined {
  const cache =
    /^https?:\/\/(?:www\.(?:google\.[a-z.]{2,6}|bing\.com)\/amp|(?:[a-z\d-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)\/[a-z]{1,2})\//;
  const rest = address.replace(cache, '');
  if (rest === address) return undefined;
  const [, secure, host, path = '', query = ''] =
    /^(s\/)?([a-z\d.-]+\.[a-z\d-]{2,}(?::\d+)?)(?![^/?#])(\/[^?#]*)?(\?[^#]*)?/i.exec(rest) ?? [];
  if (!host) return undefined;
  const page = path.replace(/%3F(.*)$/i, (_, pairs: string) => `?${decodeMarks(pairs)}`);
  const whole = page.includes('?') ? page + query.replace('?', '&') : page + query;
  const own = whole.replace(/(?<=[?&])(?:amp_\w+|usqp)(?:=[^&]*)?(?:&|$)/g, '').replace(/[?&]$/, '');
  return `${secure ? 'https' : 'http'}://${host}${own}`;
}

function decodeMarks(pairs: string): string {
  return pairs.replace(/%3D/gi, '=').replace(/%26/g, '&');
}

/** The address without its text fragment (`#:~:text=…`). A fragment before it stays. */
export function withoutTextFragment(address: string): string {
  const hash = address.indexOf('#');
  const at = hash < 0 ? -1 : address.indexOf(':~:', hash);
  return at < 0 ? address : address.slice(0, at).replace(/#$/, '');
}
