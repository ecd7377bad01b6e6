import net from 'node:net';
import { type Sent, sourceOf } from './source';

type Json = Record<string, unknown>;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** What Firefox answers: type 1, the command's number, an error or nothing, the result. */
type Answer = [number, number, { error: string; message: string } | null, unknown];

const COLON = ':'.charCodeAt(0);

/**
 * A client of Marionette, Firefox's own remote protocol: one TCP socket, packets of the form `length:json`
 * (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
 */
export class Marionette {
  private readonly waiting = new Map<number, Waiting>();
  private rest = Buffer.alloc(0);
  private count = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private context: 'chrome' | 'content' = 'content';

  private constructor(
    private readonly socket: net.Socket,
    private readonly greeted: () => void,
  ) {
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('error', () => {});
    socket.on('close', () => this.end());
  }

  /**
   * Connects and begins a session.
   *
   * @throws Error when nobody listens on `port`
   */
  static async connect(port: number): Promise<Marionette> {
    const socket = net.connect(port, '127.0.0.1');
    const client = await new Promise<Marionette>((resolve, reject) => {
      socket.once('error', reject);
      const made: Marionette = new Marionette(socket, () => resolve(made));
    });
    const timeouts = { implicit: 10_000, script: 60_000, pageLoad: 60_000 };
    await client.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { timeouts } } });
    return client;
  }

  /** Sends one command and returns its result. Rejects with Firefox's error, or when the connection ends. */
  send<T = unknown>(name: string, params: Json = {}): Promise<T> {
    const id = ++this.count;
    const packet = JSON.stringify([0, id, name, params]);
    return new Promise<T>((resolve, reject) => {
      if (this.socket.destroyed) reject(new Error('The connection to Firefox has ended'));
      this.waiting.set(id, { resolve: (value) => resolve(value as T), reject });
      this.socket.write(`${Buffer.byteLength(packet)}:${packet}`);
    });
  }

  /** Runs a function in the page of the current tab, with the page's own globals. It may return a promise. */
  async eval<T>(fn: Sent, args: readonly unknown[]): Promise<T> {
    return this.inContext('content', () => this.script<T>(fn, args, null));
  }

  /** Runs a function in the browser's own window, with all its rights. It may return a promise. */
  async chrome<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.inContext('chrome', () => this.script<T>(fn, args, 'system'));
  }

  /** Does something in one of the two contexts; commands of others wait, since the context is the session's. */
  inContext<T>(context: 'chrome' | 'content', act: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(async () => {
      if (this.context !== context) await this.send('Marionette:SetContext', { value: context });
      this.context = context;
      return act();
    });
    this.queue = turn.catch(() => {});
    return turn;
  }

  close(): void {
    this.socket.destroy();
  }

  private async script<T>(fn: Sent, args: readonly unknown[], sandbox: string | null): Promise<T> {
    const script = `return (${sourceOf(fn)}).apply(null, arguments)`;
    const params = { script, args: [...args], sandbox, newSandbox: false };
    return (await this.send<{ value: T }>('WebDriver:ExecuteScript', params)).value;
  }

  private read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const colon = this.rest.indexOf(COLON);
      const end = colon + 1 + Number(this.rest.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || this.rest.length < end) return;
      const message: unknown = JSON.parse(this.rest.subarray(colon + 1, end).toString());
      this.rest = this.rest.subarray(end);
      if (Array.isArray(message)) this.answer(message as Answer);
      else this.greeted();
    }
  }

  private answer([, id, error, result]: Answer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  private end(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('The connection to Firefox has ended'));
    this.waiting.clear();
  }
}
