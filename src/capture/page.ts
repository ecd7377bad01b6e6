import { attributeOf, findAll, localNameOf } from './dom';

/** The document's title, also where an element named `title` hides it. */
export function pageTitle(): string {
  return Reflect.get(Document.prototype, 'title', document) as string;
}

/** The site's name as the page gives it: Open Graph, else JSON-LD's `WebSite`; empty when it gives none. */
export function pageSite(): string {
  const [meta] = findAll(document, 'meta[property="og:site_name"], meta[name="og:site_name"]');
  const named = meta ? attributeOf(meta, 'content')?.trim() : '';
  return named || findAll(document, 'script[type="application/ld+json"]').map(siteOf).find(Boolean) || '';
}

function siteOf(script: Element): string {
  try {
    return siteName(JSON.parse(script.textContent ?? ''));
  } catch {
    return '';
  }
}

/** The name of the first `WebSite` in JSON-LD, wherever it stands. */
function siteName(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const { '@type': type, name } = data as Record<string, unknown>;
  if ([type].flat().includes('WebSite') && typeof name === 'string') return name.trim();
  return Object.values(data).map(siteName).find(Boolean) ?? '';
}

/** Whether the reader works in this frame and not in one inside it. */
export function hasFocus(): boolean {
  const { activeElement } = document;
  return document.hasFocus() && !(activeElement && /^i?frame$/.test(localNameOf(activeElement)));
}
