/** Addresses as people mean them. */

/** The parts of an address; undefined for what is none. One parse, where asking `URL.canParse` first would make two. */
export function parseAddress(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    // The only error there is says that it is no address.
    return undefined;
  }
}

/** True for `http:` and `https:`, the only addresses that are ever made clickable. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(address) && URL.canParse(address);
}

/** The host as people read it: without `www.`; the scheme for addresses that have no host; the whole text where it is no address. */
export function shownHost(address: string): string {
  const { host, protocol } = parseAddress(address) ?? {};
  if (protocol === undefined) return address;
  return host ? host.replace(/^www\./, '') : protocol.replace(/:$/, '');
}

/** The address without scheme and `www.`, for a line under a title. */
export function shownAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}

/**
 * An address as it is given by hand: `example.org/a` means `https://example.org/a`. One that has a scheme stays exactly as it is.
 * Undefined where it can be no address, or is a script.
 */
export function typedAddress(text: string): string | undefined {
  const typed = text.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]*:\d/.test(typed);
  if (hasScheme) return parseAddress(typed) && !/^(javascript|vbscript):/i.test(typed) ? typed : undefined;
  const guess = `https://${typed}`;
  return /^[^\s/]*(\.|localhost|\])[^\s]*$/.test(typed) && parseAddress(guess) ? guess : undefined;
}
