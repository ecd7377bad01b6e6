/**
 * Whether going from one address to another would be no load: where the fragment alone changes, a browser stays in its document. Who
 * wants a load all the same leaves first.
 */
export function isWithin(from: string, to: string): boolean {
  return to.includes('#') && withoutFragment(from) === withoutFragment(to);
}

const withoutFragment = (url: string) => url.split('#')[0];
