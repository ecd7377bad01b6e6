import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { findPart } from './install';

/** A link to be there from the start. `created` is a date and time with offset, e.g. `2020-01-02T03:04:05+02:00`. */
export interface LinkData {
  url: string;
  title: string;
  description?: string;
  tags?: string[];
  private?: boolean;
  created: string;
}

/** What belongs into the files of one Shaarli. */
export interface Settings {
  path: string;
  login: string;
  password: string;
  secret: string;
  zone: string;
  separator: string;
  privateByDefault: boolean;
  apiEnabled: boolean;
  memory: string;
  links: LinkData[];
}

/** What is changed in the program, so that it can have its own folder and memory, is copied; all else is only pointed at. */
const COPIED = ['application', 'autoload.php', 'index.php', 'init.php'];
const LEFT_OUT = ['cache', 'doc'];

/** Makes all that a Shaarli consists of in `folder`, and returns the folder that its server sends from. */
export function writeFiles(folder: string, settings: Settings): string {
  for (const name of ['data', 'sessions', 'tmp', 'cache/cache', 'cache/pagecache', 'cache/tmp'])
    mkdirSync(path.join(folder, name), { recursive: true });
  const root = path.join(folder, 'www');
  const program = path.join(root, settings.path);
  mkdirSync(program, { recursive: true });
  copyProgram(folder, program, settings.memory);
  writeFileSync(path.join(folder, 'data/config.json.php'), `<?php /*${JSON.stringify(configuration(settings))}*/ ?>`);
  // An empty store, too, is written: without one Shaarli makes three links of its own.
  const none = deflateRawSync('a:0:{}').toString('base64');
  writeFileSync(path.join(folder, 'data/datastore.php'), `<?php /* ${none} */ ?>`);
  if (settings.links.length > 0) seed(program, settings.links);
  return root;
}

function copyProgram(folder: string, program: string, memory: string): void {
  const source = findPart('shaarli');
  const patch = (file: string) => {
    const text = readFileSync(file, 'utf8');
    const own = text
      .replaceAll(source, program)
      .replaceAll('/var/lib/shaarli', folder)
      .replaceAll('/var/cache/shaarli', path.join(folder, 'cache'))
      .replace(/(?<=ini_set\('memory_limit', ')[^']*/, memory);
    if (own !== text) writeFileSync(file, own);
  };
  for (const name of readdirSync(source)) {
    const [from, to] = [path.join(source, name), path.join(program, name)];
    if (COPIED.includes(name)) cpSync(from, to, { recursive: true });
    else if (!LEFT_OUT.includes(name)) symlinkSync(from, to);
  }
  symlinkSync(path.join(folder, 'cache/cache'), path.join(program, 'cache'));
  for (const name of COPIED.slice(1)) patch(path.join(program, name));
  patch(path.join(program, 'application/config/ConfigManager.php'));
}

function configuration(settings: Settings): object {
  const salt = randomBytes(20).toString('hex');
  const hash = createHash('sha1').update(settings.password + settings.login + salt);
  return {
    credentials: { login: settings.login, salt, hash: hash.digest('hex') },
    api: { enabled: settings.apiEnabled, secret: settings.secret },
    general: {
      title: 'A Shaarli for tests',
      timezone: settings.zone,
      header_link: `${settings.path}/`,
      tags_separator: settings.separator,
      enabled_plugins: [],
      retrieve_description: false,
    },
    privacy: { default_private_links: settings.privateByDefault },
    thumbnails: { mode: 'none' },
    updates: { check_updates: false },
    translation: { language: 'en' },
    formatter: 'markdown',
  };
}

function seed(program: string, links: LinkData[]): void {
  const script = path.join(import.meta.dirname, 'seed.php');
  const input = JSON.stringify(links);
  const { status, stderr, stdout } = spawnSync(findPart('php'), ['-d', 'display_errors=stderr', script], {
    cwd: program,
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The links could not be put into the Shaarli: ${stderr}${stdout}`);
}
