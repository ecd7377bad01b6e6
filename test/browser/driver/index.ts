import { afterAll, describe } from 'vitest';
import { startChromium } from './chromium';
import type { Driver, DriverOptions } from './driver';
import { startFirefox } from './firefox';
import { removeProfiles } from './profile';

export type { Driver, DriverOptions } from './driver';
export { newProfile } from './profile';
export { until } from './until';

/** The start functions of both browsers. */
export const drivers = { chromium: startChromium, firefox: startFirefox };

/** What a suite that runs in both browsers gets: the one that it runs in now. */
export interface BrowserUnderTest {
  readonly name: Driver['name'];
  /** The suite's own driver, started at its first use and shared by its tests. It agrees to what the extension asks for. */
  driver(): Promise<Driver>;
  /** Starts a further driver; it is quit after the suite, unless the test did so. */
  start(options?: DriverOptions): Promise<Driver>;
}

/** Runs a suite once in each browser. All browsers and profiles of the suite are gone when it is over. */
export function inBothBrowsers(name: string, tests: (browser: BrowserUnderTest) => void): void {
  for (const [browser, startDriver] of Object.entries(drivers)) {
    describe(`${name} in ${browser}`, () => {
      const started: Driver[] = [];
      let shared: Promise<Driver> | undefined;
      const start = async (options?: DriverOptions) => {
        const driver = await startDriver(options);
        started.push(driver);
        return driver;
      };
      afterAll(async () => {
        await Promise.allSettled(started.map((driver) => driver.quit()));
        removeProfiles();
      });
      tests({
        name: browser as Driver['name'],
        start,
        driver() {
          shared ??= start({ agreeing: true });
          return shared;
        },
      });
    });
  }
}
