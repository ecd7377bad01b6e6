import { existsSync } from 'node:fs';
import { firstProgram, installPackages, isDebianRoot, runnable } from './programs';

type Program = 'chromium' | 'firefox' | 'Xvfb' | 'xdotool';

interface Where {
  /** An environment variable that names the program's file and wins over everything else. */
  variable?: string;
  /** Names looked for along PATH, then whole paths. */
  names: string[];
  /** What Debian calls its package. */
  debian: string;
}

const WHERE: Record<Program, Where> = {
  chromium: {
    variable: 'CHROMIUM',
    // Google's own Chrome no longer takes --load-extension, so it is not among them
    names: [
      'chromium',
      'chromium-browser',
      '/snap/bin/chromium',
      '/usr/lib/chromium/chromium',
      '/opt/homebrew/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    ],
    debian: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX',
    names: [
      'firefox-esr',
      'firefox',
      'firefox-developer-edition',
      '/usr/lib/firefox-esr/firefox-esr',
      '/opt/firefox/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: 'firefox-esr',
  },
  Xvfb: { names: ['Xvfb'], debian: 'xvfb' },
  xdotool: { names: ['xdotool'], debian: 'xdotool' },
};

const PROGRAMS = Object.keys(WHERE) as Program[];

function lookFor(program: Program): string | undefined {
  const { variable, names } = WHERE[program];
  const given = variable ? process.env[variable] : undefined;
  if (given) return runnable(given) ? given : undefined;
  return firstProgram(names);
}

/**
 * The file of a program that the browser tests need.
 *
 * @throws Error with one sentence that says what to install
 */
export function findBrowser(program: Program): string {
  const file = lookFor(program);
  if (!file) throw new Error(wish([program]));
  return file;
}

function wish(missing: Program[]): string {
  const variables = missing.flatMap((program) => WHERE[program].variable ?? []);
  const packages = missing.map((program) => WHERE[program].debian).join(' ');
  const or = variables.length > 0 ? `, or name the file in ${variables.join(' and ')}` : '';
  return `The browser tests need ${missing.join(' and ')}: install the package ${packages} (as Debian names it)${or}.`;
}

/** Debian's browsers speak only the languages of their installed packs; the tests of French need these. */
function debianFrench(): string[] {
  if (!isDebianRoot()) return [];
  const packs = { chromium: 'chromium-l10n', 'firefox-esr': 'firefox-esr-l10n-fr' };
  const debians = Object.entries(packs).filter(([browser]) => existsSync(`/usr/bin/${browser}`));
  return debians.map(([, pack]) => pack).filter((pack) => !existsSync(`/var/lib/dpkg/info/${pack}.list`));
}

/**
 * Sees to it that both browsers, and Xvfb and xdotool for real keys in Chromium, are there. On Debian as root what is
 * missing is installed.
 *
 * @throws Error with one sentence that says what to install, where it cannot be done here
 */
export function ensureBrowsers(): void {
  const missing = PROGRAMS.filter((program) => !lookFor(program)).map((program) => WHERE[program].debian);
  if (isDebianRoot()) installPackages(missing);
  if (isDebianRoot()) installPackages(debianFrench()); // after the browsers: only for those that are there
  const still = PROGRAMS.filter((program) => !lookFor(program));
  if (still.length > 0) throw new Error(wish(still));
}
