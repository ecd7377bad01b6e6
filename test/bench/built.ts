import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
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

/**
 * The built extension with a page for the measuring in it: `bench.html`.
 *
 * @param script what the page runs, in this folder
 * @param manifest what else its manifest says
 */
export async function extensionWithPage(name: Build, script: string, manifest: object = {}): Promise<string> {
  const folder = copyOfBuilt(name);
  const entry = path.join(import.meta.dirname, script);
  const page =
    '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="bench.js" type="module"></script>';
  await build({ entryPoints: [entry], bundle: true, format: 'esm', minify: true, outfile: `${folder}/bench.js` });
  writeFileSync(`${folder}/bench.html`, page);
  const file = `${folder}/manifest.json`;
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...manifest }));
  return folder;
}
