/**
 * Functions that run in Firefox's own window, with its rights. Each is sent as source, so each stands alone: no imports,
 * no names from outside but what that window has.
 */

/** The little that is used of what Firefox's window knows. */
interface MenuElement extends Element {
  state: string;
  activateItem(item: Element): void;
  openMenu(open: boolean): void;
}

interface Extension {
  terminateBackground(options: object): Promise<void>;
  shortcuts: { updateCommand(command: { name: string; shortcut: string }): Promise<void> };
}

declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } };
interface Cleaning {
  promise: Promise<void>;
}

declare const ChromeUtils: {
  importESModule(url: string): {
    AddonManager: { getAddonByID(id: string): Promise<{ uninstall(): Promise<void> }> };
    ExtensionParent: {
      apiManager: {
        global: { browserActionFor(extension: Extension): BrowserAction };
        once(event: string, heard: (event: string, id: string, tasks: Cleaning[]) => void): void;
      };
    };
    CustomizableUI: { addWidgetToArea(widget: string, area: string): void; reset(): void };
  };
};
declare const gBrowser: {
  removeTab(tab: object, options: object): void;
  selectedTab: Element;
  selectedBrowser: { style: CSSStyleDeclaration; browsingContext: { mediumOverride: string } };
  tabs: { linkedBrowser: { currentURI: { spec: string } } }[];
};
declare const Ci: { nsIScriptError: new () => ScriptError };
declare const Services: {
  console: { registerListener(listener: { observe(message: object): void }): void };
  prefs: {
    setIntPref(name: string, value: number): void;
    setBoolPref(name: string, value: boolean): void;
    setStringPref(name: string, value: string): void;
  };
};

interface BrowserAction {
  action: { getProperty(tab: Element, name: string): string };
}

interface ScriptError {
  sourceName: string;
  flags: number;
  warningFlag: number;
  errorMessage: string;
}

/**
 * Marionette turns on a mode in which a focus taken inside a page is not passed on to the window around it; with it the
 * popup would never have the keys that it has for a user.
 */
export function passFocusOn(): void {
  Services.prefs.setBoolPref('focusmanager.testmode', false);
}

export function menusAreClosed(): boolean {
  const menus = document.querySelectorAll<MenuElement>('#contentAreaContextMenu, #toolbar-context-menu');
  return Array.from(menus).every((menu) => menu.state === 'closed');
}

/** Takes the extension's button out of the panel for all extensions' buttons, and puts it onto the toolbar. */
export function pinButton(id: string): void {
  const { CustomizableUI } = ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  );
  CustomizableUI.addWidgetToArea(`${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`, 'nav-bar');
}

/** Puts all buttons where they are at first. Where the pointer rested on ours, Firefox would go on making its popup ahead of its use. */
export function resetToolbar(): void {
  ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  ).CustomizableUI.reset();
}

/** The middle of the button on the toolbar; null before it is drawn. */
export function buttonPlace(id: string): [number, number] | null {
  const button = document.getElementById(`${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-BAP`);
  const box = button?.getBoundingClientRect();
  return box?.width ? [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)] : null;
}

/** Closes the whole window, with all its tabs, once this has been answered. */
export function closeWindow(): void {
  setTimeout(() => window.close());
}

export function closeOtherTabs(): void {
  for (const tab of [...gBrowser.tabs])
    if ((tab as object) !== gBrowser.selectedTab) gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
}

/** Uninstalls the extension, with all that it has stored and all that it was allowed. */
export async function uninstall(id: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const keepStorage = 'extensions.webextensions.keepStorageOnUninstall';
  Services.prefs.setBoolPref(keepStorage, false);
  const cleaned = new Promise<unknown>((resolve) => {
    ExtensionParent.apiManager.once('cleanupAfterUninstall', (_event, _id, tasks) =>
      resolve(Promise.all(tasks.map(({ promise }) => promise))),
    );
  });
  await (await AddonManager.getAddonByID(id)).uninstall();
  await cleaned;
  Services.prefs.setBoolPref(keepStorage, true);
}

