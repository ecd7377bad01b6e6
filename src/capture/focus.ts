import { localNameOf, shadowRootOf } from './dom';

/** The element in which the reader works, inside components too; a frame where it is one inside of that. */
export function focusedElement(of: Document = document): Element | null {
  let element = Reflect.get(Document.prototype, 'activeElement', of) as Element | null;
  for (let inner = element; inner; inner = shadowRootOf(inner)?.activeElement ?? null) element = inner;
  return element;
}

/**
 * Whether the reader works in this frame and not in one inside it. Documents are asked one by one which of their frames
 * it is: once a popup has the keys no document says any more that it has the focus.
 */
export function isFocused(): boolean {
  return isOnTheWay(window) && !isFrame(focusedElement());
}

/** Whether the reader works in a frame inside this one that no script of this one may enter: it is of another origin. */
export function isOutOfReach(): boolean {
  const element = focusedElement();
  return isOnTheWay(window) && isFrame(element) && !(element as HTMLIFrameElement).contentDocument;
}

/** Whether the reader works in this frame or in one inside it. */
function isOnTheWay(frame: Window): boolean {
  const { frameElement, parent } = frame;
  if (frameElement) return focusedElement(frameElement.ownerDocument) === frameElement && isOnTheWay(parent);
  // Around a frame of another origin nobody can be asked.
  return frame === parent || document.hasFocus();
}

const isFrame = (element: Element | null) => element !== null && /^i?frame$/.test(localNameOf(element));
