/** A real Shaarli on loopback, from Debian's packages: PHP's own server, and a folder of its own. */
import { makeFolder, removeFolder } from '../run-folder';
import { ask, bearer, type ServerAnswer, type ServerLink } from './client';
import { type LinkData, writeFiles } from './files';
import { type ServerProcess, startServer } from './process';

export { bearer, type ServerAnswer, type ServerLink } from './client';
export type { LinkData } from './files';

export interface Shaarli {
  /** Its address without a slash at the end, e.g. `http://127.0.0.1:41234/sub/folder`. */
  readonly url: string;
  readonly secret: string;
  readonly login: string;
  readonly password: string;
  /** Where all its files are. */
  readonly folder: string;
  /** What it says itself, asked by a client that knows nothing of the product's own: `api('GET', '/links?limit=all')`. */
  api(method: string, path: string, body?: unknown): Promise<ServerAnswer>;
  /** All links that are there, ids ascending. */
  links(): Promise<ServerLink[]>;
  /** Ends the server; its data stay. */
  stop(): Promise<void>;
  /** Starts it again, at the same address. */
  start(): Promise<void>;
  /** Ends the server and removes its folder. */
  remove(): Promise<void>;
}

export interface ShaarliOptions {
  /** The folder of the web server that it is in, e.g. `/sub/folder`; its root when left out. */
  path?: string;
  /** `false`: only `index.php/…` answers, as on a web server without rules for rewriting. */
  rewriting?: boolean;
  /** Seconds that its clock is ahead; behind, when negative. */
  clock?: number;
  /** IANA zone, `UTC` when left out. */
  zone?: string;
  /** What separates tags: a space when left out. */
  separator?: string;
  privateByDefault?: boolean;
  apiEnabled?: boolean;
  /** PHP's limit, e.g. `256M`; Shaarli's own `128M` when left out. */
  memory?: string;
  secret?: string;
  /** Links that are there from the start, with ids from 0 on. */
  links?: LinkData[];
}

const ACCOUNT = { login: 'reader', password: 'a password for tests' };

const DEFAULTS: Required<ShaarliOptions> = {
  path: '',
  rewriting: true,
  clock: 0,
  zone: 'UTC',
  separator: ' ',
  privateByDefault: false,
  apiEnabled: true,
  memory: '128M',
  secret: 'a secret for tests',
  links: [],
};

/** What is to be done when this process ends. */
const ends = new Set<() => void>();
process.once('exit', () => {
  for (const end of ends) end();
});

/**
 * Starts a new Shaarli on a free port, in a folder of its own. Whoever starts it removes it; it goes with this process in any case.
 *
 * @throws Error when something that it needs is not installed, or does not start
 */
export async function startShaarli(options: ShaarliOptions = {}): Promise<Shaarli> {
  const settings = { ...DEFAULTS, ...options, ...ACCOUNT };
  const { secret, clock, path } = settings;
  const { port, ...house } = await moveIn(settings);
  const url = `http://127.0.0.1:${port}${path}`;
  // Some way back in the past: of two clocks one may be a little ahead.
  const issued = () => Math.floor(Date.now() / 1000) + clock - 270;
  const api: Shaarli['api'] = (method, where, body) =>
    ask(`${url}/index.php/api/v1`, bearer(secret, issued()), method, where, body);
  return { url, secret, ...ACCOUNT, api, links: () => allLinks(api), ...house };
}

type House = Pick<Shaarli, 'folder' | 'start' | 'stop' | 'remove'> & { port: number };

/** The files and the process of a new Shaarli. */
async function moveIn(settings: typeof DEFAULTS & typeof ACCOUNT): Promise<House> {
  const folder = makeFolder('shaarli');
  let server: ServerProcess | undefined;
  const end = () => {
    server?.kill();
    removeFolder(folder);
    ends.delete(end);
  };
  ends.add(end);
  try {
    const root = writeFiles(folder, settings);
    const launch = (at: number) => startServer({ ...settings, folder, root, port: at });
    server = await launch(0);
    const { port } = server;
    const stop = async () => {
      await server?.stop();
      server = undefined;
    };
    const start = async () => {
      server ??= await launch(port);
    };
    return { folder, port, start, stop, remove: () => stop().then(end) };
  } catch (error) {
    end();
    throw error;
  }
}

async function allLinks(api: Shaarli['api']): Promise<ServerLink[]> {
  const { status, body } = await api('GET', '/links?limit=all');
  if (status !== 200) throw new Error(`The Shaarli answered ${status}: ${String(body).slice(0, 500)}`);
  return (body as ServerLink[]).toSorted((one, other) => one.id - other.id);
}
