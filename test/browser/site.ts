import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** A little web site on this machine. */
export interface Site {
  /** `http://127.0.0.1:…/` */
  readonly url: string;
  /** The same pages under another origin: `http://localhost:…/` */
  readonly other: string;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** Its files are served by their paths. */
  folder?: string;
  /** HTML by path, without the leading slash; `''` is the start page. They win over files. */
  pages?: Record<string, string>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves a folder and some pages on a free port of the loopback; what is in neither is 404. */
export async function serve({ folder, pages = {} }: SiteOptions): Promise<Site> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = decodeURIComponent(pathname.slice(1));
    const page = pages[name];
    const body =
      page ?? (folder ? await readFile(path.join(folder, path.normalize(`/${name}`))).catch(() => null) : null);
    const type = page === undefined ? TYPES[path.extname(name)] : TYPES['.html'];
    response.writeHead(body === null ? 404 : 200, { 'content-type': type ?? 'application/octet-stream' });
    response.end(body ?? 'Not found');
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    other: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
