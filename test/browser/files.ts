import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder, with what removes it. */
export function temporaryFolder(): { path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'daily-shaarli-files-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A file with that content, to be chosen in a dialog; gone when the test is over. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const file = path.join(folder.path, name);
  writeFileSync(file, content);
  return file;
}
