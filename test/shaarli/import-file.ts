import type { Shaarli } from './server';
import { logIn, tokenIn } from './visitor';

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
export async function importFile(shaarli: Shaarli, file: string): Promise<ImportAnswer> {
  const visit = await logIn(shaarli);
  const page = await visit('/admin/import');
  if (!page.includes('name="filetoupload"')) throw new Error('The Shaarli did not let us in');
  const filetoupload = new File([file], 'bookmarks.html', { type: 'text/html' });
  const after = await visit('/admin/import', { privacy: 'default', token: tokenIn(page), filetoupload });
  const wrong = /id="pageError".*?<h2>(.*?)<\/h2>/s.exec(after)?.[1] ?? messageIn(after, 'error');
  return { done: messageIn(after, 'success'), wrong };
}

function messageIn(page: string, kind: 'success' | 'error'): string {
  const [, block = ''] = new RegExp(`pure-alert-${kind}[^>]*>(.*?)</div>\\s*</div>`, 's').exec(page) ?? [];
  return block
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
