import type { Chromium } from './chromium-launch';
import type { Targets } from './chromium-targets';
import { callOf } from './source';
import { until } from './until';

/** The little of Chromium's own interface that the driver uses inside the worker. */
declare const chrome: {
  tabs: { query(filter: object): Promise<{ id: number }[]> };
  action: {
    getPopup(details: object): Promise<string>;
    setPopup(details: PopupOf): Promise<void>;
    getBadgeText(details: { tabId: number }): Promise<string>;
    getTitle(details: { tabId: number }): Promise<string>;
  };
  permissions: { getAll(): Promise<Granted>; remove(what: Granted): Promise<boolean> };
  storage: Record<'local' | 'session', { clear(): Promise<void> }>;
  alarms: { clearAll(): Promise<boolean> };
  runtime: { getManifest(): { permissions: string[] }; onInstalled: Dispatching };
  commands: { onCommand: Dispatching };
  contextMenus: { onClicked: Dispatching };
};

interface Dispatching {
  hasListeners(): boolean;
  dispatch(...args: unknown[]): void;
}

interface Granted {
  permissions: string[];
  origins: string[];
}

interface PopupOf {
  tabId: number;
  popup: string;
}

/** What `Runtime.evaluate` answers. */
interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** Runs a function in the extension's service worker, waking it when it sleeps. */
export class Background {
  constructor(
    private readonly chromium: Chromium,
    private readonly targets: Targets,
  ) {}

  async eval<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const session = await this.targets.attach(await this.awake());
    await until(() => this.evaluate(session, "typeof chrome === 'object'"), 'the interface in the service worker');
    return (await this.evaluate(session, callOf(fn, args))) as T;
  }

  private async evaluate(session: string, expression: string): Promise<unknown> {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const answer = await this.targets.send(session, 'Runtime.evaluate', params);
    const { result, exceptionDetails } = answer as unknown as Evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** The worker's target, started if need be. */
  private async awake(): Promise<string> {
    const running = await this.targets.worker();
    if (running) return running.targetId;
    await this.start();
    const started = await until(() => this.targets.worker(), 'the service worker to start');
    return started.targetId;
  }

  private async start(): Promise<void> {
    const session = await this.chromium.context.newCDPSession(this.chromium.page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: this.chromium.base });
    await session.detach();
  }

  /** A worker's target is there before the extension's interface is in it, and before its script has listened to events. */
  private ready(event: 'command' | 'menu' | 'installed'): Promise<true> {
    return until(
      () =>
        this.eval((name) => {
          const { commands, contextMenus, runtime } = chrome;
          const events = { command: commands.onCommand, menu: contextMenus.onClicked, installed: runtime.onInstalled };
          return events[name].hasListeners();
        }, event),
      `the service worker to listen to the ${event} event`,
    );
  }

  /** Stops the worker; again when an event of the start woke it meanwhile. */
  async kill(): Promise<void> {
    await until(async () => {
      const running = await this.targets.worker();
      if (running) await this.chromium.browser.send('Target.closeTarget', { targetId: running.targetId });
      return !running;
    }, 'the service worker to stop');
  }

  /** Takes from the extension what it has stored and what it was allowed, and lets it begin as if it had just been installed. */
  async installAnew(): Promise<void> {
    await this.eval(async () => {
      const { permissions, storage, alarms } = chrome;
      const { origins, permissions: names } = await permissions.getAll();
      const required = chrome.runtime.getManifest().permissions;
      await permissions.remove({ origins, permissions: names.filter((name) => !required.includes(name)) });
      await Promise.all([storage.local.clear(), storage.session.clear(), alarms.clearAll()]);
    });
    await this.kill();
    const session = await this.chromium.context.newCDPSession(this.chromium.page);
    const origin = this.chromium.base.slice(0, -1);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' });
    await session.detach();
    await this.ready('installed');
    await this.eval(() => chrome.runtime.onInstalled.dispatch({ reason: 'install' }));
  }

  badge(): Promise<string> {
    return this.eval(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
    });
  }

  title(): Promise<string> {
    return this.eval(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.action.getTitle({ tabId: tab?.id ?? 0 });
    });
  }

  /** Takes the popup off the button on the active tab; returns what `setPopup` needs to put it back. */
  withoutPopup(): Promise<PopupOf> {
    return this.eval(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const popup = await chrome.action.getPopup({});
      const tabId = tab?.id ?? 0;
      await chrome.action.setPopup({ tabId, popup: '' });
      return { tabId, popup };
    });
  }

  setPopup(details: PopupOf): Promise<void> {
    return this.eval((given) => chrome.action.setPopup(given), details);
  }

  /** Tells the worker of a command, as the browser does after its key. */
  async fireCommand(name: string): Promise<void> {
    await this.ready('command');
    return this.eval(async (command) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.commands.onCommand.dispatch(command, tab);
    }, name);
  }

  /** Tells the worker of a click in the context menu. */
  async fireMenu(info: object): Promise<void> {
    await this.ready('menu');
    return this.eval(async (clicked) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch(clicked, tab);
    }, info);
  }
}
