/** The shortest rest after a piece of work, in ms, and how many times as long as the work itself it is. */
const SHORTEST = 300;
const TIMES = 4;

/**
 * Work that is asked for at every change of something that may change many times a second. It is done at once, and then again after
 * a rest if it was asked for meanwhile, so that it never takes more than a fifth of the time.
 */
export function spaced(work: () => Promise<void>): { ask(): void; end(): void } {
  let state: 'idle' | 'busy' | 'asked' | 'ended' = 'idle';

  async function run(): Promise<void> {
    state = 'busy';
    const start = performance.now();
    await work();
    setTimeout(rested, Math.max(SHORTEST, TIMES * (performance.now() - start)));
  }

  function rested(): void {
    if (state === 'asked') void run();
    else if (state === 'busy') state = 'idle';
  }

  return {
    ask(): void {
      if (state === 'idle') void run();
      else if (state === 'busy') state = 'asked';
    },
    end(): void {
      state = 'ended';
    },
  };
}
