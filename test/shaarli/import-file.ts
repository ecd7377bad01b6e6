import type { Shaarli } from './server';

/** What the page said afterwards. */
export interface ImportAnswer {
  /** That it was done; empty where it was not. */
  done: string;
  /** Why not, in a message or as the heading of a page that says so; empty where nothing went wrong. */
  wrong: string;
}

/**
 * Logs in and gives a file to the page *Import* of a Shaarli as a person would: privacy as the file says, links that are there are kept.
 *
 * @throws Error when the login does not come through
 */
export async function importFile({ url, login, password }: Shaarli, file: string): Promise<ImportAnswer> {
  const visit = visitor(url);
  await visit('/login', { login, password, token: tokenIn(await visit('/login')) });
  const page = await visit('/admin/import');
  if (!page.includes('name="filetoupload"')) throw new Error('The Shaarli did not let us in');
  const filetoupload = new File([file], 'bookmarks.html', { type: 'text/html' });
  const after = await visit('/admin/import', { privacy: 'default', token: tokenIn(page), filetoupload });
  const wrong = /id="pageError".*?<h2>(.*?)<\/h2>/s.exec(after)?.[1] ?? messageIn(after, 'error');
  return { done: messageIn(after, 'success'), wrong };
}

type Visit = (path: string, form?: Record<string, string | File>) => Promise<string>;

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

const tokenIn = (page: string) => /name="token" value="(\w+)"/.exec(page)?.[1] ?? '';

function messageIn(page: string, kind: 'success' | 'error'): string {
  const [, block = ''] = new RegExp(`pure-alert-${kind}[^>]*>(.*?)</div>\\s*</div>`, 's').exec(page) ?? [];
  return block
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
