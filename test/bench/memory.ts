import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Build } from './built';

/** What the processes of extensions' pages take, as the kernel counts it; of this machine's only such browser. */
export interface PageMemory {
  /** The most that any of them took since it was forgotten, in bytes. */
  peak(): number;
  forgetPeak(): void;
}

/** What tells them: in Chromium an argument, in Firefox the name. */
const PAGES: Record<Build, { file: string; says: string }> = {
  chrome: { file: 'cmdline', says: '--extension-process' },
  firefox: { file: 'comm', says: 'WebExtensions' },
};

/** @see https://www.kernel.org/doc/html/latest/filesystems/proc.html (`VmHWM`, `clear_refs`) */
export function extensionMemory(build: Build): PageMemory {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isPage(name, build));
  const peakOf = (id: string) => Number(/VmHWM:\s*(\d+) kB/.exec(readOr(`/proc/${id}/status`))?.[1] ?? 0) * 1024;
  return {
    peak: () => Math.max(0, ...processes.map(peakOf)),
    forgetPeak() {
      for (const id of processes) writeFileSync(`/proc/${id}/clear_refs`, '5');
    },
  };
}

function isPage(id: string, build: Build): boolean {
  const { file, says } = PAGES[build];
  return readOr(`/proc/${id}/${file}`).includes(says);
}

/** Empty where the process is gone. */
function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
