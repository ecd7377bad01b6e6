import { useRef, useState } from 'preact/hooks';
import type { SoFar } from '../../storage/pieces';

/** Something that goes on, and how far it is. */
export interface Work {
  /** Links that are done, of how many. */
  count: number;
  all: number;
  /** Ends it after the piece that is just being done. */
  stop(): void;
}

/** How long something may take before it is said that it goes on, in ms. */
const UNSAID = 400;

/** What is done to many links piece by piece, one thing at a time: what is asked for meanwhile is not done. */
export function useWork() {
  const [work, setWork] = useState<Work>();
  const busy = useRef(false);

  /**
   * Takes the steps until they end, fail or are stopped.
   * @param ended told what came of them, and how many links they did not come to
   */
  async function run<Done>(
    all: number,
    steps: AsyncGenerator<SoFar<Done>>,
    ended: (done: Done, unreached: number) => void,
  ): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    let last: SoFar<Done> | undefined;
    let shown = false;
    let stopped = false;
    const stop = () => {
      stopped = true;
    };
    const show = () => setWork({ count: last?.count ?? 0, all, stop });
    const timer = setTimeout(() => {
      shown = true;
      show();
    }, UNSAID);
    try {
      for await (const step of steps) {
        last = step;
        if (shown) show();
        if (stopped) break;
      }
    } finally {
      clearTimeout(timer);
      busy.current = false;
      setWork(undefined);
      if (last) ended(last.done, all - last.count);
    }
  }

  return { work, run };
}
