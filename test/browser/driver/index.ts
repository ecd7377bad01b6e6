import { afterAll, describe } from 'vitest';
import type { Driver, DriverOptions } from './driver';
import { asNew, drivers, keep } from './kept';
import { removeProfile } from './profile';

export type { Driver, DriverOptions } from './driver';
export { drivers } from './kept';
export { newProfile } from './profile';
export { until } from './until';

/** What a suite that runs in both browsers gets: the one that it runs in now. */
export interface BrowserUnderTest {
  readonly name: Driver['name'];
  /** The suite's own driver, as good as new at its first use and shared by its tests. It agrees to what the extension asks for. */
  driver(): Promise<Driver>;
  /** Starts a further driver; it is quit after the suite, unless the test did so. */
  start(options?: DriverOptions): Promise<Driver>;
}

/** Runs a suite once in each browser. What the suite started is gone when it is over; its driver may be kept for the next suite. */
export function inBothBrowsers(name: string, tests: (browser: BrowserUnderTest) => void): void {
  for (const [browser, startDriver] of Object.entries(drivers)) {
    describe(`${name} in ${browser}`, () => {
      const started: Driver[] = [];
      let shared: Promise<Driver> | undefined;
      afterAll(async () => {
        await Promise.allSettled(started.map((driver) => driver.quit()));
        for (const { profile } of started) removeProfile(profile);
        if (shared) await keep(await shared);
      });
      tests({
        name: browser as Driver['name'],
        async start(options) {
          const driver = await startDriver(options);
          started.push(driver);
          return driver;
        },
        driver() {
          shared ??= asNew(browser as Driver['name']);
          return shared;
        },
      });
    });
  }
}
