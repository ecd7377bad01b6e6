import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from './browser/driver/until';

/** Names the folder under which everything of one test run lies, so that the run can sweep up after a dead worker. */
const RUN_FOLDER = 'DAILY_SHAARLI_RUN';

/** Makes an empty folder in that of this run, or else under the system's temporary folder. */
export function makeFolder(name: string): string {
  const parent = process.env[RUN_FOLDER] ?? tmpdir();
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(path.join(parent, `daily-shaarli-${name}-`));
}

/** Removes a folder; the last process that had it may still be writing, hence the retries. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** How long what was started may take to end after the tests, in ms. */
const TO_END = 15_000;

const PREFIX = 'daily-shaarli-run-';

/**
 * Before all tests: the folder of this run, and an end to what a killed run has left. The function returned is for after them: nothing
 * of them may be left, and what is left is ended and told. Of several projects in one run the first has the folder.
 */
export function ownRunFolder(): () => Promise<void> {
  if (process.env[RUN_FOLDER]) return async () => {};
  for (const folder of deadRuns()) sweep(folder);
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  process.env[RUN_FOLDER] = folder;
  return async () => {
    // vitest asks for this while its last workers still end, and with them their browsers
    const isOver = () => processesOf(folder).length + readdirSync(folder).length === 0;
    await until(isOver, 'an end to all that was started', TO_END).catch(() => {}); // what is left is told below
    const { processes, folders } = sweep(folder);
    if (processes + folders.length > 0)
      throw new Error(`Left behind by the tests: ${processes} processes, folders ${folders.join(', ')}`);
  };
}

/** Folders of runs whose process is no more. */
function deadRuns(): string[] {
  const isDead = (name: string) => {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  };
  return readdirSync(tmpdir())
    .filter(isDead)
    .map((name) => path.join(tmpdir(), name));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ends all processes of a run, removes its folder, and tells how much there was. */
function sweep(folder: string): { processes: number; folders: string[] } {
  const processes = processesOf(folder);
  for (const pid of processes) process.kill(pid, 'SIGKILL');
  const folders = readdirSync(folder);
  removeFolder(folder);
  return { processes: processes.length, folders };
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
