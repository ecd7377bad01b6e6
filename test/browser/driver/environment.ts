import type { DriverOptions } from './driver';

/** The environment that a browser is started in: this process's own, with the zone and display that were asked for. */
export function environment({ zone, display }: DriverOptions): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(own), ...(zone ? { TZ: zone } : {}), ...(display ? { DISPLAY: display } : {}) };
}
