import { Problem, type ServerProblem } from '../core/errors';
import type { Journal } from '../storage/database';
import type { Clock } from '../storage/links';
import { lookAtTouched, type QueueRow } from '../storage/queue';
import { backOff, type Failure, isAhead, putBack, refuse, stopSending, waitNoLonger } from '../storage/queue-failures';
import { queueState } from '../storage/queue-state';
import type { Work } from '../storage/queue-steps';
import type { Server } from '../storage/server';
import type { ShaarliApi } from './api';
import { deleteRemote } from './delete-remote';
import { sendLink } from './send-link';

/** What the queue is worked with. */
export interface Surroundings {
  db: Journal;
  clock(): Clock;
  /** @throws Problem where that cannot be */
  open(server: Server): Promise<ShaarliApi>;
  /** Whether the browser lets us reach it. */
  mayReach(server: Server): Promise<boolean>;
  /** Sees to it that `wake` is called at a moment (ms since 1970) and, until it is called without one, each minute after it. */
  wakeLater(at?: number): Promise<void>;
  /** Does something that must not be done twice at the same time, anywhere. */
  alone(work: () => Promise<void>): Promise<void>;
}

/** Problems of one link, about which its owner has to do something. */
const REFUSED = new Set<string>(['serverTaken', 'serverGone', 'serverNoWebAddress']);
/** Problems that do not pass by themselves. */
const STOPPED = new Set<string>(['serverShut', 'serverOther', 'serverMoved', 'serverForbidden', 'noServer']);

const MINUTE = 60_000;

/** Sends what waits in the queue, strictly one at a time: a Shaarli that is written to from two sides at once loses links. */
export class QueueWorker {
  readonly #around: Surroundings;
  #working: Promise<void> | undefined;
  #again = false;
  #api: { of: Server; api: ShaarliApi } | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /**
   * Works until nothing is left that can be done now. Whoever calls it while that goes on may rely on it that it is looked once more.
   * @throws Error what is a fault of ours; the link that it concerns is refused. One of the browser's (it is being closed, say) concerns
   *   no link: everything waits as it did
   */
  wake(): Promise<void> {
    this.#again = true;
    this.#working ??= this.#workOn();
    return this.#working;
  }

  /** The same, at once even where it was to be tried again later. */
  async wakeAtOnce(): Promise<void> {
    await waitNoLonger(this.#around.db);
    await this.wake();
  }

  async #workOn(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#around.alone(() => this.#work());
      }
    } finally {
      // In the same breath as the last look at `again`: nobody can come between.
      this.#working = undefined;
    }
  }

  async #work(): Promise<void> {
    const faults: unknown[] = [];
    this.#api = undefined;
    for (let first = true; ; first = false) {
      const next = await this.#next();
      if (!next) break;
      // A background that is ended in the middle comes back.
      if (first) await this.#around.wakeLater(this.#around.clock().ms + MINUTE);
      await this.#workRow(next.row, next.server, faults);
    }
    if (faults.length) throw faults[0];
  }

  /** What is to be done now; undefined where there is nothing, for now or at all. */
  async #next(): Promise<{ row: QueueRow; server: Server } | undefined> {
    const { db, clock, wakeLater } = this.#around;
    let state = await queueState(db);
    while (state.touched) {
      await lookAtTouched(clock(), db);
      state = await queueState(db);
    }
    const { server, sending, next: row } = state;
    const due = isAhead(sending?.retryAt, clock().ms) ? sending?.retryAt : row?.tries ? row.at : undefined;
    const ahead = row && isAhead(due, clock().ms);
    if (!row || ahead) await wakeLater(ahead ? due : undefined);
    return row && server && !ahead ? { row, server } : undefined;
  }

  async #workRow(row: QueueRow, server: Server, faults: unknown[]): Promise<void> {
    const { db, clock } = this.#around;
    let reached = false;
    try {
      const api = await this.#reach(server);
      reached = true;
      const turn = { row, server, db, clock: clock(), api };
      await (row.what === 'send' ? sendLink(turn) : deleteRemote(turn));
    } catch (error) {
      if (!(reached || error instanceof Problem)) throw error;
      const work = { row, server, db, clock: clock() };
      if (error instanceof Problem && !REFUSED.has(error.code)) return this.#fail(work, failureOf(error));
      if (!(error instanceof Problem)) faults.push(error);
      await refuse(work, failureOf(error));
    }
  }

  /** A failure is the link's own where the server answers to something else. */
  async #fail(work: Work, failure: Failure): Promise<void> {
    const whole = await this.#serverFailure(work.server);
    if (!whole) await putBack(work, failure);
    else if (STOPPED.has(whole.code)) await stopSending(work.db, whole);
    else await backOff(work, whole);
  }

  async #serverFailure(server: Server): Promise<Failure | undefined> {
    try {
      await (await this.#reach(server)).info();
      return undefined;
    } catch (error) {
      if (error instanceof Problem) return failureOf(error);
      throw error;
    }
  }

  async #reach(server: Server): Promise<ShaarliApi> {
    if (!(await this.#around.mayReach(server))) throw new Problem('serverForbidden');
    if (this.#api?.of.api !== server.api) this.#api = { of: server, api: await this.#around.open(server) };
    return this.#api.api;
  }
}

function failureOf(error: unknown): Failure {
  return error instanceof Problem
    ? { code: error.code as ServerProblem, detail: error.detail }
    : { code: 'serverFault', detail: String(error) };
}
