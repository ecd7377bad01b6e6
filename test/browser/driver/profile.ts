import { makeFolder, removeFolder } from '../../run-folder';

const made = new Set<string>();

process.once('exit', removeProfiles);

/** Makes an empty profile folder; it is removed when this process ends. */
export function newProfile(name = 'profile'): string {
  const folder = makeFolder(name);
  made.add(folder);
  return folder;
}

export function removeProfile(folder: string): void {
  removeFolder(folder);
  made.delete(folder);
}

/** Removes every profile that this process has made. */
export function removeProfiles(): void {
  for (const folder of made) removeProfile(folder);
}
