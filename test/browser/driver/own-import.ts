import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../../browsers';
import { launchFirefox, leaveFirefox } from './firefox-launch';
import { newProfile } from './profile';
import { until } from './until';

/** A bookmark, as a browser has it after its own import of a file. */
export interface OwnBookmark {
  title: string;
  url: string;
}

/** With these settings Debian's Chromium is started for the first time: they name the file of bookmarks that it imports then. */
const FIRST_RUN = '/etc/chromium/master_preferences';

/**
 * What Chromium makes of a file of bookmarks. Its dialog cannot be driven; but its first run imports a file, by the same code, and a
 * namespace of its own shows it ours in the place of Debian's.
 *
 * @param count of bookmarks to wait for
 * @throws Error where Chromium is not Debian's, or does not import so many
 */
export async function importedByChromium(file: string, count: number): Promise<OwnBookmark[]> {
  if (!existsSync(FIRST_RUN)) throw new Error(`Chromium's own import needs Debian's Chromium, with ${FIRST_RUN}`);
  const place: string = JSON.parse(readFileSync(FIRST_RUN, 'utf8')).distribution.import_bookmarks_from_file;
  const profile = newProfile('chromium');
  const flags = ['--headless=new', '--force-first-run', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`];
  const script = 'mount --bind "$1" "$2" && shift 2 && exec "$@"';
  const command = ['bash', '-c', script, 'bash', file, place, findBrowser('chromium'), ...flags, 'about:blank'];
  const asUser = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const chromium = spawn('unshare', [...asUser, '--mount', ...command], { detached: true, stdio: 'ignore' });
  const read = () => bookmarksIn(JSON.parse(readFileSync(path.join(profile, 'Default/Bookmarks'), 'utf8')).roots);
  try {
    return await until(() => (read().length >= count ? read() : undefined), 'Chromium to import the bookmarks', 40_000);
  } finally {
    if (chromium.pid) process.kill(-chromium.pid, 'SIGKILL');
  }
}

interface ChromiumNode {
  type: 'folder' | 'url';
  name: string;
  url: string;
  children?: ChromiumNode[];
}

function bookmarksIn(roots: Record<string, ChromiumNode | string>): OwnBookmark[] {
  const from = (node: ChromiumNode): OwnBookmark[] =>
    node.type === 'url' ? [{ title: node.name, url: node.url }] : (node.children ?? []).flatMap(from);
  return Object.values(roots).flatMap((root) => (typeof root === 'object' ? from(root) : []));
}

declare const ChromeUtils: { importESModule(url: string): unknown };

/** What Firefox makes of it, by the module behind *Import Bookmarks from HTML…*. */
export async function importedByFirefox(file: string): Promise<OwnBookmark[]> {
  const firefox = await launchFirefox({});
  try {
    return await firefox.client.chrome(async (name: string) => {
      const { BookmarkHTMLUtils } = ChromeUtils.importESModule('resource://gre/modules/BookmarkHTMLUtils.sys.mjs') as {
        BookmarkHTMLUtils: { importFromFile(path: string): Promise<number> };
      };
      const { PlacesUtils } = ChromeUtils.importESModule('resource://gre/modules/PlacesUtils.sys.mjs') as {
        PlacesUtils: { promiseBookmarksTree(): Promise<Node> };
      };
      interface Node {
        title?: string;
        uri?: string;
        children?: Node[];
      }
      await BookmarkHTMLUtils.importFromFile(name);
      const from = ({ title = '', uri, children = [] }: Node): { title: string; url: string }[] =>
        uri ? [{ title, url: uri }] : children.flatMap(from);
      return from(await PlacesUtils.promiseBookmarksTree());
    }, file);
  } finally {
    await leaveFirefox(firefox);
  }
}
