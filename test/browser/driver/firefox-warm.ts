import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { root } from './identity';

/**
 * What Firefox compiles of itself at its first start with a profile (a third of that start) lies in the profile. One is kept for all
 * new profiles; Firefox looks for itself whether it is of its own build.
 */
const WARM = path.join(root, 'node_modules/.cache/firefox-warm');
const FILES = [
  'compatibility.ini',
  'startupCache/scriptCache.bin',
  'startupCache/scriptCache-child.bin',
  'startupCache/startupCache.8.little',
  'startupCache/urlCache.bin',
];

export const isWarm = () => existsSync(WARM);

/** Keeps what the profile of a Firefox that was quit has compiled. */
export function keepWarm(profile: string): void {
  const making = `${WARM}-${process.pid}`;
  mkdirSync(path.dirname(WARM), { recursive: true });
  copy(profile, making);
  if (!isWarm()) renameSync(making, WARM);
}

/** Gives it to a new profile. */
export function warmUp(profile: string): void {
  if (isWarm()) copy(WARM, profile);
}

function copy(from: string, to: string): void {
  for (const file of FILES.filter((name) => existsSync(path.join(from, name))))
    cpSync(path.join(from, file), path.join(to, file));
}
