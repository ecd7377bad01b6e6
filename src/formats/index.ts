import type { Format } from './format';
import { json } from './json';
import { netscape } from './netscape';

/** Every format, the one to offer first at the front. */
export const formats: readonly Format[] = [netscape, json];

/**
 * The format of a file by its beginning; names of files are not trusted.
 * @param head the first kilobytes
 */
export function formatOf(head: string): Format | undefined {
  return formats.find((format) => format.detect(head));
}
