import { isWebAddress } from './address';
import type { Passage } from './link';
import { withoutTextFragment } from './real-address';

/** Whether a text, whoever wrote it, can be kept as the anchor of a quote. */
export function isAnchor(text: string): boolean {
  return /^:~:text=[^\s\p{Cc}]+$/u.test(text);
}

/**
 * The address that opens a page at a quote; undefined where the quote has no anchor, or where the address is none of the web.
 * A fragment that the address has stays, since it may be a route: `#/inbox:~:text=…`.
 */
export function addressAtQuote(url: string, anchor: string): string | undefined {
  if (!isAnchor(anchor) || !isWebAddress(url)) return undefined;
  const page = withoutTextFragment(url);
  return page.includes('#') ? page + anchor : `${page}#${anchor}`;
}

/**
 * Whether a text that was edited still is the passage that it was taken from, so that the anchor leads to what is quoted: it is part
 * of the passage, the passage is part of it, or half of the passage still stands at its beginning and end.
 */
export function isStill(passage: Passage['text'], text: string): boolean {
  const was = passage.trim();
  const now = text.trim();
  if (!was || !now) return false;
  if (was.includes(now) || now.includes(was)) return true;
  const reverse = (one: string) => [...one].reverse().join('');
  return sameStart(was, now) + sameStart(reverse(was), reverse(now)) >= was.length / 2;
}

function sameStart(one: string, other: string): number {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place += 1;
  return place;
}
