import type { Shaarli } from './server';

/** Opens a page of a Shaarli, or sends a form to it, and returns what comes in the end. */
export type Visit = (path: string, form?: Record<string, string | File>) => Promise<string>;

/** Logs in as its owner. Who was not let in notices at the first page that only the owner sees. */
export async function logIn({ url, login, password }: Shaarli): Promise<Visit> {
  const visit = visitor(url);
  await visit('/login', { login, password, token: tokenIn(await visit('/login')) });
  return visit;
}

/** A browser as far as it is needed: it keeps cookies, and follows where it is sent. */
function visitor(url: string): Visit {
  const cookies = new Map<string, string>();
  const get = async (address: string, init: RequestInit): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { ...init, headers: { cookie }, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    return next ? get(new URL(next, address).href, {}) : answer.text();
  };
  return (path, form) => get(url + path, form ? { method: 'POST', body: formData(form) } : {});
}

function formData(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

/** What a form of that page, or a link there that does something, has to send along. */
export const tokenIn = (page: string) => /(?:name="token" value="|[?&;]token=)(\w+)/.exec(page)?.[1] ?? '';
