import { otherTitles, type PageNames, siteOfPage } from '../core/page-names';
import { attributeOf, findAll } from './dom';
import { readJsonLd } from './json-ld';
import { pageTitle } from './page';

/** No name that is used is longer (characters); a page may write a book into a tag. */
const LONGEST = 1_000;
const MOST_HEADINGS = 20;

/** What the page calls its site, or empty, and its titles beside the live one. */
export function pageNames(): { site: string; titles: string[] } {
  const names = readNames();
  const site = siteOfPage(names);
  return { site, titles: otherTitles(names, site) };
}

function readNames(): PageNames {
  const { website, publisher, authors } = readJsonLd();
  return {
    url: location.href,
    loadedUrl: performance.getEntriesByType('navigation')[0]?.name ?? '',
    title: pageTitle().slice(0, LONGEST),
    ogTitle: meta('og:title'),
    ogSite: meta('og:site_name'),
    ogUrl: meta('og:url'),
    twitterTitle: meta('twitter:title'),
    website,
    publisher,
    application: meta('application-name'),
    headings: headings(),
    authors: [meta('author') || meta('article:author') || itemAuthor(), ...authors].filter(Boolean),
  };
}

/** The content of the first meta element of that name or property. */
function meta(name: string): string {
  const [element] = findAll(document, `meta[property="${name}"], meta[name="${name}"]`);
  return contentOf(element);
}

/** The author as microdata. @see https://schema.org/author */
function itemAuthor(): string {
  const [element] = findAll(document, '[itemprop="author"] [itemprop="name"][content]');
  return contentOf(element);
}

function contentOf(element: Element | undefined): string {
  return ((element && attributeOf(element, 'content')) ?? '').slice(0, LONGEST).trim();
}

/** Headings of the first level that are to be seen. */
function headings(): string[] {
  return findAll(document, 'h1').slice(0, MOST_HEADINGS).filter(isSeen).map(textOf).filter(Boolean);
}

/** In sight: neither hidden nor shrunk to a dot for screen readers only, nor a link to the site's start, which is its logo. */
function isSeen(element: Element): boolean {
  const { width, height } = Element.prototype.getBoundingClientRect.call(element);
  if (width < 2 || height < 2 || !Element.prototype.checkVisibility.call(element, { visibilityProperty: true }))
    return false;
  return !findAll(element, 'a[href]').some((link) => isStart(attributeOf(link, 'href') ?? ''));
}

function isStart(href: string): boolean {
  return (
    URL.canParse(href, location.href) && new URL(href, location.href).pathname === '/' && location.pathname !== '/'
  );
}

/** The text without the sign by which a heading links to itself. */
function textOf(element: Element): string {
  const text = Reflect.get(HTMLElement.prototype, 'innerText', element) as string;
  return text
    .slice(0, LONGEST)
    .replace(/\s*[¶§#🔗]\s*$/u, '')
    .trim();
}
