/*
 * Reading the page's tree as it is displayed. Properties are read through the prototypes: a form's fields hide the
 * form's own properties, and names of images and forms hide the document's, in an extension's world as well.
 */

export function childNodesOf(node: Node): Node[] {
  return [...(Reflect.get(Node.prototype, 'childNodes', node) as NodeListOf<ChildNode>)];
}

export function localNameOf(element: Element): string {
  return Reflect.get(Element.prototype, 'localName', element) as string;
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Elements in `root` that match, not in its shadow trees. */
export function findAll(root: Document | ShadowRoot | Element, selector: string): Element[] {
  const owner = root instanceof Element ? Element.prototype : root instanceof Document ? Document.prototype : root;
  return [...owner.querySelectorAll.call(root, selector)];
}

export function shadowRootOf(element: Element): ShadowRoot | null {
  return Reflect.get(Element.prototype, 'shadowRoot', element) as ShadowRoot | null;
}

/** The element in which a node is displayed: a slot, a shadow tree's host or its parent. */
export function displayParent(node: Node): Element | null {
  const slot = (node as Element | Text).assignedSlot;
  if (slot instanceof Element) return slot;
  const parent = Reflect.get(Node.prototype, 'parentNode', node) as Node | null;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
