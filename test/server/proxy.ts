import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** What stands between a test and the real server: it passes on what it is asked, unless it is told otherwise. */
export interface Proxy {
  url: string;
  /** Every request so far: `GET /api/v1/links?offset=0&limit=20`. */
  asked: string[];
  /** What the server answered, as far as it was asked. */
  answered: number[];
  /** Called before each request is passed on; a status that it gives is the answer, and `cut` is none at all. */
  before: (asked: string) => Promise<number | 'cut' | undefined> | number | 'cut' | undefined;
}

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** @param target address of the real server; without a folder */
export async function startProxy(target: string): Promise<Proxy> {
  const proxy: Proxy = { url: '', asked: [], answered: [], before: () => undefined };
  const server = createServer((request, response) => {
    void answer(proxy, target, request).then(
      (answered) => {
        if (!answered) return request.socket.destroy();
        response.writeHead(answered.status, answered.headers).end(answered.body);
      },
      () => request.socket.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

interface Answered {
  status: number;
  headers: Record<string, string>;
  body: string;
}

async function answer(proxy: Proxy, target: string, request: IncomingMessage): Promise<Answered | undefined> {
  const asked = `${request.method} ${request.url}`;
  proxy.asked.push(asked);
  const instead = await proxy.before(asked);
  if (instead === 'cut') return undefined;
  if (instead !== undefined) return { status: instead, headers: {}, body: '' };
  const passed = await fetch(target + request.url, { headers: { authorization: request.headers.authorization ?? '' } });
  proxy.answered.push(passed.status);
  const date = passed.headers.get('date');
  return { status: passed.status, headers: { ...(date && { date }) }, body: await passed.text() };
}
