import { Problem } from '../core/errors';
import { parseJson } from '../core/parse-json';

export interface HttpRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Of an `Authorization: Bearer` header. */
  token?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** How long it is waited for (ms). A large server may take its time. */
  patience?: number;
  signal?: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  /** The server's clock (its `Date` header), in ms since 1970; undefined where it does not tell. */
  clock: number | undefined;
  /** The body as JSON; undefined where it is none. */
  json: unknown;
}

/** A server that says nothing for so long (ms) is silent. */
const PATIENCE = 60_000;

/**
 * Asks a server of the person's own, for whose host the browser has given permission. Neither cookies nor the cache play a part.
 * Redirections are not followed: the secret goes to the address that was agreed to, and nowhere else.
 * @throws Problem `serverSilent`, with the host, where there is no answer; `serverMoved` where it sends us elsewhere
 * @throws DOMException `AbortError` when `signal` says so
 */
export async function askServer(url: string, request: HttpRequest = {}): Promise<HttpAnswer> {
  const { method = 'GET', token, body, patience = PATIENCE, signal } = request;
  const late = AbortSignal.timeout(patience);
  try {
    const answer = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    if (answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400))
      throw new Problem('serverMoved', new URL(url).host);
    const clock = Date.parse(answer.headers.get('date') ?? '');
    return {
      status: answer.status,
      clock: Number.isNaN(clock) ? undefined : clock,
      json: parseJson(await answer.text()),
    };
  } catch (error) {
    if (error instanceof Problem || signal?.aborted) throw error;
    // A browser does not tell why: no such host, nobody there, a bad certificate, no network.
    throw new Problem('serverSilent', new URL(url).host);
  }
}

/** Where an address leads in the end, redirections followed, without any secret; undefined where nobody answers. */
export async function finalAddress(url: string): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return (await fetch(url, { cache: 'no-store', credentials: 'omit', signal })).url;
  } catch {
    // Whoever asks has a better question to ask first.
    return undefined;
  }
}
