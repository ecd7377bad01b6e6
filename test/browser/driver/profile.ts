import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Names the folder under which all profiles of one test run lie, so that the run can sweep up after a dead worker. */
export const RUN_FOLDER = 'DAILY_SHAARLI_RUN';

const made = new Set<string>();

process.once('exit', removeProfiles);

/** Makes an empty profile folder under the system's temporary folder; it is removed when this process ends. */
export function newProfile(name = 'profile'): string {
  const parent = process.env[RUN_FOLDER] ?? tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, `daily-shaarli-${name}-`));
  made.add(folder);
  return folder;
}

/** Removes a profile; a browser's last process may still be writing, hence the retries. */
export function removeProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  made.delete(folder);
}

/** Removes every profile that this process has made. */
export function removeProfiles(): void {
  for (const folder of made) removeProfile(folder);
}
