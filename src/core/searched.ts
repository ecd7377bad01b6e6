import { parseAddress } from './address';
import { nameKey } from './fold';
import type { Link } from './link';
import { BREAK } from './search-phrase';

/** All text of a link that is searched, as it was written. */
export function searchedText({ title, site, url, quotes, note, tags }: Link): string {
  return [title, site, readableAddress(url), ...quotes.map(({ text }) => text), note, ...tags].join(BREAK);
}

/** The host of an address, without `www.`; empty where it has none. */
export function hostOf(address: string): string {
  return parseAddress(address)?.hostname.replace(/^www\./, '') ?? '';
}

/**
 * What of a host finds it: itself and each domain above it (`docs.example.com`, `example.com`, `com`), and each of its labels
 * (`docs`, `example`).
 */
export function namesOfHost(host: string): string[] {
  const labels = host.split('.').filter(Boolean);
  return [...labels.map((_, place) => labels.slice(place).join('.')), ...labels.slice(0, -1)];
}

/** True where the link's host, or the name of its site, is what is meant. */
export function isOfSite(link: Link, { host, name }: { host: string; name: string }): boolean {
  return nameKey(link.site) === name || namesOfHost(hostOf(link.url)).includes(host);
}

/** Words of other scripts stand in addresses as codes. */
export function readableAddress(url: string): string {
  return url.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      // Not UTF-8: it stays as it is.
      return codes;
    }
  });
}
