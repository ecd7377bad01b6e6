/*
 * What is entered on a Shaarli's page of settings is stored as it would stand in HTML, and its API takes and tells it like that.
 * @see https://github.com/shaarli/Shaarli/blob/master/application/front/controller/admin/ConfigureController.php
 */

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A setting as it is stored when somebody enters it. What looks like a reference stays as it is. */
export function asStored(entered: string): string {
  return entered.replace(/&(?!#?\w+;)|[<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** A stored setting as somebody entered it. */
export function asEntered(stored: string): string {
  return Object.entries(ESCAPES).reduceRight(
    (text, [character, written]) => text.replaceAll(written, character),
    stored,
  );
}
