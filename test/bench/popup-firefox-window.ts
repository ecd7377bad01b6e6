/** Functions that run in Firefox's own window, with its rights. Each is sent as source, so each stands alone. */

interface FocusMessage {
  data: { url: string; at: number; sinceStart: number };
}

interface FirefoxExtension {
  readonly name: string;
}

interface PolicyOf {
  extension: FirefoxExtension;
  mozExtensionHostname: string;
}

declare const WebExtensionPolicy: { getByID(id: string): PolicyOf };
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionParent: {
      apiManager: {
        global: { browserActionFor(extension: FirefoxExtension): { triggerAction(window: Window): Promise<void> } };
      };
    };
  };
};
declare const Services: {
  prefs: { setBoolPref(name: string, value: boolean): void };
  mm: {
    loadFrameScript(url: string, delayed: boolean): void;
    addMessageListener(name: string, listener: (message: FocusMessage) => void): void;
    removeMessageListener(name: string, listener: (message: FocusMessage) => void): void;
  };
};

/** Puts a listener for elements that get the focus beside every page, in its process, where the page does not see it. */
export function watchFocus(script: string): void {
  Services.prefs.setBoolPref('privacy.reduceTimerPrecision', false); // else every time is cut to a millisecond
  Services.mm.loadFrameScript(`data:application/javascript,${encodeURIComponent(script)}`, true);
}

/** The listener itself, as source: it knows the globals of a frame script only. */
export const FOCUS_SCRIPT = `addEventListener('focus', ({ target }) => {
  if (target.nodeType !== 1 || !target.ownerDocument.hasFocus()) return;
  const page = target.ownerDocument.defaultView;
  const sinceStart = page.performance.now();
  sendAsyncMessage('bench:focus', { url: page.location.href, at: page.performance.timeOrigin + sinceStart, sinceStart });
}, true);`;

/**
 * Does what the key for the extension's button does, and waits until an element of its popup has the focus.
 *
 * @returns milliseconds: from the start of the popup's navigation, and from the call
 * @throws Error when none has it within five seconds
 */
export function openAndWait(id: string): Promise<{ focus: number; opened: number }> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension, mozExtensionHostname } = WebExtensionPolicy.getByID(id);
  const action = ExtensionParent.apiManager.global.browserActionFor(extension);
  const root = `moz-extension://${mozExtensionHostname}/`;
  return new Promise((resolve, reject) => {
    const asked = performance.timeOrigin + performance.now();
    const listener = ({ data: { url, at, sinceStart } }: FocusMessage) => {
      if (!url.startsWith(root)) return;
      Services.mm.removeMessageListener('bench:focus', listener);
      resolve({ focus: sinceStart, opened: at - asked });
    };
    Services.mm.addMessageListener('bench:focus', listener);
    setTimeout(() => reject(new Error(`Nothing in the popup of ${id} has the focus`)), 5000);
    void action.triggerAction(window);
  });
}
