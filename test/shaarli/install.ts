import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { firstProgram, installPackages, isDebianRoot } from '../programs';

/** Where Debian puts the program. */
export const PROGRAM = '/usr/share/shaarli';

/** A part of what a Shaarli needs here: where it is, and what Debian calls its packages. */
interface Part {
  find(): string | undefined;
  packages: string[];
}

const PARTS: Record<'php' | 'shaarli' | 'clock', Part> = {
  php: { find: () => firstProgram(['php']), packages: ['php-cli'] },
  // php-cgi is what the package wants of a web server; without it Apache would come along.
  shaarli: {
    find: () => (existsSync(path.join(PROGRAM, 'index.php')) ? PROGRAM : undefined),
    packages: ['shaarli', 'php-cgi'],
  },
  clock: { find: findFakeTime, packages: ['libfaketime'] },
};

function findFakeTime(): string | undefined {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  return folders.map((name) => `/usr/lib/${name}/faketime/libfaketime.so.1`).find((file) => existsSync(file));
}

const missing = () => Object.values(PARTS).flatMap((part) => (part.find() ? [] : part.packages));

function wish(packages: string[]): string {
  return `The tests against a real Shaarli need Debian's packages ${packages.join(', ')}: install them, or run the tests on Debian as root.`;
}

/**
 * Sees to it that a Shaarli, PHP to run it, and a library that sets its clock are there. On Debian as root what is missing is installed.
 *
 * @throws Error with one sentence that says what to install, where it cannot be done here
 */
export function ensureShaarli(): void {
  if (isDebianRoot()) installPackages(missing());
  const still = missing();
  if (still.length > 0) throw new Error(wish(still));
}

/**
 * The file of a part: the PHP program, the folder of Shaarli's program, the library that sets a process's clock.
 *
 * @throws Error with one sentence that says what to install
 */
export function findPart(part: keyof typeof PARTS): string {
  const found = PARTS[part].find();
  if (!found) throw new Error(wish(PARTS[part].packages));
  return found;
}
