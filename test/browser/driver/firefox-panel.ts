/**
 * Functions that run in Firefox's own window and deal with the panel that the popup stands in. Each is sent as source, so
 * each stands alone, as in `firefox-window.ts`.
 */

interface WindowGlobal {
  getActor(name: 'MarionetteCommands'): PopupActor;
  drawSnapshot(rect: DOMRect | null, scale: number, background: string): Promise<ImageBitmap>;
}

interface PopupActor {
  executeScript(script: string, args: unknown[], options: object): Promise<unknown>;
  findElement(strategy: string, selector: string, options: object): Promise<unknown>;
  clickElement(element: unknown, capabilities: object): Promise<void>;
  sendKeysToElement(element: unknown, text: string, capabilities: object): Promise<void>;
}

interface BrowserElement extends Element {
  browsingContext?: { currentWindowGlobal?: WindowGlobal };
  focus(): void;
}

interface PanelElement extends Element {
  state: string;
  hidePopup(): void;
}

/** What the popup's own process is asked to do; the same code as WebDriver's, so clicks and keys are trusted. */
export type PopupRequest =
  | { what: 'run'; script: string; args: unknown[] }
  | { what: 'click'; selector: string }
  | { what: 'type'; selector: string; text: string };

export async function askPopup(request: PopupRequest): Promise<unknown> {
  const browser = document.querySelector<BrowserElement>('browser.webextension-popup-browser');
  const actor = browser?.browsingContext?.currentWindowGlobal?.getActor('MarionetteCommands');
  if (!actor) throw new Error('The popup is not open');
  if (request.what === 'run')
    return actor.executeScript(request.script, request.args, { sandboxName: null, newSandbox: false, timeout: 60_000 });
  const settings = {
    'moz:accessibilityChecks': false,
    'moz:webdriverClick': true,
    strictFileInteractability: false,
  };
  const options = { all: false, timeout: 10_000, startNode: null };
  const element = await actor.findElement('css selector', request.selector, options);
  const capabilities = { toJSON: () => settings };
  if (request.what === 'click') return actor.clickElement(element, capabilities);
  return actor.sendKeysToElement(element, request.text, capabilities);
}

/** Whether keys go to the popup now. */
export function popupHasFocus(): boolean {
  return document.activeElement?.matches('browser.webextension-popup-browser') === true;
}

export function popupIsThere(): boolean {
  return document.querySelector('browser.webextension-popup-browser') !== null;
}

/** Closes every open panel, as a click elsewhere does. A panel that is just opening takes no notice: ask again. */
export function closePanels(): void {
  for (const panel of document.querySelectorAll<PanelElement>('panel')) if (panel.state === 'open') panel.hidePopup();
}

/** The popup as it is drawn, as base64 of a PNG: so many CSS pixels from its document's beginning. */
export async function drawPopup(width: number, height: number): Promise<string> {
  const browser = document.querySelector<BrowserElement>('browser.webextension-popup-browser');
  const shot = await browser?.browsingContext?.currentWindowGlobal?.drawSnapshot(
    new DOMRect(0, 0, width, height),
    1,
    'white',
  );
  if (!shot) throw new Error('The popup is not open');
  const canvas = new OffscreenCanvas(shot.width, shot.height);
  canvas.getContext('2d')?.drawImage(shot, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
