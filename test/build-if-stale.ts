import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const SOURCES = ['src', 'icons', 'manifest.json', 'build.mjs', 'package-lock.json'];
const BUILT = ['dist/chrome/manifest.json', 'dist/firefox/manifest.json'];

/** When a file, or the newest file of a folder, was last written (ms); 0 when there is none. */
function newest(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

/** Builds both extensions when a source is newer than they are. */
export function buildIfStale(): void {
  const built = Math.min(...BUILT.map((file) => newest(path.join(root, file))));
  const written = Math.max(...SOURCES.map((file) => newest(path.join(root, file))));
  if (written < built) return;
  execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' });
}
