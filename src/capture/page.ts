/** The document's title, also where an element named `title` hides it. */
export function pageTitle(): string {
  return Reflect.get(Document.prototype, 'title', document) as string;
}
