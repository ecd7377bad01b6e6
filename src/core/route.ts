import type { Day } from './link';
import { type Period, readPeriod } from './period';

/** What the address of the daily page asks for. `now` is today, or where today is empty the last day with links. */
export type Route =
  | { kind: 'now' }
  | { kind: 'period'; period: Period }
  | { kind: 'tags'; tags: string[] }
  | { kind: 'allTags' }
  | { kind: 'search'; text: string }
  | { kind: 'bin' }
  | { kind: 'import' };

/** @param hash with its `#`, as `location.hash` gives it; anything that is not understood is `now` */
export function readRoute(hash: string): Route {
  const path = hash.replace(/^#\/?/, '');
  const period = readPeriod(path);
  if (period) return { kind: 'period', period };
  if (path === 'tags') return { kind: 'allTags' };
  if (path === 'bin') return { kind: 'bin' };
  if (path === 'import') return { kind: 'import' };
  if (path.startsWith('search?')) return { kind: 'search', text: new URLSearchParams(path.slice(7)).get('q') ?? '' };
  const tags = /^tag\/(.+)$/.exec(path)?.[1]?.split('/').filter(Boolean).map(decoded) ?? [];
  return tags.length ? { kind: 'tags', tags } : { kind: 'now' };
}

export function dayHash(day: Day): string {
  return `#/${day}`;
}

export function periodHash({ name }: Period): string {
  return `#/${name}`;
}

/** The page of the links that have all of these tags. */
export function tagHash(...tags: string[]): string {
  return `#/tag/${tags.map(encodeURIComponent).join('/')}`;
}

export const ALL_TAGS_HASH = '#/tags';

export const BIN_HASH = '#/bin';

export const IMPORT_HASH = '#/import';

export function searchHash(text: string): string {
  return `#/search?${new URLSearchParams({ q: text })}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
