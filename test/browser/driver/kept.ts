import { startChromium } from './chromium';
import type { Driver } from './driver';
import { startFirefox } from './firefox';
import { AT_THE_END } from './process-of-files';

/** The start functions of both browsers. */
export const drivers = { chromium: startChromium, firefox: startFirefox };

/** Browsers that a suite has done with: making one as good as new takes a fifth of starting one. */
const idle = new Map<Driver['name'], Driver>();

/** Keeps a browser for the suites to come. Not Firefox: after some suites the window is in a state in which no popup opens any more. */
export async function keep(driver: Driver): Promise<void> {
  if (driver.name === 'firefox') await driver.quit();
  else idle.set(driver.name, driver);
}

/** A browser in which nothing has happened yet: one that was kept, or a new one. It agrees to what the extension asks for. */
export async function asNew(name: Driver['name']): Promise<Driver> {
  const kept = idle.get(name);
  idle.delete(name);
  if (!kept) return drivers[name]({ agreeing: true });
  try {
    await kept.renew();
    return kept;
  } catch {
    // the suite before has left it in a state that only an end helps out of
    await kept.quit();
    return drivers[name]({ agreeing: true });
  }
}

/** Ends all that were kept. */
export async function quitKept(): Promise<void> {
  await Promise.all([...idle.values()].map((driver) => driver.quit()));
  idle.clear();
}

Object.assign(globalThis, { [AT_THE_END]: quitKept });
