import { createHmac } from 'node:crypto';

/** A link as a Shaarli answers it. `updated` is empty until it was edited; the first id is 0. */
export interface ServerLink {
  id: number;
  url: string;
  shorturl: string;
  title: string;
  description: string;
  tags: string[];
  private: boolean;
  created: string;
  updated: string;
}

/** What a Shaarli answered: the body as JSON, or as text where it is none. */
export interface ServerAnswer {
  status: number;
  body: unknown;
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** The `Authorization` header that shows the secret, issued at `iat` (seconds since 1970, by the server's clock). */
export function bearer(secret: string, iat: number): string {
  const claim = `${base64url('{"typ":"JWT","alg":"HS512"}')}.${base64url(JSON.stringify({ iat }))}`;
  return `Bearer ${claim}.${createHmac('sha512', secret).update(claim).digest('base64url')}`;
}

/**
 * One request to the API of a Shaarli. It knows nothing of the product's own client, so that a test can see what is really there.
 *
 * @param api where the API begins, e.g. `http://127.0.0.1:41234/api/v1`
 * @param path what follows, e.g. `/links?limit=all`
 */
export async function ask(
  api: string,
  authorization: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<ServerAnswer> {
  const answer = await fetch(api + path, {
    method,
    headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