export async function terminateBackground(id: string): Promise<void> {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

export async function setShortcut(id: string, name: string, shortcut: string): Promise<void> {
  await WebExtensionPolicy.getByID(id).extension.shortcuts.updateCommand({ name, shortcut });
}

export function badgeText(id: string): string {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
  return action.getProperty(gBrowser.selectedTab, 'badgeText') ?? '';
}

export function buttonTitle(id: string): string {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
  return action.getProperty(gBrowser.selectedTab, 'title');
}

export function tabAddresses(): string[] {
  return Array.from(gBrowser.tabs, (tab) => tab.linkedBrowser.currentURI.spec);
}

/** 1 is dark, 0 is light: of the system, so that the browser's own windows, the pages and the popup follow. */
export function setScheme(dark: number): void {
  Services.prefs.setIntPref('ui.systemUsesDarkTheme', dark);
}

/** The medium of the current tab: `print`, or an empty string for the screen. */
export function setMedium(medium: string): void {
  gBrowser.selectedBrowser.browsingContext.mediumOverride = medium;
}

/** Makes a finger the pointer of all pages, which hovers over nothing, or a mouse. */
export function setTouch(touch: boolean): void {
  const [coarse, fine, hover] = [1, 2, 4];
  for (const which of ['primary', 'all'])
    Services.prefs.setIntPref(`ui.${which}PointerCapabilities`, touch ? coarse : fine | hover);
}

/** Gives the current tab's page exactly this size, whatever the window allows; null leaves a length as it is. */
export function setViewport(width: number | null, height: number | null): void {
  const { style } = gBrowser.selectedBrowser;
  for (const [name, length] of Object.entries({ width, height })) {
    if (length === null) continue;
    for (const kind of ['', 'min-', 'max-']) style.setProperty(kind + name, `${length}px`);
  }
}

/** Saves files into `folder` without asking. */
export function saveInto(folder: string): void {
  const { prefs } = Services;
  prefs.setIntPref('browser.download.folderList', 2);
  prefs.setStringPref('browser.download.dir', folder);
  prefs.setBoolPref('browser.download.useDownloadDir', true);
  prefs.setBoolPref('browser.download.always_ask_before_handling_new_types', false);
  prefs.setBoolPref('browser.download.alwaysOpenPanel', false);
}

/** Begins to collect the errors of the scripts under `base`: pages, popup, background, and what runs in other pages. */
export function watchErrors(base: string): void {
  const extensionErrors: string[] = [];
  Object.assign(window, { extensionErrors });
  Services.console.registerListener({
    observe(message: object) {
      if (!(message instanceof Ci.nsIScriptError)) return;
      const { sourceName, flags, warningFlag, errorMessage } = message as ScriptError;
      // Firefox's own remark on a page that closes while it still asks for something
      const remark = errorMessage.startsWith('Promise resolved after context unloaded');
      if (sourceName.startsWith(base) && !(flags & warningFlag) && !remark) extensionErrors.push(errorMessage);
    },
  });
}

export function seenErrors(): string[] {
  return (window as unknown as { extensionErrors: string[] }).extensionErrors;
}

export function forgetErrors(): void {
  (window as unknown as { extensionErrors: string[] }).extensionErrors.length = 0;
}

/** Clicks the extension's entry in the open context menu; false while the menu is not open. */
export function clickMenuItem(id: string): boolean {
  const menus = document.querySelectorAll<MenuElement>('#contentAreaContextMenu, #toolbar-context-menu');
  const menu = Array.from(menus).find((one) => one.state === 'open');
  if (!menu) return false;
  const item = menu.querySelector(`menuitem[id$="-menuitem-_${id}"]`);
  if (!item) throw new Error(`The context menu has no entry ${id}`);
  const popup = item.closest<MenuElement>('menupopup');
  if (popup === menu) menu.activateItem(item);
  else if (popup?.state === 'open') popup.activateItem(item);
  else {
    popup?.closest<MenuElement>('menu')?.openMenu(true);
    return false;
  }
  return true;
}
