/**
 * A page's title without the name of its site at the end: `A talk - YouTube` of the site `YouTube` is `A talk`.
 * Only what the page itself names as its site is taken off; a dash in a title means nothing by itself.
 */
export function withoutSite(title: string, site: string): string {
  const clean = title.replace(/\s+/g, ' ').trim();
  const name = site.replace(/\s+/g, ' ').trim();
  if (!name || !clean.toLowerCase().endsWith(name.toLowerCase())) return clean;
  const before = clean.slice(0, clean.length - name.length);
  const cut = /^(.+?)\s+(?:[-–—|·•:]|::|»)\s+$/su.exec(before);
  return cut?.[1] ?? clean;
}
