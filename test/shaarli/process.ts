import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { firstProgram } from '../programs';
import { findPart } from './install';

/** How long a server may take until it listens, in milliseconds. */
const PATIENCE = 30_000;

export interface ServerProcess {
  port: number;
  stop(): Promise<void>;
  /** Ends it at once, when there is no time to wait for it. */
  kill(): void;
}

/** What one server process is started with. */
export interface ServerOptions {
  folder: string;
  /** The folder that is sent from. */
  root: string;
  /** Where in it the program is: empty, or e.g. `/sub/folder`. */
  path: string;
  rewriting: boolean;
  /** Seconds that its clock is ahead. */
  clock: number;
  /** 0 for any that is free. */
  port: number;
}

/**
 * Starts PHP's own server and waits until it listens. It ends with this process, however that ends (on Linux).
 *
 * @throws Error with what PHP says, when it ends instead
 */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const [file, ...args] = commandFor(options);
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environmentFor(options) });
  const kill = () => void child.kill('SIGKILL');
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    const port = await portOf(child);
    // Somebody has to read on, or the server would stop when the pipe is full.
    child.stderr?.resume();
    return {
      port,
      kill,
      async stop() {
        kill();
        await ended;
      },
    };
  } catch (error) {
    kill();
    throw error;
  }
}

function commandFor({ folder, root, port }: ServerOptions): [string, ...string[]] {
  const settings = {
    display_errors: 0,
    log_errors: 0,
    max_execution_time: 600,
    'opcache.enable_cli': 1,
    'session.save_path': path.join(folder, 'sessions'),
    sys_temp_dir: path.join(folder, 'tmp'),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const router = path.join(import.meta.dirname, 'router.php');
  const php = [findPart('php'), '-S', `127.0.0.1:${port}`, '-t', root, ...flags, router];
  const setpriv = firstProgram(['setpriv']);
  return setpriv ? [setpriv, '--pdeathsig', 'KILL', ...php] : (php as [string, ...string[]]);
}

function environmentFor(options: ServerOptions): Record<string, string> {
  const seconds = `${options.clock < 0 ? '' : '+'}${options.clock}`;
  return {
    PATH: process.env.PATH ?? '',
    SHAARLI_PATH: options.path,
    SHAARLI_REWRITING: options.rewriting ? '1' : '0',
    ...(options.clock === 0
      ? {}
      : { LD_PRELOAD: findPart('clock'), FAKETIME: seconds, FAKETIME_DONT_FAKE_MONOTONIC: '1' }),
  };
}

/** PHP looks for a free port itself and tells it. */
function portOf(child: ChildProcess): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const told = new Promise<number>((resolve, reject) => {
    let said = '';
    timer = setTimeout(() => reject(new Error(`PHP's server did not listen in time: ${said}`)), PATIENCE);
    child.once('error', reject);
    child.once('close', () => reject(new Error(`PHP's server ended: ${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      const port = /Development Server \(http:\/\/127\.0\.0\.1:(\d+)\) started/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
  });
  return told.finally(() => {
    clearTimeout(timer);
    child.stderr?.removeAllListeners('data');
  });
}
