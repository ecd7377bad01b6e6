import type { CDPSession } from 'playwright-core';

/** A message that an attached target sent of its own accord. */
export interface TargetEvent {
  sessionId: string;
  method: string;
  params: Record<string, unknown>;
}

interface Reply {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

/**
 * The targets of a Chromium, spoken to over the browser's own session. Playwright keeps the same handle for a worker
 * that died and woke again, and hangs on it; here a target is always looked up anew.
 */
export class Targets {
  private readonly waiting = new Map<string, Waiting>();
  private readonly sessions = new Map<string, Promise<string>>();
  private count = 0;

  /** Called for each event of each attached target. */
  onEvent: (event: TargetEvent) => void = () => {};

  constructor(
    private readonly browser: CDPSession,
    private readonly base: string,
  ) {
    browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => this.receive(sessionId, message));
    browser.on('Target.detachedFromTarget', ({ sessionId }) => this.forget(sessionId));
  }

  async list() {
    return (await this.browser.send('Target.getTargets', { filter: [{}] })).targetInfos;
  }

  /** The extension's background, if it is running. */
  async worker() {
    return (await this.list()).find(({ type, url }) => type === 'service_worker' && url.startsWith(this.base));
  }

  /** The extension's open popup, if there is one. Extension pages in tabs have a target of type `tab` around them. */
  async popup() {
    const targets = await this.list();
    return targets.find(({ type, url }) => type === 'page' && url.startsWith(`${this.base}popup.html`));
  }

  /** One session a target, not flat: Playwright would take flat ones for its own. */
  attach(targetId: string): Promise<string> {
    const known = this.sessions.get(targetId);
    if (known) return known;
    const session = this.browser
      .send('Target.attachToTarget', { targetId, flatten: false })
      .then(({ sessionId }) => sessionId);
    session.catch(() => this.sessions.delete(targetId));
    this.sessions.set(targetId, session);
    return session;
  }

  /** Sends one command to an attached target. Rejects when the target ends before it answers. */
  async send(sessionId: string, method: string, params: Record<string, unknown> = {}) {
    const id = ++this.count;
    const answer = new Promise<Record<string, unknown>>((resolve, reject) => {
      this.waiting.set(`${sessionId} ${id}`, { resolve, reject });
    });
    const message = JSON.stringify({ id, method, params });
    await Promise.all([answer, this.browser.send('Target.sendMessageToTarget', { sessionId, message })]);
    return answer;
  }

  private receive(sessionId: string, message: string): void {
    const { id, method, params, result, error } = JSON.parse(message) as Reply;
    if (method) this.onEvent({ sessionId, method, params: params ?? {} });
    const key = `${sessionId} ${id}`;
    const waiting = this.waiting.get(key);
    this.waiting.delete(key);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result ?? {});
  }

  private forget(gone: string): void {
    for (const [key, { reject }] of this.waiting) {
      if (!key.startsWith(`${gone} `)) continue;
      this.waiting.delete(key);
      reject(new Error('The target ended before it answered'));
    }
    for (const [targetId, session] of this.sessions) {
      session.then(
        (sessionId) => sessionId === gone && this.sessions.delete(targetId),
        () => {}, // it was never attached
      );
    }
  }
}
