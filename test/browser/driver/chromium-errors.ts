import type { CDPSession } from 'playwright-core';
import type { TargetEvent, Targets } from './chromium-targets';

interface Thrown {
  exceptionDetails: {
    exceptionId: number;
    text: string;
    executionContextId?: number;
    exception?: { description?: string };
  };
}

interface ContextCreated {
  context: { id: number; origin: string };
}

/**
 * Collects what the extension's code fails to catch, rejections too: in its pages, its popup, its worker, and in what it
 * runs inside other pages. A page's own errors are left out: only contexts of the extension's origin count.
 */
export class ErrorLog {
  /** The extension's contexts in pages, and the sessions of its workers: there every context is its own. */
  private readonly own = new Set<string>();
  private readonly workers = new Set<string>();
  /** Not by id: a worker that woke again counts from one, in the same session. */
  private readonly seen: { id: string; text: string }[] = [];

  constructor(
    private readonly targets: Targets,
    private readonly origin: string,
  ) {
    targets.onEvent = (event) => this.note(event);
  }

  /** Watches every page and worker there is and will be. Errors from before the attaching are told again by V8. */
  async watch(browser: CDPSession): Promise<void> {
    const look = ({ targetInfo }: { targetInfo: { targetId: string; type: string; url: string } }) => {
      const { targetId, type, url } = targetInfo;
      const worker = type === 'service_worker' && url.startsWith(this.origin);
      if (worker || type === 'page') this.follow(targetId, worker);
    };
    browser.on('Target.targetCreated', look);
    browser.on('Target.targetInfoChanged', look);
    await browser.send('Target.setDiscoverTargets', { discover: true });
  }

  list(): string[] {
    return this.seen.map(({ text }) => text);
  }

  forget(): void {
    this.seen.length = 0;
  }

  private follow(targetId: string, worker: boolean): void {
    this.targets
      .attach(targetId)
      .then((session) => {
        if (worker) this.workers.add(session);
        return this.targets.send(session, 'Runtime.enable');
      })
      .catch(() => {}); // it ended first
  }

  private note({ sessionId, method, params }: TargetEvent): void {
    if (method === 'Runtime.executionContextCreated') {
      const { context } = params as unknown as ContextCreated;
      const key = `${sessionId} ${context.id}`;
      // numbers are given again after a navigation
      if (context.origin === this.origin) this.own.add(key);
      else this.own.delete(key);
    }
    if (method === 'Runtime.exceptionThrown') {
      const { exceptionDetails: thrown } = params as unknown as Thrown;
      if (!this.workers.has(sessionId) && !this.own.has(`${sessionId} ${thrown.executionContextId}`)) return;
      const text = thrown.exception?.description ?? thrown.text;
      // what Chromium answers to a worker that is being ended while it asks for something
      if (text.startsWith('Error: No SW')) return;
      this.seen.push({ id: `${sessionId} ${thrown.exceptionId}`, text });
    }
    // a rejection that was handled after all
    if (method === 'Runtime.exceptionRevoked') {
      const last = this.seen.findLastIndex(({ id }) => id === `${sessionId} ${params.exceptionId}`);
      if (last >= 0) this.seen.splice(last, 1);
    }
  }
}
