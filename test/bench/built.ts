import { cpSync } from 'node:fs';
import path from 'node:path';
import { root } from '../browser/driver/identity';
import { newProfile } from '../browser/driver/profile';

export type Build = 'chrome' | 'firefox';

/** Folder of the built extension. */
export function builtFolder(build: Build): string {
  return path.join(root, 'dist', build);
}

/** A folder that goes when this process ends. */
export function temporaryFolder(name: string): string {
  return newProfile(`bench-${name}`);
}

/** A copy of the built extension: files can be added to it, and a build meanwhile does not change what is measured. */
export function copyOfBuilt(build: Build): string {
  const folder = temporaryFolder(build);
  cpSync(builtFolder(build), folder, { recursive: true });
  return folder;
}
