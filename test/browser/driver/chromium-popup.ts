import { type Browser, chromium, type Page } from 'playwright-core';
import type { Background } from './chromium-background';
import { type Chromium, PATIENCE } from './chromium-launch';
import type { Targets } from './chromium-targets';
import type { Popup } from './driver';
import { handsOf } from './playwright-hands';
import { until } from './until';

type Scheme = 'light' | 'dark';

/** The real toolbar popup of Chromium, opened as a click on the button does, with the grant that comes with the click. */
export class ChromiumPopup {
  private connection: Browser | undefined;
  private page: Page | undefined;
  /** What `prefers-color-scheme` says in popups opened from now on. */
  scheme: Scheme = 'light';

  constructor(
    private readonly chromium: Chromium,
    private readonly targets: Targets,
    private readonly background: Background,
  ) {}

  /** The popup as the driver's callers see it. */
  verbs(): Popup {
    const hands = handsOf(() => this.current());
    return {
      ...hands,
      open: (by) => this.open(by),
      isOpen: () => this.isOpen(),
      close: () => this.close(),
      press: async (...keys) => {
        const closes = keys.length === 1 && keys[0] === 'Escape' && (await this.escapeWatch());
        await hands.press(...keys);
        if (closes && (await closes())) await this.close();
      },
    };
  }

  async isOpen(): Promise<boolean> {
    return Boolean(await this.targets.popup());
  }

  async open(by = () => this.clickAction()): Promise<void> {
    if (await this.isOpen()) throw new Error('The popup is open already; its button would close it');
    await by();
    await until(() => this.isOpen(), 'the popup to open');
    const page = await until(() => this.connect(), 'a hold on the popup');
    this.page = page;
    await page.emulateMedia({ colorScheme: this.scheme });
    await page.waitForLoadState('load');
  }

  /** Gives the extension its `activeTab` grant as a click on its button does, without opening the popup. */
  async grant(): Promise<void> {
    const popup = await this.background.withoutPopup();
    await this.clickAction();
    await this.background.setPopup(popup);
  }

  /** Takes the focus away, as a click elsewhere does. */
  async close(): Promise<void> {
    const targetId = await this.tabTarget();
    await this.chromium.browser.send('Target.activateTarget', { targetId });
    await until(async () => !(await this.isOpen()), 'the popup to close');
    await this.release();
  }

  /** Ends the second connection; the popup stays. */
  async release(): Promise<void> {
    const { connection } = this;
    this.connection = undefined;
    this.page = undefined;
    await connection?.close();
  }

  private async clickAction(): Promise<void> {
    await this.chromium.page.bringToFront();
    const targetId = await this.tabTarget();
    await this.chromium.browser.send('Extensions.triggerAction', { id: this.chromium.id, targetId });
  }

  /** The target of type `tab` around the main page: the only kind that an action can be triggered on. */
  private async tabTarget(): Promise<string> {
    const url = this.chromium.page.url();
    const tab = (await this.targets.list()).find((target) => target.type === 'tab' && target.url === url);
    if (!tab) throw new Error(`Chromium lists no tab with ${url}`);
    return tab.targetId;
  }

  private async connect(): Promise<Page | undefined> {
    await this.release();
    this.connection = await chromium.connectOverCDP(this.chromium.endpoint);
    const page = this.connection
      .contexts()
      .flatMap((context) => context.pages())
      .find((candidate) => candidate.url().startsWith(`${this.chromium.base}popup.html`));
    page?.setDefaultTimeout(PATIENCE);
    return page;
  }

  private current(): Page {
    if (!this.page) throw new Error('The popup is not open');
    return this.page;
  }

  /**
   * Keys sent by the debugger reach the page but not the window around it, which closes a popup on an Escape that the
   * page leaves alone. So the page is asked whether it did, and the popup closed by the driver.
   */
  private async escapeWatch(): Promise<() => Promise<boolean>> {
    // in the capturing phase: the page may stop the event; asked after the event has run its course
    const watch = await this.current().evaluateHandle(`({ left: new Promise((resolve) =>
      addEventListener('keydown', (event) => setTimeout(() => resolve(!event.defaultPrevented)), { once: true, capture: true })) })`);
    return () => watch.evaluate((seen) => (seen as { left: Promise<boolean> }).left).catch(() => false); // it closed itself
  }
}
