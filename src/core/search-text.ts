/** What can be done to the text of a search while it is typed. What it means is `query.ts`'s. */

/** The tag that is being typed at the end of a search: `#` and what follows. */
export function tagBeingTyped(text: string): string | undefined {
  return /(?:^|\s)-?#([^\s"]*)$/.exec(text)?.[1];
}

/** The text with that tag whole, and room for the next word. */
export function withTypedTag(text: string, tag: string): string {
  return `${text.replace(/#[^\s"]*$/, '')}#${tag} `;
}

/** The text without what is not to be found, `-word`, `-"a phrase"`, `-site:…`; the same text where there is nothing such. */
export function withoutExclusions(text: string): string {
  const kept = text.replace(/(^|\s)-(?=\S)[^\s"]*("[^"]*("|$))?/g, '$1');
  return kept === text ? text : kept.split(/\s+/).filter(Boolean).join(' ');
}
