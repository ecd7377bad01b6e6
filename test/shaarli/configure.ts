import type { Shaarli } from './server';
import { logIn, tokenIn } from './visitor';

/** Enters title and API secret on the page *Configure* of a Shaarli as a person would, and switches its API on. */
export async function configure(shaarli: Shaarli, { title, secret }: { title: string; secret: string }): Promise<void> {
  const visit = await logIn(shaarli);
  const page = await visit('/admin/configure');
  if (!page.includes('name="apiSecret"')) throw new Error('The Shaarli did not let us in');
  const form = { title, titleLink: '/', theme: 'default', formatter: 'markdown', enableThumbnails: 'none' };
  await visit('/admin/configure', { ...form, token: tokenIn(page), enableApi: 'on', apiSecret: secret });
}
