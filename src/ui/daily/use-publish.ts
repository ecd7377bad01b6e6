import { useEffect, useState } from 'preact/hooks';
import type { Scope } from '../../core/scope';
import { type countPlan, type Plan, planOf } from '../../storage/publishing';
import type { Watcher } from './publish-job';

/** What can be published of a scope: counted as soon as it is asked for, again when the scope is another one. */
export function usePlan(scope: Scope, failed: (error: unknown) => void): Plan | undefined {
  const [plan, setPlan] = useState<Plan>();
  useEffect(() => {
    const stop = new AbortController();
    setPlan(undefined);
    planOf(scope, stop.signal).then(setPlan, ifNotStopped(stop.signal, failed));
    return () => stop.abort();
  }, [scope]);
  return plan?.scope === scope ? plan : undefined;
}

/** Work that takes its time: how far it is, and what stops it. */
export function useWork(failed: (error: unknown) => void) {
  const [share, setShare] = useState<number>();
  const [stop, setStop] = useState<AbortController>();
  useEffect(() => () => stop?.abort(), [stop]);
  return {
    /** 0 to 1 while it goes on. */
    share,
    stop: () => stop?.abort(),
    start(work: (watcher: Watcher) => Promise<void>): void {
      const controller = new AbortController();
      setStop(controller);
      setShare(0);
      work({ signal: controller.signal, progress: (done) => setShare(Math.floor(done * 100) / 100) })
        .catch(ifNotStopped(controller.signal, failed))
        .finally(() => setShare(undefined));
    },
  };
}

/** Who stops something knows that it was stopped. */
export function ifNotStopped(signal: AbortSignal, failed: (error: unknown) => void): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) failed(error);
  };
}

export type Counts = ReturnType<typeof countPlan>;
