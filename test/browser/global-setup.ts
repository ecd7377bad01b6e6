import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowsers } from '../browsers';
import { buildIfStale } from '../build-if-stale';
import { RUN_FOLDER } from './driver/profile';

/**
 * Before all browser tests: browsers that are there, a build that is fresh, and a folder of this run for all profiles.
 * After them: nothing of them may be left, and what is left is ended and told.
 */
export default function setup(): () => void {
  ensureBrowsers();
  buildIfStale();
  const folder = mkdtempSync(path.join(tmpdir(), 'daily-shaarli-run-'));
  process.env[RUN_FOLDER] = folder;
  return () => {
    const processes = processesOf(folder);
    for (const pid of processes) process.kill(pid, 'SIGKILL');
    const profiles = readdirSync(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    if (processes.length + profiles.length > 0)
      throw new Error(`Left behind by the tests: ${processes.length} processes, profiles ${profiles.join(', ')}`);
  };
}

/** The running processes whose command line names `folder` (on Linux; elsewhere none is found). */
function processesOf(folder: string): number[] {
  const commandOf = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  };
  const all = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return all.filter((pid) => commandOf(pid).includes(folder)).map(Number);
}
