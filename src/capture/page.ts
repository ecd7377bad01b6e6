import { localNameOf } from './dom';

/** The document's title, also where an element named `title` hides it. */
export function pageTitle(): string {
  return Reflect.get(Document.prototype, 'title', document) as string;
}

/** Whether the reader works in this frame and not in one inside it. */
export function hasFocus(): boolean {
  const { activeElement } = document;
  return document.hasFocus() && !(activeElement && /^i?frame$/.test(localNameOf(activeElement)));
}
