/** One small interface with both real browsers behind it; every browser test is written against this and runs in both. */

/** What can be done in one page: the main tab, or the extension's real popup. Selectors are CSS. Clicks and keys are trusted. */
export interface Hands {
  /** Runs `fn` in the page and returns its result (JSON values only; nothing is `null`). `fn` is sent as source: it sees its arguments only. */
  // biome-ignore lint/suspicious/noExplicitAny: the arguments are whatever the caller's function takes
  eval<T, A extends any[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  click(selector: string): Promise<void>;
  /** Types into the element with real keys, after what stands there. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a chord in whatever has the focus: `press('Control', 'Enter')`, `press('ArrowDown')`, `press('x')`. */
  press(...keys: string[]): Promise<void>;
  /** Rendered text (`innerText`) of the first match. */
  text(selector: string): Promise<string>;
  /** `value` of the first matching input or textarea. */
  value(selector: string): Promise<string>;
  /** PNG of the page (whole page when `full`). */
  screenshot(file: string, options?: { full?: boolean }): Promise<void>;
}

export interface Popup extends Hands {
  /**
   * Opens the toolbar popup on the main tab as a user's click or key does, with a true activeTab grant; returns when its document is loaded
   * and has the keys. `by` opens it in another way, e.g. by real keys.
   */
  open(by?: () => Promise<void>): Promise<void>;
  /** Whether the popup stands open now. */
  isOpen(): Promise<boolean>;
  /** Closes it as a click elsewhere would. */
  close(): Promise<void>;
}

export interface Driver extends Hands {
  readonly name: 'chromium' | 'firefox';
  /** The extension's root: `chrome-extension://…/` or `moz-extension://…/`. */
  readonly base: string;
  /** The profile's folder: start a driver with it again to reopen the same journal. */
  readonly profile: string;
  readonly popup: Popup;
  /** Opens a private window; from now on its tab is the main one. */
  privately(): Promise<void>;
  /** Closes the private window; the tab that was the main one before is it again. */
  closePrivate(): Promise<void>;
  /** Loads an address in the main tab and waits for its load event. */
  goto(url: string): Promise<void>;
  /** Loads a page of the extension in the main tab: `extension('daily.html#/2023-03-13')`. */
  extension(path: string): Promise<void>;
  /** Puts files into the `<input type="file">` at `selector`, hidden or not, as its dialog would. */
  upload(selector: string, ...files: string[]): Promise<void>;
  /** Does `act` in the main tab, waits for the file that it makes the browser save, puts it into `folder` under its own name and returns its path. */
  download(folder: string, act: () => Promise<void>): Promise<string>;
  /** Fires the extension's command on the main tab with an activeTab grant, as its key would. */
  command(name: 'save-now' | 'open-daily'): Promise<void>;
  /**
   * Fires the extension's context menu entry on the main tab, with the browser's own click data for the selection or link at `selector`,
   * or for the selection in the frame there; without one, in the menu of the toolbar button.
   */
  menu(id: string, selector?: string): Promise<void>;
  /** Clicks in the main tab while Shift is held. */
  shiftClick(selector: string): Promise<void>;
  /** Addresses of all open tabs. */
  tabs(): Promise<string[]>;
  /** Badge text of the toolbar button, now, on the main tab. */
  badge(): Promise<string>;
  /** Tooltip of the toolbar button, now, on the main tab. */
  buttonTitle(): Promise<string>;
  /** Stops the background (service worker or event page), as an idle browser would. */
  killBackground(): Promise<void>;
  /** Uncaught errors of the extension's pages and background so far. */
  errors(): Promise<string[]>;
  /**
   * Prefers-color-scheme of the pages, the main tab's medium (screen or print), the size of its viewport (CSS px), and its pointer:
   * a finger or a mouse, until another page is loaded.
   */
  look(options: { dark?: boolean; print?: boolean; touch?: boolean; width?: number; height?: number }): Promise<void>;
  /**
   * Makes everything as it was at the start: no other tabs, an extension that was never used, nothing of `look`, no errors. For the
   * main tab of a normal window.
   */
  renew(): Promise<void>;
  /** Ends every process of the browser at once, as a crash does. */
  crash(): Promise<void>;
  quit(): Promise<void>;
}

export interface DriverOptions {
  /** An existing profile to start on; a new one otherwise. */
  profile?: string;
  /** `false`: a real window (needs a display) instead of headless. */
  headless?: boolean;
  /** X display of the real window, e.g. `:99`, instead of the one in DISPLAY. */
  display?: string;
  /** IANA zone of the browser, e.g. `Europe/Paris`. */
  zone?: string;
  /** Language of the browser's interface, e.g. `fr`. Default `en`. */
  language?: string;
  /** The built extension to load instead of `dist/chrome` or `dist/firefox`. */
  extension?: string;
  /** The browser agrees, without asking, to the optional permissions and hosts that the extension asks for. */
  agreeing?: boolean;
  /** Names that lead to this machine, e.g. `shaarli.test`: browsers trust them less than `localhost` and `127.0.0.1`. */
  names?: string[];
  /** Folders of other built extensions to load beside it (Chromium; Firefox installs one at any time). */
  besides?: string[];
}
