import { decodeReferences } from './entities';
import { readForeign, readMoment } from './foreign-link';
import type { FormatContext, ReadFormat } from './format';
import { type Item, ItemReader } from './netscape-items';

/** Pocket's export before 2025: a page with a list of what is unread and one of what was read, which is not kept. */
export const pocketHtml: ReadFormat = {
  id: 'pocketHtml',
  label: 'formatPocketHtml',
  extension: 'html',
  mime: 'text/html',
  detect: (head) => /<li\s*>\s*<a\s[^>]*\btime_added=/i.test(head),
  read(context) {
    const items = new ItemReader('li');
    const read = (item: Item) => readItem(item, context);
    return { push: (piece) => items.push(piece).map(read), end: () => items.end().map(read) };
  },
};

function readItem({ attributes, title, line }: Item, context: FormatContext) {
  const attribute = (name: string) => decodeReferences(attributes.get(name) ?? '');
  const url = attribute('HREF');
  const shown = decodeReferences(title);
  // Where Pocket had no title, it wrote the address.
  const foreign = { url, title: shown === url ? '' : shown, tags: attribute('TAGS').split(',') };
  return readForeign({ ...foreign, savedAt: readMoment(attribute('TIME_ADDED')) }, line, context);
}
