import type { Element, ElementContent, Literal, Properties } from 'hast';

/** Text whose spaces are all seen, so that none may be folded. */
export interface Kept extends Literal {
  type: 'kept';
}

declare module 'hast' {
  interface ElementContentMap {
    kept: Kept;
  }
  interface RootContentMap {
    kept: Kept;
  }
}

/** What an inline element says of the text in it. */
export interface Mark {
  tagName: 'a' | 'strong' | 'em' | 'del' | 'code';
  properties: Properties;
}

export const element = (tagName: string, properties: Properties = {}, children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** The marks that both begin with. */
export function sharedMarks(marks: Mark[], others: Mark[]): Mark[] {
  const end = marks.findIndex((mark, index) => !isSame(mark, others[index]));
  return end < 0 ? marks : marks.slice(0, end);
}

function isSame(one: Mark, other: { tagName: string; properties: Properties } | undefined): boolean {
  return one.tagName === other?.tagName && one.properties.href === other.properties.href;
}

/** Appends a leaf inside its marks, going on inside those in which the leaf before it stands. */
export function place(into: ElementContent[], marks: Mark[], leaf: ElementContent): void {
  let siblings = into;
  for (const mark of marks) {
    const last = siblings.at(-1);
    let shell = last?.type === 'element' && isSame(mark, last) ? last : undefined;
    if (!shell) {
      shell = element(mark.tagName, mark.properties);
      siblings.push(shell);
    }
    siblings = shell.children;
  }
  siblings.push(leaf);
}
