/**
 * In place of a library's own in this script (see build.mjs): it is called for references only, which we never write, and would bring
 * the table of all named entities into every page.
 */
export function decodeString(text: string): string {
  return text;
}
