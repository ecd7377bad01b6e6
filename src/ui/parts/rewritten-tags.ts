import { plural } from '../../platform/messages';

/** Tags that are named, and as much of each (characters) as tells which one it is. */
const LISTED = 10;
const SHOWN = 80;

/** What became of tags that could not stay as they were spelled elsewhere, in a sentence. */
export function rewrittenText(rewritten: ReadonlyMap<string, string>): string {
  const some = [...rewritten].slice(0, LISTED).map((both) => both.map((tag) => tag.slice(0, SHOWN)).join(' → '));
  return `${plural('importTags', rewritten.size)} ${some.join(', ')}${rewritten.size > LISTED ? ', …' : '.'}`;
}
