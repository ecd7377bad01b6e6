import type { Format, ReadFormat, WrittenFormat } from './format';
import { instapaperCsv } from './instapaper-csv';
import { json } from './json';
import { karakeepJson } from './karakeep-json';
import { markdown } from './markdown';
import { markdownDays } from './markdown-days';
import { netscape } from './netscape';
import { pinboardJson } from './pinboard-json';
import { pocketCsv } from './pocket-csv';
import { pocketHtml } from './pocket-html';
import { raindropCsv } from './raindrop-csv';
import { shaarliJson } from './shaarli-json';
import { wallabagJson } from './wallabag-json';

/** Every format, the one to offer first at the front. A new one is a file, and a line here. */
export const formats: readonly Format[] = [
  netscape,
  json,
  pinboardJson,
  raindropCsv,
  markdown,
  markdownDays,
  pocketCsv,
  pocketHtml,
  instapaperCsv,
  karakeepJson,
  wallabagJson,
  shaarliJson,
];

/** Those that links can be written in. */
export const writtenFormats = formats.filter((format): format is WrittenFormat => format.write !== undefined);

/** Those that links can be read from. */
export const readFormats = formats.filter((format): format is ReadFormat => format.read !== undefined);

/**
 * The format of a file by its beginning; names of files are not trusted.
 * @param head the first kilobytes
 */
export function formatOf(head: string): ReadFormat | undefined {
  return readFormats.find((format) => format.detect(head));
}
