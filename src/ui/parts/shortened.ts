/** The first words of a Markdown text without its signs, to tell texts apart by their names. */
export function shortened(text: string): string {
  const words = text
    .replace(/[*_`#>|\\[\]~]+/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const first = words.slice(0, 8).join(' ').slice(0, 80);
  return words.length > 8 ? `${first}…` : first;
}
