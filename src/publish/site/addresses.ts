import { isWebAddress, typedAddress } from '../../core/address';
import type { Day } from '../../core/link';
import { tagIdentity } from '../../core/tags';

/** Where the site's own pages stand in it. Only ASCII: not every host, or program that unpacks, agrees on the spelling of the rest. */
export const INDEX = 'index.html';
export const ALL_TAGS = 'tags.html';
export const STYLE_SHEET = 'style.css';
export const FEED = 'feed.xml';

export function dayAddress(day: Day): string {
  return `days/${day}.html`;
}

/** @param month `YYYY-MM` */
export function monthAddress(month: string): string {
  return `months/${month}.html`;
}

/** The same for every spelling of the tag, another one for every other tag, in whatever order a journal meets them. */
export function tagAddress(tag: string): string {
  const identity = tagIdentity(tag);
  const name = [...new TextEncoder().encode(identity)].map(safeByte).join('');
  if (name.length > LONGEST) return `tags/${name.slice(0, LONGEST)}~~${hash(identity)}.html`;
  return `tags/${RESERVED.test(name) ? `~~${name}` : name}.html`;
}

/** The way from a page of the site to its top. */
export function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** Where a person says that the site will stand: empty where nothing is said, undefined where that is no address of the web. */
export function siteAddress(typed: string): string | undefined {
  if (!typed.trim()) return '';
  const address = typedAddress(typed);
  if (!address || !isWebAddress(address)) return undefined;
  const { origin, pathname } = new URL(address);
  return origin + (/\.html?$/.test(pathname) ? pathname.replace(/[^/]*$/, '') : pathname.replace(/\/?$/, '/'));
}

/** File systems take 255 bytes. */
const LONGEST = 120;
/** Names that Windows gives to no file. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function safeByte(byte: number): string {
  const sign = String.fromCharCode(byte);
  return /[a-z0-9_-]/.test(sign) ? sign : `~${byte.toString(16).padStart(2, '0')}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum.toString(16);
}
