import { fold, nameKey } from './fold';
import { matchKey } from './match-key';
import { chooseSite, isNameOfHost, isSameName, namesItself } from './site';
import { cleanTitle } from './title';
import { levelled } from './title-parts';

/** What a page calls itself and its site, as it stands in the document; what it does not say is empty. */
export interface PageNames {
  /** The address now, and the one that the document was loaded from. */
  url: string;
  loadedUrl: string;
  /** The live title. */
  title: string;
  /** Open Graph. @see https://ogp.me/ */
  ogTitle: string;
  ogSite: string;
  ogUrl: string;
  twitterTitle: string;
  /** Names of `WebSite` and `publisher` in JSON-LD, of `application-name`. */
  website: string;
  publisher: string;
  application: string;
  /** Headings of the first level that are to be seen. */
  headings: string[];
  authors: string[];
}

/** No title that is offered is longer (characters). */
const LONGEST_TITLE = 300;
const LONGEST_AUTHOR = 80;
const MOST_AUTHORS = 3;
/** Of a page, a mail box or an account. */
const ADDRESS = /:\/\/|^www\.|\S@\S|^@/i;

/** The name of the page's site, or empty. */
export function siteOfPage(page: PageNames): string {
  const { url, ogSite, website, publisher, application } = page;
  const title = cleanTitle(page.title, '', '');
  const fits = (name: string) => namesItself(title, name) || isNameOfHost(name, url);
  const isOurs = tellsOfThisPage(page) || isSameHost(page);
  const named = [ogSite, website].filter((name) => isOurs || fits(name));
  return chooseSite(title, url, [...named, ...[publisher].filter(fits), application]);
}

/** Other titles of the page, clean, the likeliest first: none twice, none that is the live title or the site's name. */
export function otherTitles(page: PageNames, site: string): string[] {
  const clean = (title: string) => cleanTitle(title, site, page.url);
  const isFresh = tellsOfThisPage(page);
  const written = isFresh ? [page.ogTitle, page.twitterTitle] : [];
  const found = [...written, headingOf(page, site)].map(clean).filter((title) => title && !isSameName(title, site));
  const own = cleanTitle(page.title, site, page.url, found);
  const title = own || found[0] || '';
  if (isFresh) found.push(withAuthor(title, authorsOf(page, site)));
  return uniqueTitles([own, ...found.map((one) => [...one].slice(0, LONGEST_TITLE).join(''))]).slice(1);
}

/** Titles without those that are the same but for case and marks; the first stays, be it empty. */
export function uniqueTitles([first = '', ...others]: string[]): string[] {
  const seen = new Set([fold(first), '']);
  return [first, ...others.filter((one) => !seen.has(fold(one)) && seen.add(fold(one)))];
}

/**
 * Whether what the document says of itself (Open Graph, JSON-LD) is said of the page that is shown. Applications that change the
 * page without loading a document often leave it as it was for the first.
 */
function tellsOfThisPage({ url, loadedUrl, ogUrl }: PageNames): boolean {
  const here = parse(url, url);
  const said = parse(ogUrl, url);
  if (!here) return true;
  const samePath = !said || pathOf(said) === pathOf(here);
  // Loaded as it is, bar a fragment or what only counts visits.
  if (!loadedUrl || pageKey(loadedUrl) === pageKey(url)) return samePath;
  return said !== undefined && samePath && queryOf(said) === queryOf(here);
}

/** The one heading beside the site's name; of several none is the page's. */
function headingOf({ headings, url }: PageNames, site: string): string {
  const [heading = '', ...more] = headings.filter((one) => !isSameName(one, site) && !isNameOfHost(one, url));
  return more.length ? '' : heading;
}

function isSameHost({ url, ogUrl }: PageNames): boolean {
  const here = parse(url, url);
  const said = parse(ogUrl, url);
  return here !== undefined && said !== undefined && hostOf(said) === hostOf(here);
}

function withAuthor(title: string, author: string): string {
  return author && title && !nameKey(title).includes(nameKey(author)) ? `${author}: ${title}` : '';
}

/** Names of people, not addresses of their pages, nor the site under another name. */
function authorsOf({ authors, url }: PageNames, site: string): string {
  const named = authors
    .map(levelled)
    .filter((name) => nameKey(name) && name.length <= LONGEST_AUTHOR && !ADDRESS.test(name))
    .filter((name) => !isSameName(name, site) && !isNameOfHost(name, url));
  return [...new Set(named)].slice(0, MOST_AUTHORS).join(', ');
}

/** Without the whole fragment: routes in it are no addresses to a server. */
function pageKey(url: string): string {
  return matchKey(url.split('#', 1)[0] ?? '');
}

const pathOf = ({ pathname }: URL) => pathname.replace(/\/$/, '');
const queryOf = ({ href }: URL) => new URL(pageKey(href)).search;
const hostOf = ({ hostname }: URL) => hostname.replace(/^www\./, '');

function parse(url: string, base: string): URL | undefined {
  return url && URL.canParse(url, base) ? new URL(url, base) : undefined;
}
