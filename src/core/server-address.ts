/** Where a Shaarli may be: what people open, and what programs ask, each without a slash at the end. */
export interface ServerPlace {
  /** `https://example.org/links` */
  address: string;
  /** `https://example.org/links/api/v1`, or with `index.php` where the web server does not rewrite addresses. */
  api: string;
}

/** The folders that a Shaarli's own pages seem to be in: what comes before them is where it is installed. */
const ITS_PAGES = new Set([
  ...['add-tag', 'admin', 'api', 'daily', 'daily-rss', 'feed', 'index.php', 'install', 'links-per-page', 'login'],
  ...['open-search', 'picture-wall', 'remove-tag', 'shaare', 'tags', 'untagged-only'],
]);
/** A Shaarli's own pages go no deeper; strangers are not asked at length. */
const MOST_FOLDERS = 4;

/** Where the API of a Shaarli may be in its folder. */
const APIS = ['/api/v1', '/index.php/api/v1'];

/**
 * Where a Shaarli may be whose address, or that of one of its pages, somebody typed or pasted, the likeliest first. Scheme, host and port
 * are always those that were typed: https where none was, http on this computer itself.
 * @returns empty where that is no web address
 */
export function serverPlaces(typed: string): ServerPlace[] {
  const url = typedUrl(typed);
  if (!url) return [];
  const folders = url.pathname.split('/').filter(Boolean);
  const page = folders.findIndex((folder) => ITS_PAGES.has(folder));
  const deepestFirst = folders.map((_, place) => folders.length - place);
  const inside = [...new Set([page < 0 ? folders.length : page, ...deepestFirst])].slice(0, MOST_FOLDERS - 1);
  const depths = new Set([...inside, 0]);
  return [...depths]
    .map((depth) => [url.origin, ...folders.slice(0, depth)].join('/'))
    .flatMap((address) => APIS.map((api) => ({ address, api: address + api })));
}

/** What somebody typed as a whole address, with its scheme; undefined where it is no web address. */
export function wholeAddress(typed: string): string | undefined {
  return typedUrl(typed)?.href;
}

function typedUrl(typed: string): URL | undefined {
  const text = typed.trim();
  const rest = text.replace(/^\/+/, '');
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${rest}`;
  // Chromium takes spaces in a host for %20.
  if (!URL.canParse(whole) || /^[^/]*\/\/[^/]*\s/.test(whole)) return undefined;
  const url = new URL(whole);
  if (whole !== text && isLoopback(url)) url.protocol = 'http:';
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

/** True where everybody on the way can read along: http, except to this computer itself. */
export function isOpenToAll(address: string): boolean {
  const url = new URL(address);
  return url.protocol === 'http:' && !isLoopback(url);
}

function isLoopback({ hostname }: URL): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** True where both lead to the same Shaarli, be it over http or https. */
export function isSameServer(a: string, b: string): boolean {
  const plain = (address: string) => address.replace(/^https?:/, '');
  return plain(a) === plain(b);
}

/** The address without what belongs to the API: what people would open. */
export function withoutApi(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/(?:\/index\.php)?\/api\/v1(?:\/.*)?$|\/+$/, '');
}
