import { isDay } from './day';
import type { Day } from './link';

/** What the address of the daily page asks for. `now` is today, or where today is empty the last day with links. */
export type Route = { kind: 'now' } | { kind: 'day'; day: Day } | { kind: 'tag'; tag: string };

/** @param hash with its `#`, as `location.hash` gives it; anything that is not understood is `now` */
export function readRoute(hash: string): Route {
  const path = hash.replace(/^#\/?/, '');
  if (isDay(path)) return { kind: 'day', day: path };
  const tag = /^tag\/(.+)$/.exec(path)?.[1];
  return tag ? { kind: 'tag', tag: decoded(tag) } : { kind: 'now' };
}

export function dayHash(day: Day): string {
  return `#/${day}`;
}

export function tagHash(tag: string): string {
  return `#/tag/${encodeURIComponent(tag)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
