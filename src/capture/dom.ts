/*
 * Reading the page's tree as it is displayed. Properties are read through the prototypes: a form's fields hide the
 * form's own properties, and names of images and forms hide the document's, in an extension's world as well.
 */

const ofNode = <T>(name: keyof Node, node: Node) => Reflect.get(Node.prototype, name, node) as T;
const ofElement = <T>(name: keyof Element, element: Element) => Reflect.get(Element.prototype, name, element) as T;

export function childNodesOf(node: Node): Node[] {
  return [...ofNode<NodeListOf<ChildNode>>('childNodes', node)];
}

export function childrenOf(node: Node): Element[] {
  return childNodesOf(node).filter((child) => child instanceof Element);
}

/** The node's parent, or a shadow tree's host. */
export function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : ofNode<Node | null>('parentNode', node);
}

/** The document or shadow tree that a node is in. */
export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

export function textOf(node: Node): string {
  return ofNode<string | null>('textContent', node) ?? '';
}

export function localNameOf(element: Element): string {
  return ofElement('localName', element);
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Elements in `root` that match, not in its shadow trees. */
export function findAll(root: Document | ShadowRoot | Element, selector: string): Element[] {
  const owner = root instanceof Element ? Element.prototype : root instanceof Document ? Document.prototype : root;
  return [...owner.querySelectorAll.call(root, selector)];
}

export function shadowRootOf(element: Element): ShadowRoot | null {
  return ofElement('shadowRoot', element);
}

/** The element in which a node is displayed: a slot, a shadow tree's host or its parent. */
export function displayParent(node: Node): Element | null {
  const owner = node instanceof Element ? Element.prototype : Text.prototype;
  const slot = node instanceof Element || node instanceof Text ? Reflect.get(owner, 'assignedSlot', node) : null;
  if (slot instanceof Element) return slot;
  const parent = parentOf(node);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
