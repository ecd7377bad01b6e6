import { nameKey } from './fold';
import { levelled, titleCuts } from './title-parts';

/** No site's name is longer; what is, is a sentence. */
const LONGEST = 60;

/** What registers hand out below a country: `bbc.co.uk` is named `bbc`. */
const SECOND_LEVEL = /\.(?:ac|co|com|edu|go|gob|gouv|gov|ne|net|or|org)\.[a-z]{2}$/;

const ARTICLE = /^(?:the|le|la|les|el|il|der|die|das)\s+/i;

/** True where a name is the host's own: `The Guardian` on theguardian.com, `Google Docs` on docs.google.com. */
export function isNameOfHost(name: string, url: string): boolean {
  if (name.length > LONGEST) return false;
  const names = hostNames(url);
  return [name, name.replace(ARTICLE, '')].map(nameKey).some((key) => key !== '' && names.includes(key));
}

/** True where two names are the same but for case, marks and signs. */
export function isSameName(one: string, other: string): boolean {
  return one.length <= LONGEST && nameKey(one) !== '' && nameKey(one) === nameKey(other);
}

/** The site's name at the end or the beginning of a title, where it is the host's own name; else empty. */
export function siteInTitle(title: string, url: string): string {
  const cuts = titleCuts(levelled(title));
  const last = cuts.findLast((cut) => isNameOfHost(cut.after, url));
  const first = cuts.find((cut) => isFront(cut.before, cut.mark) && isNameOfHost(cut.before, url));
  return last?.after ?? first?.before ?? '';
}

/** True where a title has the name at its end or its beginning, or is that name. */
export function namesItself(title: string, name: string): boolean {
  const text = levelled(title);
  return (
    isSameName(text, name) ||
    titleCuts(text).some((cut) => [cut.before, cut.after].some((side) => isSameName(side, name)))
  );
}

/** A colon at the front tells what a title is about (`Python: a guide`), unless it follows a domain (`Amazon.com: …`). */
export function isFront(before: string, mark: string): boolean {
  return mark !== ':' || /\.[a-z]{2,6}$/i.test(before);
}

/**
 * The name of a page's site.
 * @param title the page's title as it is now
 * @param named what the page calls its site, the most trusted first
 * @returns the first name that can be one, unless it fits neither title nor host while the title ends with the host's own
 *   name; empty where the page names no site
 */
export function chooseSite(title: string, url: string, named: string[]): string {
  const name = named.map(levelled).find((one) => isPlausible(one, title)) ?? '';
  if (name && (namesItself(title, name) || isNameOfHost(name, url))) return name;
  return siteInTitle(title, url) || name;
}

function isPlausible(name: string, title: string): boolean {
  const isAddress = /^(?:@|www\.|[a-z]+:\/\/)/i.test(name);
  return name.length <= LONGEST && nameKey(name) !== '' && !isAddress && !isSameName(name, levelled(title));
}

/** Keys of the names that a host may be meant by, without `www` and with or without its ending. */
function hostNames(url: string): string[] {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  if (!host || /^[\d.]+$|^\[/.test(host)) return [];
  const ending = SECOND_LEVEL.test(host) ? 2 : 1;
  const labels = host.split('.');
  const [name = host, ...below] = labels.slice(0, -ending).reverse();
  const domain = labels.slice(-ending - 1).join('');
  return [name, domain, host, ...below.flatMap((label) => [label + name, name + label])].map(nameKey);
}
