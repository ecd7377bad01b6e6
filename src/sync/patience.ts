import { Problem } from '../core/errors';

export interface Patience {
  /** Ends the waiting, too. */
  signal?: AbortSignal;
  /** How long to wait before each further try (ms). */
  delays?: number[];
}

const DELAYS = [1000, 3000, 9000, 27_000];

/** Tries again what fails in a way that may pass: no answer, or a server that fails. Throws what `work` throws, the last time. */
export async function patiently<T>(work: () => Promise<T>, { signal, delays = DELAYS }: Patience): Promise<T> {
  for (const delay of delays) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error)) throw error;
    }
    await waitFor(delay, signal);
  }
  return work();
}

function mayPass(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'serverSilent' || error.code === 'serverFault');
}

/** @throws what the signal was aborted with */
async function waitFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  signal?.throwIfAborted();
}
