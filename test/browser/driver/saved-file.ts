import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { until } from './until';

/** Names that a browser gives to a file of which not all is there yet. */
const PARTIAL = /^\.|\.(part|crdownload|tmp)$/;

/**
 * Waits for the one file that a browser saves into its folder while `act` is done, and puts it into another.
 *
 * @param from the folder for this alone; what is in it is removed first
 * @returns the path of the file in `to`, under the name that it was saved by
 */
export async function savedFile(from: string, to: string, act: () => Promise<void>): Promise<string> {
  await rm(from, { recursive: true, force: true });
  await mkdir(from, { recursive: true });
  await act();
  const name = await until(async () => {
    const [file, ...others] = await readdir(from);
    const whole = file && others.length === 0 && !PARTIAL.test(file);
    // Firefox keeps the name with an empty file while the rest is still coming
    return whole && (await stat(path.join(from, file))).size > 0 && file;
  }, 'the file to be saved');
  await copyFile(path.join(from, name), path.join(to, name));
  return path.join(to, name);
}
