import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository's root folder. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** The address part under which the tests' Firefox serves the extension; preset, so that it survives a restart. */
export const FIREFOX_UUID = '5f0ac1d2-3b4c-4d5e-8f60-718293a4b5c6';

interface Manifest {
  key?: string;
  browser_specific_settings?: { gecko?: { id?: string } };
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/**
 * The id that Chromium gives to an unpacked extension with a `key`: the first 16 bytes of the SHA-256 of the key's DER
 * form, each hex digit 0–f written as a letter a–p (https://developer.chrome.com/docs/extensions/reference/manifest/key).
 *
 * @throws Error when the manifest in `folder` has no key
 */
export function chromiumId(folder: string): string {
  const { key } = manifestOf(folder);
  if (!key) throw new Error(`${folder}/manifest.json has no key, so its id in Chromium is not known`);
  const hex = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}

/**
 * The id that the manifest in `folder` gives the extension in Firefox.
 *
 * @throws Error when it gives none
 */
export function firefoxId(folder: string): string {
  const id = manifestOf(folder).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${folder}/manifest.json names no browser_specific_settings.gecko.id`);
  return id;
}
