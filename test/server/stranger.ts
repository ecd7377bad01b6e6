import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server that is no Shaarli. */
export interface Stranger {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  /** What it was asked so far. */
  readonly asked: { path: string; headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

/** Starts one that answers every request as `answer` does. */
export async function startStranger(answer: RequestListener): Promise<Stranger> {
  const asked: Stranger['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers everything with that. */
export function saying(status: number, body: string, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end(body);
  };
}
