/**
 * Copies a text twice: formatted for what takes that (letters, documents), as Markdown for the rest. Call it while a person's click is
 * still being handled; the texts may come later.
 * @throws what a text was rejected with, or the browser's refusal
 */
export async function copyBoth(html: string | Promise<string>, markdown: string | Promise<string>): Promise<void> {
  const blob = async (type: string, text: string | Promise<string>) => new Blob([await text], { type });
  const kinds = { 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', markdown) };
  // A browser says only that it could not copy; what became of the texts says why.
  await Promise.all([navigator.clipboard.write([new ClipboardItem(kinds)]), ...Object.values(kinds)]);
}
